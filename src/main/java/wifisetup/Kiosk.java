package wifisetup;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import wifisetup.bus.BusConnector;
import wifisetup.bus.BusException;
import wifisetup.bus.BusState;
import wifisetup.bus.MessageBus;
import wifisetup.bus.ServiceRole;
import wifisetup.device.NetworkTrial;
import wifisetup.hotspot.Hotspot;
import wifisetup.join.JoinEffect;
import wifisetup.join.JoinEffects;
import wifisetup.join.JoinEvent;
import wifisetup.join.JoinMachine;
import wifisetup.join.JoinState;
import wifisetup.loop.Loop;
import wifisetup.loop.SystemTimer;
import wifisetup.loop.Timer;
import wifisetup.network.Country;
import wifisetup.network.RadioRules;
import wifisetup.network.Wifi;
import wifisetup.network.bus.JoinReports;
import wifisetup.network.iw.Iw;
import wifisetup.setup.OnDeviceClient;
import wifisetup.setup.OtherScreen;
import wifisetup.setup.SetupEffect;
import wifisetup.setup.SetupEvent;
import wifisetup.setup.SetupMachine;
import wifisetup.setup.SetupRules;
import wifisetup.setup.SetupState;
import wifisetup.setup.Standing;
import wifisetup.setup.Tryout;
import wifisetup.setup.bus.SetupBus;
import wifisetup.words.Language;
import wifisetup.words.Languages;

/// The whole program, put together: the one place that says `new` on an adapter.
final class Kiosk implements AutoCloseable {
    /// Whoever runs the hotspot beside that radio.
    @FunctionalInterface
    interface Hotspots {
        /// The hotspot for that radio; none if the settings want none.
        ///
        /// @param simulated whether the radio is
        /// @throws StartException if the settings want what the machine does not have
        Optional<Hotspot> beside(Wifi wifi, boolean simulated, Timer timer) throws StartException;
    }

    /// What a page of the Python on-device client says when it is left.
    private static final String BACK = "ovos.phal.gui.network.client.back";

    private final Parts parts = new Parts();
    private final InstantSource clock = InstantSource.system();
    private final SystemTimer timer = parts.add(new SystemTimer());
    private final AtomicReference<BusState> busState = new AtomicReference<>(new BusState.Closed());
    private final Settings settings;
    private final LanguageMemory language;
    private final Screen screen;
    private volatile boolean processEnds;
    private String backendName = "none";

    private Kiosk(Settings settings) {
        this.settings = settings;
        this.language = new LanguageMemory(
                settings.state(), Languages.of(settings.panel().locale()));
        this.screen = Screen.of(settings, language.language());
    }

    /// Starts everything; returns when the bus answers and the first page has been drawn.
    ///
    /// @throws StartException if something that cannot be done without is missing; all that was started is ended
    static Kiosk start(Settings settings) throws StartException {
        var rules = rules(settings);
        Thread.startVirtualThread(() -> restore(rules, settings.country()));
        return start(
                settings, timer -> Backends.ofThisMachine(settings.nmcli(), rules, timer), hotspots(settings, rules));
    }

    private static Hotspots hotspots(Settings settings, RadioRules rules) {
        return (wifi, simulated, timer) -> {
            var device = new DeviceHotspot(
                    settings.hotspot(), settings.state(), timer, InstantSource.system(), new SecureRandom());
            return simulated ? device.simulated(wifi, DeviceHotspot.DEMO_PORT) : device.real(wifi, rules);
        };
    }

    /// The rules of this machine's radio.
    static RememberedCountry rules(Settings settings) {
        return new RememberedCountry(new Iw(List.of("iw")), settings.state());
    }

    private static void restore(RememberedCountry rules, Optional<Country> maker) {
        try {
            rules.restore(maker);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /// As [#start(Settings)], with backends of the caller's, which may use the kiosk's timer.
    static Kiosk start(Settings settings, Function<? super Timer, Backends> backends) throws StartException {
        return start(settings, backends, hotspots(settings, rules(settings)));
    }

    /// As [#start(Settings)], with backends and a hotspot of the caller's.
    static Kiosk start(Settings settings, Function<? super Timer, Backends> backends, Hotspots hotspots)
            throws StartException {
        var kiosk = new Kiosk(settings);
        try {
            kiosk.open(backends, hotspots);
            return kiosk;
        } catch (StartException | RuntimeException failed) {
            kiosk.close();
            throw failed;
        }
    }

    private static Tryout tryout(NetworkTrial trial) {
        return switch (trial) {
            case NetworkTrial.Running _ -> Tryout.RUNNING;
            case NetworkTrial.None _, NetworkTrial.Returned _ -> Tryout.NONE;
        };
    }

    /// One line that says with what this runs.
    String describe() {
        String busWord = switch (busState.get()) {
            case BusState.Serving(var uri) -> "embedded(" + uri + ")";
            case BusState.Connected(var uri) -> "connected(" + uri + ")";
            case BusState.Connecting(var uri) -> "connecting(" + uri + ")";
            case BusState.Disconnected _ -> "away";
            case BusState.Closed _ -> "closed";
        };
        return "display=" + screen.name() + " backend=" + backendName + " bus=" + busWord;
    }

    /// How the kiosk stands with its bus.
    BusState busState() {
        return busState.get();
    }

    /// Ends everything because the process ends; within 5 s.
    void endWithProcess() {
        processEnds = true;
        close();
    }

    /// Ends everything, the last part first, within 5 s.
    @Override
    public void close() {
        parts.close();
    }

    private void open(Function<? super Timer, Backends> backends, Hotspots hotspots) throws StartException {
        // JavaFX, the bus and NetworkManager take about as long as each other: they start side by side.
        var javaFx = screen.start();
        var past = Past.open(settings.state());
        var bootId = past.bootId();
        // Silent until the bus says whether another registry serves it.
        var initial = SetupState.initial(past.memory(), Standing.ASKING, new OtherScreen.Unasked());
        var setupEvents = new Later<SetupEvent>();
        var joinEvents = new Later<JoinEvent>();
        var radio = CompletableFuture.supplyAsync(() -> openNetwork(backends));
        var bus = parts.add(openBus());
        var busSeen = new CompletableFuture<Void>();
        bus.observe(state -> {
            busState.set(state);
            busSeen.complete(null);
        });
        var network = parts.add(await(radio));
        var service = parts.add(network.on(bus, settings.network(), timer));

        var registry = new SetupBus(bus, setupEvents, settings.registry(), bootId, clock, timer);
        var setup = parts.add(new Loop<SetupState, SetupEvent, SetupEffect>(
                "setup",
                new SetupMachine(new SetupRules(
                        isAttended(), settings.autoSetup(), settings.grace(), SetupRules.DEFAULT_CLOCK_WAIT)),
                initial,
                new SetupEffects(
                        announce -> registry.announce(announce.to(), announce.announcements()), past.store(), timer),
                SetupEffects::failed));
        setupEvents.goTo(setup::submit);
        var reports = new JoinReports(bus);
        var onDevice = new OnDeviceClient(setupEvents, joinEvents, clock);
        var join = parts.add(new Loop<JoinState, JoinEvent, JoinEffect>(
                "join",
                new JoinMachine(),
                JoinState.INITIAL,
                new JoinEffects(
                        network.wifi(),
                        network.signInPage(),
                        timer,
                        clock,
                        report -> reports.accept(report.ssid(), report.outcome()),
                        onDevice::leave),
                JoinEffects::failed));
        joinEvents.goTo(join::submit);

        var device = parts.add(
                new DeviceOnLan(settings, isAttended(), initial, network.wifi(), timer, clock, new SecureRandom()));
        setup.observe(Runnable::run, device::show);
        join.observe(Runnable::run, device::show);
        device.observe(Runnable::run, state -> setup.submit(new SetupEvent.TryoutSeen(tryout(state.trial()))));
        var platform = parts.add(new DevicePlatform(settings, initial, setup, device, network.wifi(), timer, clock));
        var phone = openRemote(hotspots, network, bus, setupEvents, onDevice);
        if (screen.isThere()) {
            setup.observe(Runnable::run, onDevice);
            bus.subscribe(message -> {
                if (message.type().equals(BACK)) {
                    onDevice.back();
                }
            });
        }
        phone.ifPresent(remote -> setup.observe(Runnable::run, remote.client()));
        setup.submit(new SetupEvent.Started(bootId));
        registry.open();
        service.open();
        follow(network.wifi(), setup, join);
        if (screen.isThere()) {
            openPanel(javaFx, initial, bootId, setup, join, phone, device, bus, network.choice());
        }
        device.begin(() -> network.choice().inUse().simulated());
        platform.begin();
        backendName = network.choice().inUse().name();
        busSeen.join();
    }

    /// Whether a person can see and touch our own screen.
    private boolean isAttended() {
        return screen.isThere() && settings.touch();
    }

    private Optional<RemoteSetup> openRemote(
            Hotspots hotspots,
            DeviceNetwork network,
            MessageBus bus,
            Consumer<? super SetupEvent> setup,
            OnDeviceClient onDevice)
            throws StartException {
        if (settings.remote() == ServiceRole.ABSTAIN) {
            return Optional.empty();
        }
        boolean voice = switch (settings.hotspot().voice()) {
            case ON -> true;
            case OFF -> false;
            case AUTO -> !screen.isThere();
        };
        var wifi = network.wifi();
        BooleanSupplier simulated = () -> network.choice().inUse().simulated();
        return hotspots.beside(wifi, simulated.getAsBoolean(), timer)
                .map(first -> simulated.getAsBoolean()
                        ? new FollowingHotspot(simulated, first, () -> hotspots.beside(wifi, false, timer))
                        : first)
                .map(hotspot -> parts.add(new RemoteSetup(
                        hotspot,
                        settings.hotspot().access(),
                        isAttended(),
                        voice,
                        language::texts,
                        bus,
                        setup,
                        onDevice,
                        timer,
                        clock,
                        new SecureRandom())));
    }

    private void openPanel(
            CompletableFuture<Void> javaFx,
            SetupState initial,
            String bootId,
            Loop<SetupState, SetupEvent, SetupEffect> setup,
            Loop<JoinState, JoinEvent, JoinEffect> join,
            Optional<RemoteSetup> phone,
            DeviceOnLan device,
            MessageBus bus,
            BackendChoice choice)
            throws StartException {
        screen.draw(() -> {
            javaFx.join();
            var panel = Panel.open(
                            initial,
                            setup::submit,
                            join::submit,
                            phone,
                            device::submit,
                            this::speak,
                            screen.panel(),
                            bootId,
                            choice.inUse().simulated(),
                            clock)
                    .join();
            parts.add(() -> {
                if (processEnds) {
                    panel.endWithProcess();
                } else {
                    panel.close();
                }
            });
            setup.observe(panel.executor(), panel::show);
            join.observe(panel.executor(), panel::show);
            phone.ifPresent(remote -> remote.observe(panel.executor(), panel::show));
            device.observe(panel.executor(), panel::show);
            bus.observe(panel::show);
            choice.observe(panel::show);
            panel.firstPage().toCompletableFuture().join();
        });
    }

    /// The person chose that language.
    private void speak(Language chosen) {
        language.choose(chosen);
        Thread.startVirtualThread(() -> {
            language.save();
            screen.sayWhichFontIsMissing(chosen);
        });
    }

    private static void follow(
            Wifi wifi, Loop<SetupState, SetupEvent, SetupEffect> setup, Loop<JoinState, JoinEvent, JoinEffect> join) {
        wifi.observe(status -> {
            setup.submit(new SetupEvent.NetworkChanged(status));
            join.submit(new JoinEvent.StatusChanged(status));
        });
    }

    private DeviceNetwork openNetwork(Function<? super Timer, Backends> backends) {
        try {
            return DeviceNetwork.open(settings, backends.apply(timer));
        } catch (StartException failed) {
            throw new CompletionException(failed);
        }
    }

    private static <T> T await(CompletableFuture<T> part) throws StartException {
        try {
            return part.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof StartException start
                    ? start
                    : new StartException(ExitCode.FAILED, String.valueOf(failed.getCause()), failed);
        }
    }

    private MessageBus openBus() throws StartException {
        try {
            return new BusConnector(timer, new SecureRandom()).open(settings.bus());
        } catch (BusException failed) {
            throw new StartException(ExitCode.FAILED, String.valueOf(failed.getMessage()), failed);
        }
    }
}
