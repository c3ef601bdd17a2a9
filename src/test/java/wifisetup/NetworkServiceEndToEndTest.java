package wifisetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wifisetup.bus.BusState;
import wifisetup.loop.Timer;
import wifisetup.network.Adapter;
import wifisetup.network.Wifi;
import wifisetup.network.simulated.Air;
import wifisetup.network.simulated.Pace;
import wifisetup.network.simulated.Radio;
import wifisetup.network.simulated.SimulatedWifi;

/// The whole kiosk without a screen, and two programs on its bus that use the network.
class NetworkServiceEndToEndTest {
    private static final String NETWORK = "ovos.phal.nm.";

    @TempDir
    private Path state;

    private Kiosk kiosk;
    private Neighbour skill;
    private Neighbour script;

    @BeforeEach
    void start() throws Exception {
        var settings = Settings.of(Map.of(
                "display", new Settings.Value("none", "test"),
                "backend", new Settings.Value("simulated", "test"),
                "bus", new Settings.Value("embedded", "test"),
                "bus-uri", new Settings.Value("ws://127.0.0.1:0/core", "test"),
                "state", new Settings.Value(state.toString(), "test")));
        kiosk = Kiosk.start(
                settings,
                timer -> new Backends(Map.of("dbus", () -> lab(timer), "nmcli", () -> gone(timer)), () -> lab(timer)));
        skill = Neighbour.join(bus());
        script = Neighbour.join(bus());
    }

    @AfterEach
    void end() {
        skill.close();
        script.close();
        kiosk.close();
    }

    @Test
    void aProgramScansJoinsLooksAndForgets() throws Exception {
        ask(skill, "scan", "{}");
        assertThat(skill.heard(NETWORK + "scan.complete"))
                .contains(
                        "{\"ssid\":\"HomeNet\",\"security\":\"WPA2\",\"signal\":",
                        "\"context\":{\"session\":\"scan\"}");

        ask(skill, "connect", "{\"connection_name\":\"HomeNet\",\"password\":\"wrong-wrong\"}");
        assertThat(skill.heard(NETWORK + "connection.failure"))
                .contains("\"errorCode\":\"0\"", "\"reason\":\"wrong_password\"", "\"session\":\"connect\"");

        ask(skill, "connect", "{\"connection_name\":\"HomeNet\",\"password\":\"correct-horse\"}");
        assertThat(skill.heard(NETWORK + "connection.successful")).contains("\"connection_name\":\"HomeNet\"");
        assertThat(script.heard("mycroft.internet.connected"))
                .as("the set-up sees it too")
                .isNotBlank();
        ask(script, "get.connected", "{}");
        assertThat(script.heard(NETWORK + "is.connected")).contains("HomeNet", "\"session\":\"get.connected\"");

        ask(script, "disconnect", "{\"connection_name\":\"HomeNet\"}");
        script.heard(NETWORK + "disconnection.successful");
        ask(script, "reconnect", "{\"connection_name\":\"HomeNet\"}");
        assertThat(script.heard(NETWORK + "connection.successful")).contains("\"session\":\"connect\"");
        assertThat(script.heard(NETWORK + "connection.successful")).contains("\"session\":\"reconnect\"");
        ask(script, "forget", "{\"connection_name\":\"HomeNet\"}");
        script.heard(NETWORK + "forget.successful");
        ask(script, "get.state", "{}");
        assertThat(script.heard(NETWORK + "state.response")).contains("\"state\":\"disconnected\"");

        assertThat(skill.everything())
                .as("a password is in nobody's frame but the asker's own")
                .filteredOn(frame -> frame.contains("correct-horse") || frame.contains("wrong-wrong"))
                .allMatch(frame -> frame.contains("\"" + NETWORK + "connect\""));
    }

    /// The page of the Python client: an open network by the button in its row, and then one that is saved.
    @Test
    void thePageOfThePythonClientWorks() throws Exception {
        ask(skill, "connect", "{\"connectionName\":\"CafeOpen\",\"password\":\"\",\"securityType\":\"Insecure\"}");
        assertThat(skill.heard(NETWORK + "connection.successful")).contains("\"connection_name\":\"CafeOpen\"");

        ask(skill, "disconnect", "{\"connectionName\":\"CafeOpen\"}");
        skill.heard(NETWORK + "disconnection.successful");
        ask(skill, "connect", "{\"connectionName\":\"HomeNet\",\"password\":\"\",\"securityType\":\"WPA2\"}");
        assertThat(skill.heard(NETWORK + "connection.failure"))
                .contains("\"errorCode\":\"0\"", "\"reason\":\"password_required\"");
        ask(skill, "connect", "{\"password\":\"\"}");
        assertThat(skill.heard(NETWORK + "connection.failure"))
                .contains("\"errorCode\":\"1\"", "connection_name: missing");
    }

    @Test
    void eachOfTwoThatAskAtOnceIsAnswered() throws Exception {
        ask(skill, "scan", "{}", "skill");
        ask(script, "scan", "{}", "script");

        var answers = List.of(skill.heard(NETWORK + "scan.complete"), skill.heard(NETWORK + "scan.complete"));
        assertThat(answers).anyMatch(frame -> frame.contains("\"session\":\"skill\""));
        assertThat(answers).anyMatch(frame -> frame.contains("\"session\":\"script\""));
    }

    @Test
    void aBackendThatIsNotThereIsRefused() throws Exception {
        ask(script, "set.backend", "{\"backend\":\"magic\"}");

        assertThat(script.heard(NETWORK + "backend.not.supported"))
                .contains(
                        "\"backend\":\"magic\"",
                        "\"supported\":[\"dbus\",\"simulated\"]",
                        "\"session\":\"set.backend\"");
        ask(script, "scan", "{}");
        assertThat(script.heard(NETWORK + "scan.complete")).contains("HomeNet");
    }

    private static Wifi lab(Timer timer) {
        return new SimulatedWifi(radio(timer));
    }

    private static Wifi gone(Timer timer) {
        var radio = radio(timer);
        radio.adapter(new Adapter.Unavailable("not installed"));
        return new SimulatedWifi(radio);
    }

    private static Radio radio(Timer timer) {
        return new Radio(Air.lab(), timer, Pace.REAL.faster(50));
    }

    private static void ask(Neighbour asker, String name, String data) {
        ask(asker, name, data, name);
    }

    private static void ask(Neighbour asker, String name, String data, String session) {
        asker.send("{\"type\":\"" + NETWORK + name + "\",\"data\":" + data + ",\"context\":{\"session\":\"" + session
                + "\"}}");
    }

    private URI bus() {
        return ((BusState.Serving) kiosk.busState()).uri();
    }
}
