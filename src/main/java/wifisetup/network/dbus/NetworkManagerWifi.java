package wifisetup.network.dbus;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.BusAddress;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.UInt64;
import org.freedesktop.dbus.types.Variant;
import org.freedesktop.dbus.utils.AddressBuilder;
import org.jspecify.annotations.Nullable;
import wifisetup.loop.Cancellation;
import wifisetup.loop.Timer;
import wifisetup.network.Block;
import wifisetup.network.Connectivity;
import wifisetup.network.Country;
import wifisetup.network.Credentials;
import wifisetup.network.Failure;
import wifisetup.network.JoinOutcome;
import wifisetup.network.JoinRequest;
import wifisetup.network.JoinStage;
import wifisetup.network.Joined;
import wifisetup.network.Link;
import wifisetup.network.Network;
import wifisetup.network.NetworkSettings;
import wifisetup.network.NetworkStatus;
import wifisetup.network.PassphraseFlaw;
import wifisetup.network.ProfileId;
import wifisetup.network.SavedNetwork;
import wifisetup.network.Ssid;
import wifisetup.network.Wifi;
import wifisetup.network.WifiException;

/// NetworkManager as a [Wifi], by its D-Bus interface (version 1.42; older ones back to 1.16 have all that is used).
///
/// NetworkManager need not be there when this begins, nor stay: the status says so.
public final class NetworkManagerWifi implements Wifi {
    private static final System.Logger LOG = System.getLogger(NetworkManagerWifi.class.getName());

    /// How long NetworkManager may look for the internet behind a new address.
    private static final Duration INTERNET = Duration.ofSeconds(5);

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("network-manager").factory());
    private final Timer timer;
    private final ServiceConnection service;
    private final Profiles profiles;
    private final Scanner scanner;
    private final StatusReading reading;
    private final StatusWatch watch;
    private final Semaphore turn = new Semaphore(1, true);
    private final AtomicReference<@Nullable Cancellation> newest = new AtomicReference<>();

    /// The NetworkManager of the bus at `address`.
    ///
    /// @param address as the D-Bus specification has it, for example `unix:path=/run/dbus/system_bus_socket`
    public NetworkManagerWifi(String address, Timer timer) {
        this(BusAddress.of(address), OptionalLong.empty(), timer);
    }

    NetworkManagerWifi(BusAddress address, OptionalLong user, Timer timer) {
        this.timer = timer;
        this.service = new ServiceConnection(address, user, timer, thread);
        this.profiles = new Profiles(service);
        this.scanner = new Scanner(service, profiles, timer);
        this.reading = new StatusReading(service, profiles);
        this.watch = new StatusWatch(service, reading, timer, thread);
    }

    /// The NetworkManager of this machine, on the system bus: where `DBUS_SYSTEM_BUS_ADDRESS` says, or at the usual
    /// place.
    public static NetworkManagerWifi ofSystemBus(Timer timer) {
        return new NetworkManagerWifi(AddressBuilder.getSystemConnection(), OptionalLong.empty(), timer);
    }

    @Override
    public void observe(Consumer<? super NetworkStatus> observer) {
        watch.observe(observer);
    }

    @Override
    public List<Network> networks() throws WifiException {
        return ask(NetworkManagerApi.MAY_CONTROL, scanner::networks);
    }

    @Override
    public List<Network> scan(List<Ssid> hidden) throws WifiException, InterruptedException {
        try {
            return scanner.scan(hidden);
        } catch (BusException failure) {
            throw new WifiException(Failures.of(failure, NetworkManagerApi.MAY_SCAN), failure);
        }
    }

    @Override
    public JoinOutcome join(JoinRequest request, Cancellation cancellation, Consumer<? super JoinStage> progress)
            throws InterruptedException {
        var replaced = new Cancellation();
        var older = newest.getAndSet(replaced);
        if (older != null) {
            older.cancel();
        }
        turn.acquire();
        try {
            if (cancellation.isCancelled() || replaced.isCancelled()) {
                return new Failure.Cancelled();
            }
            var join = new Join(service, profiles, timer, request, progress);
            cancellation.onCancel(join::cancel);
            replaced.onCancel(join::cancel);
            return carryOut(join, request, progress);
        } finally {
            turn.release();
        }
    }

    @Override
    public void disconnect(Ssid ssid) throws WifiException {
        var _ = ask(NetworkManagerApi.MAY_CONTROL, () -> {
            var radio = Radio.ready(service);
            if (!(reading.link(radio) instanceof Link.Up up) || !up.ssid().equals(ssid)) {
                throw new WifiException(new Failure.NotKnown());
            }
            return service.root()
                    .call(
                            NetworkManagerApi.MANAGER,
                            "DeactivateConnection",
                            "o",
                            new DBusPath(radio.activeConnection()));
        });
    }

    @Override
    public void change(ProfileId id, NetworkSettings settings) throws WifiException {
        var _ = ask(NetworkManagerApi.MAY_MODIFY, () -> {
            var profile = profiles.kept().stream()
                    .filter(known -> known.uuid().equals(id.uuid()))
                    .findAny()
                    .orElseThrow(() -> new WifiException(new Failure.NotKnown()));
            profiles.write(profile.path(), profile.settings().with(settings), NetworkManagerApi.TO_DISK);
            takeUp(profile);
            return profile;
        });
    }

    /// Lets a connection by that profile take up what has changed.
    private void takeUp(Profile profile) throws BusException, InterruptedException {
        var radio = Radio.find(service.root());
        if (radio.isEmpty() || radio.get().activeConnection().equals(NetworkManagerApi.NO_OBJECT)) {
            return;
        }
        var device = radio.get().device();
        var active = device.at(radio.get().activeConnection()).properties(NetworkManagerApi.ACTIVE);
        if (!active.text("Connection").equals(profile.path())) {
            return;
        }
        try {
            device.call(NetworkManagerApi.DEVICE, "Reapply", "a{sa{sv}}tu", Map.of(), new UInt64(0), new UInt32(0));
        } catch (BusException refused) {
            // A hardware address, for one, cannot change under a connection: begin it anew.
            LOG.log(Level.DEBUG, "the connection begins anew: {0}", refused.getMessage());
            service.root()
                    .call(
                            NetworkManagerApi.MANAGER,
                            "ActivateConnection",
                            "ooo",
                            new DBusPath(profile.path()),
                            new DBusPath(device.path()),
                            new DBusPath(NetworkManagerApi.NO_OBJECT));
        }
    }

    @Override
    public List<SavedNetwork> saved() throws WifiException {
        return ask(
                NetworkManagerApi.MAY_CONTROL,
                () -> profiles.kept().stream()
                        .sorted(Comparator.comparingInt(
                                        (Profile profile) -> profile.decided().priority())
                                .thenComparingLong(Profile::lastUsed)
                                .reversed())
                        .map(Profile::saved)
                        .toList());
    }

    @Override
    public int forget(Ssid ssid) throws WifiException {
        return ask(NetworkManagerApi.MAY_MODIFY, () -> {
            var known = profiles.of(ssid);
            for (Profile profile : known) {
                profiles.delete(profile.path());
            }
            return known.size();
        });
    }

    @Override
    public void turnOn() throws WifiException {
        var _ = ask(NetworkManagerApi.MAY_SWITCH_RADIO, () -> {
            var root = service.root();
            if (!root.properties(NetworkManagerApi.MANAGER).flag("WirelessHardwareEnabled")) {
                throw new WifiException(new Failure.RfKill(Block.SWITCH));
            }
            root.set(NetworkManagerApi.MANAGER, "WirelessEnabled", new Variant<>(true));
            return root;
        });
    }

    @Override
    public void setCountry(Country country) throws WifiException {
        turnOn();
        var _ = ask(NetworkManagerApi.MAY_CONTROL, () -> {
            var radio = Radio.ready(service);
            service.bus()
                    .object(SupplicantApi.SERVICE, SupplicantInterface.find(service, radio.name()))
                    .set(SupplicantApi.INTERFACE, "Country", new Variant<>(country.code()));
            return radio;
        });
    }

    @Override
    public Connectivity checkConnectivity() throws WifiException {
        return ask(NetworkManagerApi.MAY_CONTROL, this::checkInternet);
    }

    @Override
    public void close() {
        watch.close();
        service.close();
        thread.shutdownNow();
    }

    private JoinOutcome carryOut(Join join, JoinRequest request, Consumer<? super JoinStage> progress)
            throws InterruptedException {
        try {
            var hopeless = hopeless(request);
            if (hopeless.isPresent()) {
                return hopeless.get();
            }
            var radio = Radio.ready(service);
            var known = profiles.newestFor(request.id());
            if (known.isEmpty()
                    && request.credentials() instanceof Credentials.Saved
                    && !request.id().security().isOpen()) {
                return new Failure.PasswordRequired();
            }
            var failure = join.run(radio, known);
            return failure.isPresent() ? failure.get() : joined(request.ssid(), progress);
        } catch (BusException failure) {
            return Failures.of(failure, NetworkManagerApi.MAY_CONTROL);
        } catch (WifiException failure) {
            return failure.failure();
        }
    }

    /// Why the request cannot succeed whatever the access point says, if so.
    private static Optional<Failure> hopeless(JoinRequest request) {
        var obstacle = Scanner.obstacle(request.id().security());
        if (obstacle.isPresent()) {
            return Optional.of(new Failure.Unsupported(obstacle.get()));
        }
        var security = request.id().security();
        if (security.needsAccount()) {
            return switch (request.credentials()) {
                case Credentials.Account _, Credentials.Saved _ -> Optional.empty();
                case Credentials.None _, Credentials.Passphrase _ -> Optional.of(new Failure.PasswordRequired());
            };
        }
        if (!security.needsPassphrase()) {
            return Optional.empty();
        }
        return switch (request.credentials()) {
            case Credentials.None() -> Optional.of(new Failure.PasswordRequired());
            case Credentials.Saved() -> Optional.empty();
            case Credentials.Passphrase(var text) when text.isEmpty() -> Optional.of(new Failure.PasswordRequired());
            case Credentials.Passphrase(var text) ->
                PassphraseFlaw.of(request.id().security(), text).map(_ -> new Failure.WrongPassword());
            case Credentials.Account _ -> Optional.of(new Failure.PasswordRequired());
        };
    }

    private Joined joined(Ssid ssid, Consumer<? super JoinStage> progress)
            throws BusException, WifiException, InterruptedException {
        progress.accept(JoinStage.CHECKING_INTERNET);
        var link = reading.link(Radio.ready(service));
        return new Joined(
                link instanceof Link.Up up ? up : new Link.Up(ssid, List.of(), Optional.empty()), checkInternet());
    }

    private Connectivity checkInternet() throws BusException, InterruptedException {
        var root = service.root();
        try {
            return StatusReading.connectivity(
                    ((Number) root.call(INTERNET, NetworkManagerApi.MANAGER, "CheckConnectivity", null)
                                    .getFirst())
                            .longValue());
        } catch (BusException failure) {
            // Not allowed, or too slow: the property holds what the last check found.
            LOG.log(Level.DEBUG, "no fresh look at the internet: {0}", failure.getMessage());
            return StatusReading.connectivity(
                    root.properties(NetworkManagerApi.MANAGER).number("Connectivity"));
        }
    }

    private static <T> T ask(String action, Question<T> question) throws WifiException {
        try {
            return question.ask();
        } catch (BusException failure) {
            throw new WifiException(Failures.of(failure, action), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new WifiException(new Failure.Cancelled(), interrupted);
        }
    }

    private interface Question<T> {
        T ask() throws BusException, WifiException, InterruptedException;
    }
}
