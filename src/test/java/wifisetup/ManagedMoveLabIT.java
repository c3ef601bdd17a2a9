package wifisetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wifisetup.bus.BusState;
import wifisetup.device.DeviceMemory;
import wifisetup.device.DeviceName;
import wifisetup.device.file.DeviceFiles;
import wifisetup.device.file.FileDeviceStore;
import wifisetup.device.file.Pbkdf2;
import wifisetup.flux.Identity;
import wifisetup.flux.KeyEncoding;
import wifisetup.lan.ClientKey;
import wifisetup.lan.DeviceSession;
import wifisetup.lan.DiscoverySettings;
import wifisetup.lan.NetworkChange;
import wifisetup.lan.NetworkMove;
import wifisetup.lan.NetworkReply;
import wifisetup.lan.Password;
import wifisetup.lan.SessionOptions;
import wifisetup.lan.Target;
import wifisetup.lan.WifiSecurity;
import wifisetup.loop.Cancellation;
import wifisetup.loop.SystemTimer;
import wifisetup.network.Joined;
import wifisetup.network.LabNetwork;
import wifisetup.network.Link;
import wifisetup.network.Stages;
import wifisetup.network.Statuses;
import wifisetup.network.Wifi;
import wifisetup.network.dbus.NetworkManagerWifi;
import wifisetup.network.dbus.VirtualLab;
import wifisetup.secret.Secret;

/// A technician moves the kiosk from one network of the laboratory to another: the client's library, TLS, the
/// kiosk without a screen, and the laboratory's NetworkManager. Management itself goes by the loopback, so the
/// technician is in reach whatever network the device is on.
final class ManagedMoveLabIT {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final SystemTimer TIMER = new SystemTimer();

    @TempDir
    private Path directory;

    private final VirtualLab lab = new VirtualLab();
    private final Statuses statuses = new Statuses();
    private Wifi watched;
    private Kiosk kiosk;
    private Neighbour program;
    private SessionOptions options;

    @AfterAll
    static void stopTheClock() {
        TIMER.close();
    }

    @BeforeEach
    void startOnHomeNet() throws Exception {
        lab.removeAllProfiles();
        watched = new NetworkManagerWifi(VirtualLab.bus(), VirtualLab.rules(), TIMER);
        watched.observe(statuses);
        assertThat(watched.join(LabNetwork.HOME.request(), new Cancellation(), new Stages()))
                .isInstanceOf(Joined.class);
        var vendor = vendor();
        provision(directory.resolve("device"), vendor);
        int port = freePort();
        kiosk = Kiosk.start(
                settings(port),
                timer -> new Backends(
                        Map.of("dbus", () -> new NetworkManagerWifi(VirtualLab.bus(), VirtualLab.rules(), timer)),
                        () -> {
                            throw new AssertionError("the lab's NetworkManager is not there");
                        }));
        program = Neighbour.join(((BusState.Serving) kiosk.busState()).uri());
        var discovery = DiscoverySettings.of(List.of((ECPublicKey) vendor.getPublic()))
                .withPlace(InetAddress.ofLiteral("127.0.0.9"), port);
        options = SessionOptions.of(ClientKey.loadOrCreate(directory.resolve("technician.pem")))
                .withDiscovery(discovery)
                .withLookup(Duration.ofSeconds(20), () -> {})
                .withPassword(Password.of("correct horse".toCharArray()));
    }

    @AfterEach
    void end() throws Exception {
        program.close();
        kiosk.close();
        watched.close();
        lab.removeAllProfiles();
        lab.close();
    }

    @Test
    void aNetworkThatCanBeReachedIsKept() throws Exception {
        var begun = Instant.now();

        assertThat(NetworkMove.move(open(), to(LabNetwork.CAFE, ""), options)).isEqualTo(NetworkMove.Outcome.KEPT);

        measured("command to kept", begun);
        awaitLink(link -> isOn(link, LabNetwork.CAFE));
        assertThat(lab.profiles().toString()).contains("CafeOpen").contains("HomeNet");
    }

    @Test
    void aNetworkWithAWrongPasswordIsLeftByItself() throws Exception {
        var begun = Instant.now();
        assertThat(open().modifyNetwork(to(LabNetwork.MESH, "wrong-wrong-1"))).isNotEqualTo(NetworkReply.UNSAID);

        awaitLink(link -> !isOn(link, LabNetwork.HOME));
        awaitBackOnHomeNet(begun);

        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(60));
        assertThat(lab.profiles().toString()).doesNotContain("MeshNet");
        assertThat(program.everything()).noneMatch(frame -> frame.contains("wrong-wrong-1"));
    }

    @Test
    void aNetworkThatNobodyConfirmsIsLeftByItself() throws Exception {
        var begun = Instant.now();
        var _ = open().modifyNetwork(to(LabNetwork.CAFE, ""));
        awaitLink(link -> isOn(link, LabNetwork.CAFE));
        measured("command to the new network", begun);

        awaitBackOnHomeNet(begun);

        assertThat(lab.profiles().toString()).doesNotContain("CafeOpen");
        try (var again = DeviceSession.open(Target.of(LOOPBACK), options)) {
            assertThat(again.authorized()).isTrue();
        }
    }

    private DeviceSession open() throws Exception {
        return DeviceSession.open(Target.of(LOOPBACK), options);
    }

    private void awaitBackOnHomeNet(Instant begun) throws Exception {
        awaitLink(link -> isOn(link, LabNetwork.HOME));
        measured("command to the former network", begun);
    }

    private void awaitLink(Predicate<Link> fits) throws Exception {
        var _ = statuses.when(status -> fits.test(status.link())).get(90, TimeUnit.SECONDS);
    }

    private static boolean isOn(Link link, LabNetwork network) {
        return link instanceof Link.Up up && up.ssid().equals(network.ssid());
    }

    private static NetworkChange to(LabNetwork network, String password) {
        return NetworkChange.joining(
                network.ssid().display(),
                password.isEmpty() ? WifiSecurity.NONE : WifiSecurity.WPA2,
                Optional.of(password).filter(text -> !text.isEmpty()).map(text -> Password.of(text.toCharArray())));
    }

    private Settings settings(int port) throws SettingsException {
        var values = new LinkedHashMap<String, Settings.Value>();
        Map.of(
                        "display", "none",
                        "backend", "dbus",
                        "bus", "embedded",
                        "bus-uri", "ws://127.0.0.1:0/core",
                        "auto-setup", "off",
                        "hotspot", "off",
                        "lan.mdns", "off",
                        "lan.port", Integer.toString(port),
                        "state", directory.toString())
                .forEach((key, value) -> values.put(key, new Settings.Value(value, "test")));
        return Settings.of(values);
    }

    /// What a maker does, and a person on the Device screen.
    private static void provision(Path device, KeyPair vendor) throws IOException {
        var files = new DeviceFiles(device);
        var identity = new Identity("K1TCHEN001", files.uuid(), KeyEncoding.der((RSAPublicKey)
                files.key().getPublic()));
        files.provision(
                "K1TCHEN001", identity.sign((ECPrivateKey) vendor.getPrivate()).toBytes(), vendor.getPublic());
        var hash = new Pbkdf2(new SecureRandom()).hash(new Secret("correct horse"));
        new FileDeviceStore(device).save(new DeviceMemory(new DeviceName("Kitchen"), Optional.of(hash), List.of()));
    }

    private static KeyPair vendor() throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private static void measured(String what, Instant since) {
        System.out.println("measured: " + what + ": "
                + Duration.between(since, Instant.now()).toMillis() + " ms");
    }
}
