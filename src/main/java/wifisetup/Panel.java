package wifisetup;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Stage;
import wifisetup.bus.BusState;
import wifisetup.device.DeviceEvent;
import wifisetup.device.DeviceState;
import wifisetup.hotspot.HandoffState;
import wifisetup.hotspot.HotspotRequest;
import wifisetup.join.Draft;
import wifisetup.join.JoinEvent;
import wifisetup.join.JoinState;
import wifisetup.setup.Asker;
import wifisetup.setup.Client;
import wifisetup.setup.SetupEvent;
import wifisetup.setup.SetupState;
import wifisetup.ui.FxExecutor;
import wifisetup.ui.KioskWindow;
import wifisetup.ui.PanelSettings;
import wifisetup.ui.page.Actions;
import wifisetup.ui.view.DevicePlace;
import wifisetup.ui.view.DeviceView;
import wifisetup.ui.view.Notice;
import wifisetup.ui.view.View;
import wifisetup.words.Language;

/// The kiosk's own screen, joined to its loops: states come in from any thread and are shown on the JavaFX
/// application thread; taps go out as events.
final class Panel implements Actions, AutoCloseable {
    private static final int CLOSE_SECONDS = 2;

    private final FxExecutor fx = new FxExecutor();
    private final Consumer<? super SetupEvent> setup;
    private final Consumer<? super JoinEvent> join;
    private final Optional<RemoteSetup> phone;
    private final Consumer<? super DeviceEvent> device;
    private final Consumer<? super Language> languages;
    private final String bootId;
    private final KioskWindow window;

    // These belong to the JavaFX application thread.
    private SetupState setupState;
    private JoinState joinState = JoinState.INITIAL;
    private HandoffState handoffState = HandoffState.INITIAL;
    private Optional<DeviceState> deviceState = Optional.empty();
    private DevicePlace devicePlace = DevicePlace.CLOSED;
    private List<Notice> notices = List.of();
    private boolean demo;
    private volatile boolean closed;

    private Panel(
            SetupState initial,
            Consumer<? super SetupEvent> setup,
            Consumer<? super JoinEvent> join,
            Optional<RemoteSetup> phone,
            Consumer<? super DeviceEvent> device,
            Consumer<? super Language> languages,
            PanelSettings settings,
            String bootId,
            boolean demo,
            InstantSource clock) {
        this.setupState = initial;
        this.setup = setup;
        this.join = join;
        this.phone = phone;
        this.device = device;
        this.languages = languages;
        this.bootId = bootId;
        this.demo = demo;
        this.window = new KioskWindow(new Stage(), settings, this, clock);
    }

    /// Starts JavaFX; whatever else starts can do so meanwhile.
    ///
    /// @return completes when JavaFX runs
    static CompletableFuture<Void> startJavaFx() {
        var running = new CompletableFuture<Void>();
        Runnable started = () -> {
            Platform.setImplicitExit(false);
            running.complete(null);
        };
        try {
            Platform.startup(started);
        } catch (IllegalStateException already) {
            // A second kiosk in one process, as in tests: JavaFX starts once.
            new FxExecutor().execute(started);
        }
        return running;
    }

    /// Builds the screen, once JavaFX runs; nothing is shown before the first state comes.
    ///
    /// @param languages hears which language was chosen
    static CompletableFuture<Panel> open(
            SetupState initial,
            Consumer<? super SetupEvent> setup,
            Consumer<? super JoinEvent> join,
            Optional<RemoteSetup> phone,
            Consumer<? super DeviceEvent> device,
            Consumer<? super Language> languages,
            PanelSettings settings,
            String bootId,
            boolean demo,
            InstantSource clock) {
        return CompletableFuture.supplyAsync(
                () -> new Panel(initial, setup, join, phone, device, languages, settings, bootId, demo, clock),
                new FxExecutor());
    }

    FxExecutor executor() {
        return fx;
    }

    void show(SetupState state) {
        setupState = state;
        show();
    }

    void show(JoinState state) {
        joinState = state;
        show();
    }

    void show(HandoffState state) {
        handoffState = state;
        show();
    }

    void show(DeviceState state) {
        deviceState = Optional.of(state);
        show();
    }

    /// Any thread.
    void show(BusState state) {
        switch (state) {
            case BusState.Disconnected _ -> tell(List.of(Notice.BUS_LOST));
            case BusState.Serving _, BusState.Connected _, BusState.Closed _ -> tell(List.of());
            // Another attempt is no news: a notice that is up stays until the bus is back.
            case BusState.Connecting _ -> {}
        }
    }

    /// What runs the radio: what is simulated says so. Any thread.
    void show(Backends.Chosen backend) {
        fx.execute(() -> {
            demo = backend.simulated();
            show();
        });
    }

    private void tell(List<Notice> news) {
        fx.execute(() -> {
            notices = news;
            show();
        });
    }

    /// Completes when the first page has been drawn.
    CompletionStage<Void> firstPage() {
        return window.firstPage();
    }

    private void show() {
        // The bus says goodbye when the screen has gone already.
        if (!closed) {
            var known = deviceState.map(state -> new DeviceView(state, devicePlace, version()));
            window.show(new View(setupState, joinState, handoffState, demo, notices, known));
        }
    }

    /// As the build put it into the module.
    private static String version() {
        var module = Panel.class.getModule().getDescriptor();
        return module == null ? "" : module.rawVersion().orElse("");
    }

    @Override
    public void open(DevicePlace place) {
        devicePlace = place;
        show();
    }

    @Override
    public void device(DeviceEvent.ByPerson event) {
        device.accept(event);
    }

    @Override
    public void join(JoinEvent event) {
        join.accept(event);
    }

    @Override
    public void select(Client client) {
        setup.accept(new SetupEvent.Select(Asker.PANEL, client.name(), client.id()));
    }

    @Override
    public void skip() {
        setup.accept(new SetupEvent.Skip(Asker.PANEL, bootId));
    }

    @Override
    public void never() {
        setup.accept(new SetupEvent.NeverConnect(Asker.PANEL));
    }

    @Override
    public void startSetup() {
        setup.accept(new SetupEvent.UserActivated(Asker.PANEL));
    }

    @Override
    public void stopClient() {
        setup.accept(new SetupEvent.RemoveActive(Asker.PANEL, Optional.empty()));
    }

    @Override
    public void usePhone(Optional<HotspotRequest.Target> target, Draft draft) {
        // What was typed is kept by the page's own farewell.
        phone.ifPresent(remote -> remote.takeOver(target));
    }

    @Override
    public void speak(Language language) {
        window.speak(language);
        languages.accept(language);
    }

    @Override
    public void stopHotspot() {
        phone.ifPresent(RemoteSetup::stop);
    }

    @Override
    public void dismissHotspot() {
        phone.ifPresent(RemoteSetup::dismiss);
    }

    /// Lets the process end: JavaFX ends beside this, by a shutdown hook of its own, and takes its window away
    /// itself.
    void endWithProcess() {
        closed = true;
        window.flushPictures();
    }

    /// Takes the window away and waits for that, but not for long.
    @Override
    public void close() {
        var gone = new CompletableFuture<Void>();
        fx.execute(() -> {
            closed = true;
            window.close();
            gone.complete(null);
        });
        gone.completeOnTimeout(null, CLOSE_SECONDS, TimeUnit.SECONDS).join();
    }
}
