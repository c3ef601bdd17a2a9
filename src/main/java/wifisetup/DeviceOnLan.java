package wifisetup;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import wifisetup.device.Activity;
import wifisetup.device.DeviceEffect;
import wifisetup.device.DeviceEffects;
import wifisetup.device.DeviceEvent;
import wifisetup.device.DeviceMachine;
import wifisetup.device.DeviceRules;
import wifisetup.device.DeviceState;
import wifisetup.device.FrontDesk;
import wifisetup.device.LanStanding;
import wifisetup.device.NetworkTrial;
import wifisetup.device.TrialRun;
import wifisetup.device.file.DeviceFiles;
import wifisetup.device.file.Pbkdf2;
import wifisetup.device.flux.DeviceKey;
import wifisetup.device.flux.DeviceLan;
import wifisetup.device.mdns.Advert;
import wifisetup.device.mdns.MulticastDns;
import wifisetup.flux.Identity;
import wifisetup.flux.Octets;
import wifisetup.flux.Signatures;
import wifisetup.join.JoinState;
import wifisetup.loop.Loop;
import wifisetup.loop.Timer;
import wifisetup.network.Wifi;
import wifisetup.setup.SetupState;

/// The device as others on its network see and manage it, put together.
///
/// Its loop runs from the start, for the panel's sake. The wire waits for [#begin], and has a thread of its
/// own: a first key takes seconds to make, a signature a good part of one. Any thread.
final class DeviceOnLan implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(DeviceOnLan.class.getName());

    /// How long the end waits until others were told of it: the whole program has 5 s.
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final LanSettings settings;
    private final InetAddress hotspot;
    private final DeviceHome home;
    private final Loop<DeviceState, DeviceEvent, DeviceEffect> loop;
    private final FrontDesk desk;
    private final Wifi wifi;
    private final Timer timer;
    private final InstantSource clock;
    private final SecureRandom random;
    private final Parts parts = new Parts();

    private final ExecutorService wire = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("device-on-lan").factory());

    // These belong to the thread of the wire.
    private Optional<DeviceLan> lan = Optional.empty();
    private Optional<MulticastDns> names = Optional.empty();
    private SetupState setup;
    private JoinState join = JoinState.INITIAL;
    private NetworkTrial trial = new NetworkTrial.None();
    private Activity activity = new Activity.Idle();

    /// @param panel whether a person can see and touch our own screen
    /// @param setup what the set-up is at
    DeviceOnLan(
            Settings kiosk,
            boolean panel,
            SetupState setup,
            Wifi wifi,
            Timer timer,
            InstantSource clock,
            SecureRandom random) {
        this.settings = kiosk.lan();
        this.hotspot = kiosk.hotspot().gateway();
        this.setup = setup;
        this.wifi = wifi;
        this.timer = timer;
        this.clock = clock;
        this.random = random;
        var events = new Later<DeviceEvent>();
        this.desk = new FrontDesk(events);
        this.home = DeviceHome.in(kiosk.state().resolve("device"), settings);
        this.loop = new Loop<>(
                "device",
                new DeviceMachine(DeviceRules.with(consent(panel))),
                DeviceState.initial(home.identity(), home.memory()),
                new DeviceEffects(
                        desk, home.store(), new Pbkdf2(random), wifi, new TrialRun(wifi, wifi, timer), timer, clock),
                DeviceEffects::failed);
        events.goTo(loop::submit);
    }

    /// Shows `consumer` where the management of the device is.
    void observe(Executor on, Consumer<? super DeviceState> consumer) {
        loop.observe(on, consumer);
    }

    /// Where the management of the device is, at this moment.
    DeviceState state() {
        return loop.state();
    }

    /// Whether the device is itself. One whose files cannot be used has a number for this start alone, by which it
    /// must not become known anywhere.
    boolean isItself() {
        return switch (home) {
            case DeviceHome.Usable _ -> true;
            case DeviceHome.Refused _ -> false;
        };
    }

    /// Hands an event to the device: what the person at the panel does, how its platform stands.
    void submit(DeviceEvent event) {
        loop.submit(event);
    }

    /// Goes on the wire, in the background, as far as the settings want it.
    ///
    /// @param simulated whether the radio is simulated at that moment
    void begin(BooleanSupplier simulated) {
        boolean wanted = switch (settings.when()) {
            case AUTO -> !simulated.getAsBoolean();
            case ON -> true;
            case OFF -> false;
        };
        if (!wanted) {
            loop.submit(new DeviceEvent.LanChanged(new LanStanding.Off()));
            return;
        }
        switch (home) {
            case DeviceHome.Usable usable -> onWire(() -> open(usable.files()));
            case DeviceHome.Refused refused -> broken(String.valueOf(refused.why()));
        }
    }

    /// The set-up is at that now.
    void show(SetupState changed) {
        onWire(() -> {
            setup = changed;
            doing();
        });
    }

    /// The join is at that now.
    void show(JoinState changed) {
        onWire(() -> {
            join = changed;
            doing();
        });
    }

    @Override
    public void close() {
        onWire(parts::close);
        wire.shutdown();
        try {
            if (!wire.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(Level.DEBUG, "the device goes off the wire with the process");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        loop.close();
        home.close();
    }

    private boolean consent(boolean panel) {
        return switch (settings.consent()) {
            case AUTO -> panel;
            case ON -> true;
            case OFF -> false;
        };
    }

    private void open(DeviceFiles files) {
        try {
            var signature = files.signature().map(Octets::of).orElse(Octets.NONE);
            var key = new DeviceKey(files.key(), signature, files.vendorKey());
            warnOfStrangers(files, key);
            open(key);
        } catch (IOException unusable) {
            LOG.log(Level.ERROR, "the device has no key, and so can be neither found nor managed", unusable);
            broken(String.valueOf(unusable.getMessage()));
        } catch (RuntimeException defect) {
            LOG.log(Level.ERROR, "the device can be neither found nor managed", defect);
            broken(defect.getClass().getSimpleName());
        }
    }

    private void open(DeviceKey key) {
        var opened = parts.add(new DeviceLan(key, settings.port(), version(), desk, loop::state, timer, clock, random));
        lan = Optional.of(opened);
        names = settings.names() ? Optional.of(parts.add(new MulticastDns())) : Optional.empty();
        opened.doing(activity);
        wifi.observe(status -> onWire(() -> opened.network(status.isLinked())));
        loop.observe(this::onWire, this::show);
    }

    private void show(DeviceState state) {
        trial = state.trial();
        doing();
        lan.ifPresent(shown -> shown.show(state));
        advertise(state);
    }

    private void doing() {
        var now = ActivityOf.of(setup, join, trial);
        if (!now.equals(activity)) {
            activity = now;
            lan.ifPresent(shown -> shown.doing(now));
            advertise(loop.state());
        }
    }

    private void broken(String why) {
        loop.submit(new DeviceEvent.LanChanged(new LanStanding.Broken(why)));
    }

    /// Whoever observes somebody else's loop must not make it wait for sockets, keys and signatures.
    private void onWire(Runnable task) {
        try {
            wire.execute(task);
        } catch (RejectedExecutionException closed) {
            LOG.log(Level.TRACE, "the device is off the wire");
        }
    }

    private void advertise(DeviceState state) {
        var advert = state.lan() instanceof LanStanding.Open(var addresses, int port)
                ? Optional.of(new Advert(
                        state.identity(),
                        state.name(),
                        version(),
                        activity,
                        addresses.stream()
                                .filter(Inet4Address.class::isInstance)
                                .filter(address -> !address.equals(hotspot))
                                .toList(),
                        port))
                : Optional.<Advert>empty();
        names.ifPresent(shown -> shown.show(advert));
    }

    /// A device that clients will not know says so at its start, where its maker sees it.
    private void warnOfStrangers(DeviceFiles files, DeviceKey key) throws IOException {
        var identity = loop.state().identity();
        if (settings.development()) {
            LOG.log(Level.WARNING, "development identity: anybody may pretend to be this device");
            return;
        }
        if (files.signature().isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "nobody vouches for this device, so clients do not know it: see wifi-setup-kiosk device provision");
            return;
        }
        var signed = new Identity(identity.serial(), identity.uuid(), key.encoded()).signed();
        if (files.vendorKey().isPresent()
                && !Signatures.ECDSA_SHA256.verify(files.vendorKey().get(), signed, key.identity())) {
            LOG.log(
                    Level.WARNING,
                    "the maker's signature is of another serial, number or key, so clients do not know this device");
        }
    }

    private static String version() {
        var module = DeviceOnLan.class.getModule().getDescriptor();
        return module == null ? "0" : module.rawVersion().orElse("0");
    }
}
