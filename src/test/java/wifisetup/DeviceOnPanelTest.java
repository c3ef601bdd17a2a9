package wifisetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import wifisetup.device.Samples;
import wifisetup.lan.ClientKey;
import wifisetup.lan.DeviceSession;
import wifisetup.lan.DiscoverySettings;
import wifisetup.lan.Password;
import wifisetup.lan.SessionOptions;
import wifisetup.lan.Target;
import wifisetup.loop.SystemTimer;
import wifisetup.network.simulated.Air;
import wifisetup.network.simulated.Pace;
import wifisetup.network.simulated.Radio;
import wifisetup.network.simulated.SimulatedWifi;
import wifisetup.setup.Consent;
import wifisetup.setup.Phase;

/// A person goes through all that the panel says about the device itself, and a technician comes in between, by the
/// client's library and the loopback.
class DeviceOnPanelTest {
    private static final String PASSWORD = "a long password";
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final InetAddress TECHNICIAN = InetAddress.ofLiteral("127.0.0.9");

    @TempDir
    private Path state;

    private final Person person = new Person();
    private final Parts parts = new Parts();
    private volatile Instant now = Samples.NOW;
    private DeviceOnLan device;
    private int port;

    @BeforeEach
    void start() throws Exception {
        FxToolkit.registerPrimaryStage();
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var settings = Person.panel(
                "target/pictures/device-on-panel",
                "simulated",
                state,
                Map.of(
                        "lan", "on",
                        "lan.port", Integer.toString(port),
                        "lan.mdns", "off",
                        "device.development-identity", "on"));
        var view = wifisetup.ui.view.Samples.beside(
                new Phase.Idle(), wifisetup.ui.view.Samples.online(), new Consent.Wanted());
        InstantSource clock = () -> now;
        var timer = parts.add(new SystemTimer());
        var radio = new Radio(Air.lab(), timer, Pace.REAL.faster(20));
        radio.wired(true);
        var wifi = parts.add(new SimulatedWifi(radio));
        device = parts.add(new DeviceOnLan(settings, true, view.setup(), wifi, timer, clock, new SecureRandom()));
        var panel = parts.add(Panel.open(
                        view.setup(),
                        _ -> {},
                        _ -> {},
                        Optional.empty(),
                        device::submit,
                        _ -> {},
                        settings.panel(),
                        "boot",
                        false,
                        clock)
                .join());
        device.observe(panel.executor(), panel::show);
        device.begin(() -> true);
    }

    @AfterEach
    void end() {
        parts.close();
    }

    @Test
    void aPersonNamesTheDeviceSetsItsPasswordAndDecidesWhomItTrusts() throws Exception {
        person.pull();
        person.tap("This device");

        person.tap("Name");
        person.clear();
        person.type("Kitchen");
        person.tap("Save");
        person.awaitText("Kitchen");

        person.tap("Management password");
        person.type(PASSWORD);
        person.tap("Save");
        person.awaitText("Set");

        var technician = ClientKey.of(Samples.ALICE);
        var opening = DeviceSession.openAsync(Target.of(LOOPBACK), options(technician));
        person.awaitText(technician.fingerprint());
        now = now.plusSeconds(2);
        person.tapWhenEnabled("Trust");
        try (var session = opening.get(60, TimeUnit.SECONDS)) {
            assertThat(session.authorized()).isTrue();
        }

        person.tap("Trusted keys");
        person.tap(technician.fingerprint());
        person.tap("Stop trusting");
        person.awaitText("None");

        person.tap("Back");
        person.awaitText("Kitchen");
        assertThat(device.state().memory().name().text()).isEqualTo("Kitchen");
        assertThat(device.state().memory().keys()).isEmpty();
        assertThat(device.state().hasPassword()).isTrue();
        person.tap("Back");
        person.awaitNo("Trusted keys");
    }

    private SessionOptions options(ClientKey key) {
        return SessionOptions.of(key)
                .withDiscovery(
                        DiscoverySettings.of(List.of()).withDevelopment(true).withPlace(TECHNICIAN, port))
                .withLookup(Duration.ofSeconds(60), () -> {})
                .withTimeout(Duration.ofSeconds(20))
                .withPassword(Password.of(PASSWORD.toCharArray()));
    }
}
