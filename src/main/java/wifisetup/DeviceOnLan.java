package wifisetup;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.Inet4Address;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
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
import wifisetup.device.TrialRun;
import wifisetup.device.file.DeviceFiles;
import wifisetup.device.file.FileDeviceStore;
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
/// Its loop runs from the start, for the panel's sake. The wire waits for [#begin]: a first key takes seconds
/// to make.
final class DeviceOnLan implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(DeviceOnLan.class.getName());

    private final LanSettings settings;
    private final DeviceFiles files;
    private final Loop<DeviceState, DeviceEvent, DeviceEffect> loop;
    private final FrontDesk desk;
    private final Wifi wifi;
    private final Timer timer;
    private final InstantSource clock;
    private final SecureRandom random;
    private final Parts parts = new Parts();

    // What the wire is told is told in order, under this object's lock.
    private Optional<DeviceLan> lan = Optional.empty();
    private Optional<MulticastDns> names = Optional.empty();
    private SetupState setup;
    private JoinState join = JoinState.INITIAL;
    private Activity activity = new Activity.Idle();
    private boolean closed;
    private volatile boolean linked;

    /// @param panel whether a person can see and touch our own screen
    /// @param setup what the set-up is at
    /// @throws StartException if the state directory cannot be used
    DeviceOnLan(
            Settings kiosk,
            boolean panel,
            SetupState setup,
            Wifi wifi,
            Timer timer,
            InstantSource clock,
            SecureRandom random)
            throws StartException {
        this.settings = kiosk.lan();
        this.setup = setup;
        this.wifi = wifi;
        this.timer = timer;
        this.clock = clock;
        this.random = random;
        var events = new Later<DeviceEvent>();
        this.desk = new FrontDesk(events);
        var directory = kiosk.state().resolve("device");
        try {
            this.files = new DeviceFiles(directory);
            var store = new FileDeviceStore(directory);
            var identity = settings.identity(files.uuid(), files.serial());
            var memory = store.load(settings.firstName(identity));
            this.loop = new Loop<>(
                    "device",
                    new DeviceMachine(DeviceRules.with(consent(panel))),
                    DeviceState.initial(identity, memory),
                    new DeviceEffects(
                            desk, store, new Pbkdf2(random), wifi, new TrialRun(wifi, wifi, timer), timer, clock),
                    DeviceEffects::failed);
        } catch (IOException unusable) {
            throw new StartException(
                    ExitCode.FAILED,
                    "the state directory " + directory + " cannot be used (" + unusable
                            + "); name another one with --state",
                    unusable);
        }
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
        if (wanted) {
            Thread.ofVirtual().name("device-on-lan").start(this::open);
        } else {
            loop.submit(new DeviceEvent.LanChanged(new LanStanding.Off()));
        }
    }

    /// The set-up is at that now.
    synchronized void show(SetupState changed) {
        setup = changed;
        doing(ActivityOf.of(setup, join));
    }

    /// The join is at that now.
    synchronized void show(JoinState changed) {
        join = changed;
        doing(ActivityOf.of(setup, join));
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        parts.close();
        loop.close();
    }

    private boolean consent(boolean panel) {
        return switch (settings.consent()) {
            case AUTO -> panel;
            case ON -> true;
            case OFF -> false;
        };
    }

    private void open() {
        try {
            var key =
                    new DeviceKey(files.key(), files.signature().map(Octets::of).orElse(Octets.NONE));
            warnOfStrangers(key);
            open(key);
        } catch (IOException unwritable) {
            LOG.log(Level.ERROR, "the device has no key, and so can be neither found nor managed", unwritable);
            loop.submit(new DeviceEvent.LanChanged(new LanStanding.Broken(String.valueOf(unwritable.getMessage()))));
        } catch (RuntimeException defect) {
            LOG.log(Level.ERROR, "the device can be neither found nor managed", defect);
            loop.submit(new DeviceEvent.LanChanged(
                    new LanStanding.Broken(defect.getClass().getSimpleName())));
        }
    }

    private synchronized void open(DeviceKey key) {
        if (closed) {
            return;
        }
        var opened = parts.add(new DeviceLan(key, settings.port(), version(), desk, loop::state, timer, clock, random));
        lan = Optional.of(opened);
        names = settings.names() ? Optional.of(parts.add(new MulticastDns())) : Optional.empty();
        opened.doing(activity);
        wifi.observe(status -> {
            linked = status.isLinked();
            Thread.ofVirtual().name("device-on-lan").start(this::followNetwork);
        });
        loop.observe(Runnable::run, this::show);
    }

    /// The last word counts, whichever thread comes to it first.
    private synchronized void followNetwork() {
        lan.ifPresent(wire -> wire.network(linked));
    }

    private synchronized void show(DeviceState state) {
        lan.ifPresent(wire -> wire.show(state));
        advertise(state);
    }

    private void doing(Activity now) {
        if (!now.equals(activity)) {
            activity = now;
            lan.ifPresent(wire -> wire.doing(now));
            advertise(loop.state());
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
                                .toList(),
                        port))
                : Optional.<Advert>empty();
        names.ifPresent(shown -> shown.show(advert));
    }

    /// A device that clients will not know says so at its start, where its maker sees it.
    private void warnOfStrangers(DeviceKey key) {
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
