package wifisetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;
import wifisetup.bus.BusState;
import wifisetup.network.LabNetwork;
import wifisetup.network.dbus.NetworkManagerWifi;
import wifisetup.network.dbus.VirtualLab;

/// The whole kiosk, by touch, against the real NetworkManager of the lab. What it prints are the figures that a person
/// at the panel feels.
class KioskLabIT {
    @TempDir
    private Path state;

    private final VirtualLab lab = new VirtualLab();
    private final Person person = new Person();
    private Neighbour neighbour;
    private Kiosk kiosk;

    @BeforeEach
    void start() throws Exception {
        lab.removeAllProfiles();
        FxToolkit.registerPrimaryStage();
        var settings = Person.panel("target/pictures/lab", "dbus", state);
        kiosk = Kiosk.start(
                settings,
                timer -> new Backends(
                        Map.of("dbus", () -> new NetworkManagerWifi(VirtualLab.bus(), VirtualLab.rules(), timer)),
                        () -> {
                            throw new AssertionError("the lab's NetworkManager is not there");
                        }));
        neighbour = Neighbour.join(((BusState.Serving) kiosk.busState()).uri());
        person.tap("Choose a Wi-Fi network");
        // A list that still fills moves what is tapped.
        person.awaitBeginning("Updated");
    }

    @AfterEach
    void end() throws Exception {
        neighbour.close();
        kiosk.close();
        lab.close();
        lab.dhcp(true);
        lab.accessPoint(LabNetwork.CAFE.ssid(), true);
        lab.removeAllProfiles();
    }

    @ParameterizedTest
    @CsvSource({"HomeNet, correct-horse", "Fortress, battery-staple", "Café: 5G ☕, unicode-pass"})
    void aMistypedPasswordIsNamedAndTheRightOneConnects(String network, String password) throws Exception {
        person.tap(network);
        person.type("wrong-wrong-1");
        var asked = Instant.now();
        person.tap("Connect");
        person.awaitText("The password is wrong");
        figure(network + ": from the tap to \"The password is wrong\"", asked);
        assertThat(neighbour.heard("ovos.phal.nm.connection.failure")).contains("\"reason\":\"wrong_password\"");
        assertThat(person.typed()).isEqualTo("wrong-wrong-1");
        assertThat(lab.profiles()).as("a failed join leaves no profile").isEmpty();

        person.clear();
        person.type(password);
        var tapped = Instant.now();
        person.tap("Connect");
        person.awaitText("Connected");
        figure(network + ": from the tap to \"Connected\"", tapped);
        neighbour.heard("ovos.phal.nm.connection.successful");
        neighbour.heard("ovos.wifi.setup.completed");
        assertThat(lab.profiles()).hasSize(1);
        assertThat(neighbour.everything())
                .noneMatch(frame -> frame.contains(password) || frame.contains("wrong-wrong"));
    }

    @Test
    void anOpenNetworkTakesOneTapAndIsForgottenByTwo() throws Exception {
        var tapped = Instant.now();
        person.tap("CafeOpen");
        person.awaitText("Connected");
        figure("CafeOpen: from the tap to \"Connected\"", tapped);

        neighbour.heard("ovos.wifi.setup.completed");
        person.tap("Forget this network");
        person.tap("Forget");
        person.awaitText("Set up networking");
        assertThat(lab.profiles()).isEmpty();
    }

    @Test
    void aNetworkThatHidesItsNameIsJoinedByTypingIt() {
        person.tap("Other network…");
        person.type("HiddenNet");
        person.tap("Next");
        person.awaitText("“HiddenNet”");
        person.type("hidden-pass-1");
        var tapped = Instant.now();
        person.tap("Connect");
        person.awaitText("Connected");
        figure("HiddenNet: from the tap to \"Connected\"", tapped);
    }

    @Test
    void aJoinCanBeCancelledAndLeavesNothing() throws Exception {
        person.tap("Fortress");
        person.type("wrong-wrong-1");
        person.tap("Connect");
        person.awaitText("Connecting…");
        var tapped = Instant.now();
        person.tap("Cancel");
        person.awaitText("“Fortress”");
        figure("Fortress: from \"Cancel\" to the password page", tapped);
        assertThat(person.typed()).isEqualTo("wrong-wrong-1");
        assertThat(lab.profiles()).isEmpty();
    }

    @Test
    void aWrongPasswordOfOneNetworkIsNotBlamedOnTheNext() throws Exception {
        person.tap("HomeNet");
        person.type("wrong-wrong-1");
        person.tap("Connect");
        person.awaitText("Connecting…");
        person.tap("Cancel");
        person.awaitText("“HomeNet”");
        person.tap("Back");
        person.awaitText("CafeOpen");
        person.tap("CafeOpen");

        person.awaitText("Connected");
        assertThat(neighbour.heard("ovos.phal.nm.connection.successful")).contains("CafeOpen");
        assertThat(lab.profiles())
                .extracting(profile -> profile.ssid().display())
                .containsExactly("CafeOpen");
    }

    @Test
    void aServiceThatIsKilledDuringAJoinIsNamedAndThePersonGoesOnWhenItIsBack() throws Exception {
        lab.dhcp(false);
        person.tap("CafeOpen");
        person.awaitText("Getting an address");
        lab.killNetworkManager();
        person.awaitText("The network service does not answer");

        lab.startNetworkManager();
        lab.dhcp(true);
        person.awaitText("CafeOpen");
        person.tap("CafeOpen");
        person.awaitText("Connected");
        assertThat(lab.profiles()).hasSize(1);
    }

    @Test
    void anAccessPointThatIsSwitchedOffDuringAJoinIsNoWrongPassword() throws Exception {
        lab.dhcp(false);
        person.tap("CafeOpen");
        person.awaitText("Getting an address");
        lab.accessPoint(LabNetwork.CAFE.ssid(), false);

        person.awaitText("Not connected");
        assertThat(neighbour.heard("ovos.phal.nm.connection.failure"))
                .containsAnyOf("\"reason\":\"not_found\"", "\"reason\":\"no_ip\"");
        assertThat(lab.profiles()).isEmpty();
    }

    private static void figure(String what, Instant since) {
        System.out.println("measured: " + what + ": "
                + Duration.between(since, Instant.now()).toMillis() + " ms");
    }
}
