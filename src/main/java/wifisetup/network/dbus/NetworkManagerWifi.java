package wifisetup.network.dbus;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.freedesktop.dbus.connections.BusAddress;
import org.freedesktop.dbus.types.Variant;
import org.freedesktop.dbus.utils.AddressBuilder;
import wifisetup.dbus.BusException;
import wifisetup.loop.Cancellation;
import wifisetup.loop.Timer;
import wifisetup.network.Block;
import wifisetup.network.Checkpoint;
import wifisetup.network.Connectivity;
import wifisetup.network.Country;
import wifisetup.network.Failure;
import wifisetup.network.JoinOutcome;
import wifisetup.network.JoinRequest;
import wifisetup.network.JoinStage;
import wifisetup.network.Network;
import wifisetup.network.NetworkSettings;
import wifisetup.network.NetworkStatus;
import wifisetup.network.ProfileId;
import wifisetup.network.RadioRules;
import wifisetup.network.SavedNetwork;
import wifisetup.network.Ssid;
import wifisetup.network.TrialOutcome;
import wifisetup.network.Wifi;
import wifisetup.network.WifiException;
import wifisetup.network.dbus.api.NetworkManagerApi;
import wifisetup.network.hosted.ProfileCopies;

/// NetworkManager as a [Wifi], by its D-Bus interface (version 1.42; older ones back to 1.16 have all that is
/// used).
///
/// NetworkManager need not be there when this begins, nor stay: the status says so.
public final class NetworkManagerWifi implements Wifi {
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("network-manager").factory());
    private final ServiceConnection service;
    private final RadioRules rules;
    private final Profiles profiles;
    private final Scanner scanner;
    private final Connections connections;
    private final Joins joins;
    private final InternetCheck internet;
    private final StatusWatch watch;
    private final OlderSecurity olderSecurity;

    /// The NetworkManager of the bus at `address`.
    ///
    /// @param address as the D-Bus specification has it, for example `unix:path=/run/dbus/system_bus_socket`
    public NetworkManagerWifi(String address, RadioRules rules, Timer timer) {
        this(BusAddress.of(address), OptionalLong.empty(), rules, timer);
    }

    NetworkManagerWifi(BusAddress address, OptionalLong user, RadioRules rules, Timer timer) {
        this.service = new ServiceConnection(address, user, timer, thread);
        this.rules = rules;
        this.profiles = new Profiles(service);
        this.internet = new InternetCheck(service);
        var radios = new Radios(service, rules);
        var reading = new StatusReading(service, radios, profiles);
        this.scanner = new Scanner(service, radios, profiles, timer);
        this.connections = new Connections(service, radios, profiles, reading);
        this.joins = new Joins(service, radios, profiles, reading, internet, timer);
        this.watch = new StatusWatch(service, reading, timer, thread);
        this.olderSecurity = new OlderSecurity(service, radios, profiles, thread);
    }

    /// The NetworkManager of this machine, on the system bus: where `DBUS_SYSTEM_BUS_ADDRESS` says, or at the
    /// usual place.
    public static NetworkManagerWifi ofSystemBus(RadioRules rules, Timer timer) {
        return new NetworkManagerWifi(AddressBuilder.getSystemConnection(), OptionalLong.empty(), rules, timer);
    }

    /// Copies of this NetworkManager's profiles; usable until [#close].
    public ProfileCopies profileCopies() {
        return new SavedProfiles(service, profiles);
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
        return joins.join(request, cancellation, progress);
    }

    @Override
    public TrialOutcome joinOnTrial(
            JoinRequest request,
            Duration limit,
            Cancellation cancellation,
            Consumer<? super JoinStage> progress,
            Consumer<? super Checkpoint.End> end)
            throws InterruptedException {
        return joins.joinOnTrial(request, limit, cancellation, progress, end);
    }

    @Override
    public void disconnect(Ssid ssid) throws WifiException {
        run(NetworkManagerApi.MAY_CONTROL, () -> connections.end(ssid));
    }

    @Override
    public void change(ProfileId profile, NetworkSettings settings) throws WifiException {
        run(NetworkManagerApi.MAY_MODIFY, () -> connections.change(profile, settings));
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
        run(NetworkManagerApi.MAY_SWITCH_RADIO, () -> {
            var manager = service.root().properties(NetworkManagerApi.MANAGER);
            if (!manager.flag("WirelessHardwareEnabled")) {
                throw new WifiException(new Failure.RfKill(Block.SWITCH));
            }
            // Where the world's rules hold, that may be all right (a radio with rules of its own) or not: trying tells.
            service.root().set(NetworkManagerApi.MANAGER, "WirelessEnabled", new Variant<>(true));
        });
    }

    @Override
    public void setCountry(Country country) throws WifiException {
        run(NetworkManagerApi.MAY_CONTROL, () -> rules.set(country));
        turnOn();
    }

    @Override
    public Optional<String> connectivityPage() throws WifiException {
        return ask(
                NetworkManagerApi.MAY_CONTROL,
                () -> Optional.of(service.root()
                                .properties(NetworkManagerApi.MANAGER)
                                .text("ConnectivityCheckUri"))
                        .filter(page -> !page.isEmpty()));
    }

    @Override
    public Connectivity checkConnectivity() throws WifiException {
        return ask(NetworkManagerApi.MAY_CONTROL, internet::look);
    }

    @Override
    public void close() {
        watch.close();
        olderSecurity.close();
        service.close();
        thread.shutdownNow();
    }

    private static void run(String action, Deed deed) throws WifiException {
        ask(action, () -> {
            deed.run();
            return action;
        });
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

    private interface Deed {
        void run() throws BusException, WifiException, InterruptedException;
    }

    private interface Question<T> {
        T ask() throws BusException, WifiException, InterruptedException;
    }
}
