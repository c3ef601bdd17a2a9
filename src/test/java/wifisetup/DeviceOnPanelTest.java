package wifisetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import wifisetup.device.DeviceEvent;
import wifisetup.device.KeyFingerprint;
import wifisetup.device.Samples;
import wifisetup.loop.SystemTimer;
import wifisetup.network.simulated.Air;
import wifisetup.network.simulated.Pace;
import wifisetup.network.simulated.Radio;
import wifisetup.network.simulated.SimulatedWifi;
import wifisetup.secret.Secret;
import wifisetup.setup.Consent;
import wifisetup.setup.Phase;

/// A person goes through all that the panel says about the device itself, and a technician comes in between.
class DeviceOnPanelTest {
    private static final String PASSWORD = "a long password";
    private static final InetAddress TECHNICIAN = InetAddress.ofLiteral("192.0.2.7");

    @TempDir
    private Path state;

    private final Person person = new Person();
    private final Parts parts = new Parts();
    private volatile Instant now = Samples.NOW;
    private DeviceOnLan device;

    @BeforeEach
    void start() throws Exception {
        FxToolkit.registerPrimaryStage();
        var settings = Person.panel("target/pictures/device-on-panel", "simulated", state);
        var view = wifisetup.ui.view.Samples.beside(
                new Phase.Idle(), wifisetup.ui.view.Samples.online(), new Consent.Wanted());
        InstantSource clock = () -> now;
        var timer = parts.add(new SystemTimer());
        var wifi = parts.add(new SimulatedWifi(new Radio(Air.lab(), timer, Pace.REAL.faster(20))));
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
    }

    @AfterEach
    void end() {
        parts.close();
    }

    @Test
    void aPersonNamesTheDeviceSetsItsPasswordAndDecidesWhomItTrusts() {
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

        var fingerprint = KeyFingerprint.of(Samples.ALICE.getPublic()).text();
        device.submit(
                new DeviceEvent.PasswordOffered(1, TECHNICIAN, Samples.ALICE.getPublic(), new Secret(PASSWORD), now));
        person.awaitText(fingerprint);
        now = now.plusSeconds(2);
        person.tapWhenEnabled("Trust");

        person.tap("Trusted keys");
        person.tap(fingerprint);
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
}
