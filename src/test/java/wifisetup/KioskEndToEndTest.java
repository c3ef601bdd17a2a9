package wifisetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import wifisetup.bus.BusState;
import wifisetup.loop.Timer;
import wifisetup.network.Wifi;
import wifisetup.network.simulated.Air;
import wifisetup.network.simulated.Pace;
import wifisetup.network.simulated.Radio;
import wifisetup.network.simulated.SimulatedWifi;

/// The whole kiosk on one panel, with one neighbour on its bus.
class KioskEndToEndTest {
    private static final String WRONG = "wrong-wrong-1";
    private static final String RIGHT = "correct-horse";
    private static final String PLUGIN = "ovos.phal.wifi.plugin.";

    @TempDir
    private Path state;

    private final Person person = new Person();
    private Neighbour neighbour;
    private Kiosk kiosk;

    @BeforeEach
    void start() throws Exception {
        FxToolkit.registerPrimaryStage();
        var settings = Person.panel("target/pictures/end-to-end", "simulated", state);
        kiosk = Kiosk.start(
                settings,
                // What takes the place of the simulation is one as well, under the name of what is real.
                timer -> new Backends(Map.of("dbus", () -> lab(timer)), () -> lab(timer)));
        neighbour = Neighbour.join(((BusState.Serving) kiosk.busState()).uri());
    }

    @AfterEach
    void end() {
        neighbour.close();
        kiosk.close();
    }

    @Test
    void aPersonMistypesThePasswordOnceAndEndsOnTheNetwork() throws Exception {
        person.tap("Choose a Wi-Fi network");
        neighbour.heard(PLUGIN + "client.select");
        neighbour.heard(PLUGIN + "set.active.client");
        neighbour.heard(PLUGIN + "activate.");

        person.tap("HomeNet");
        person.type(WRONG);
        person.tap("Connect");
        person.awaitText("The password is wrong");
        assertThat(neighbour.heard("ovos.phal.nm.connection.failure"))
                .contains("\"errorCode\":\"0\"", "\"reason\":\"wrong_password\"", "\"connection_name\":\"HomeNet\"");
        assertThat(person.typed()).as("the typed text is kept").isEqualTo(WRONG);

        person.clear();
        person.type(RIGHT);
        person.tap("Connect");
        person.awaitText("Connected");
        assertThat(neighbour.heard("ovos.phal.nm.connection.successful")).contains("\"connection_name\":\"HomeNet\"");
        neighbour.heard("mycroft.internet.connected");
        neighbour.heard("system.ntp.sync");
        neighbour.send("{\"type\":\"system.ntp.sync.complete\",\"data\":{},\"context\":{}}");
        neighbour.heard("ovos.wifi.setup.completed");
        neighbour.heard("ovos.shell.status.ok");
        neighbour.heard(PLUGIN + "stop.setup.event");
        neighbour.heard(PLUGIN + "deactivate.");
        assertThat(neighbour.everything())
                .as("in this order")
                .extracting(frame -> frame.replaceAll("^\\{\"type\":\"([^\"]*)\".*", "$1"))
                .containsSubsequence(
                        "mycroft.internet.connected",
                        "system.ntp.sync",
                        "system.ntp.sync.complete",
                        "ovos.wifi.setup.completed",
                        "ovos.shell.status.ok",
                        PLUGIN + "stop.setup.event");

        person.tap("Done");
        person.awaitText("Connected to “HomeNet”");
        assertThat(neighbour.everything())
                .as("no password on the bus")
                .noneMatch(frame -> frame.contains(RIGHT) || frame.contains(WRONG));
    }

    @Test
    void connectLaterIsRememberedAndTheDropDownStartsOver() throws Exception {
        person.tap("Connect later");
        neighbour.heard(PLUGIN + "skip.setup");
        neighbour.heard(PLUGIN + "fully_offline");
        assertThat(state.resolve("setup.properties")).content().contains("consent=skipped");

        neighbour.send("{\"type\":\"" + PLUGIN + "user.activated\",\"data\":{},\"context\":{}}");
        neighbour.heard(PLUGIN + "setup.launched");
        person.awaitText("Set up networking");
        assertThat(state.resolve("setup.properties")).content().contains("consent=wanted");
    }

    @Test
    void theBusLeavesTheSetUpOnThePanelAsBackDoes() throws Exception {
        person.tap("Choose a Wi-Fi network");
        neighbour.heard(PLUGIN + "activate.");
        neighbour.send("{\"type\":\"ovos.phal.gui.network.client.back\",\"data\":{},\"context\":{}}");
        neighbour.heard(PLUGIN + "deactivate.");
        neighbour.heard(PLUGIN + "user.activated");
        person.awaitText("Set up networking");
    }

    @Test
    void theNetworksAreMarkedAsADemoAsLongAsTheyAreOne() throws Exception {
        person.awaitText("Demo");

        neighbour.send("{\"type\":\"ovos.phal.nm.set.backend\",\"data\":{\"backend\":\"dbus\"},\"context\":{}}");

        neighbour.heard("ovos.phal.nm.set.backend.response");
        person.awaitNo("Demo");
    }

    private static Wifi lab(Timer timer) {
        return new SimulatedWifi(new Radio(Air.lab(), timer, Pace.REAL.faster(20)));
    }

    @Test
    void aClientOfTheBusAppearsAsATileAndIsActivatedByATap() throws Exception {
        neighbour.send("""
                {"type":"ovos.phal.wifi.plugin.register.client","data":{"client":"phone","type":"Remote",\
                "display_text":"On Mobile Setup","has_gui":true,"requires_input":false},"context":{"session":"s1"}}""");
        assertThat(neighbour.heard(PLUGIN + "client.registered"))
                .contains("\"client\":\"phone\"", "\"session\":\"s1\"");
        person.tap("On Mobile Setup");
        neighbour.heard(PLUGIN + "activate.");
    }
}
