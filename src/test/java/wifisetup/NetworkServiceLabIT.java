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
import wifisetup.bus.BusState;
import wifisetup.network.Ssid;
import wifisetup.network.dbus.NetworkManagerWifi;
import wifisetup.network.dbus.VirtualLab;

/// A program on the bus of a kiosk without a screen, which uses the real NetworkManager of the lab. What it prints are
/// the figures that such a program feels.
class NetworkServiceLabIT {
    private static final String NETWORK = "ovos.phal.nm.";

    @TempDir
    private Path state;

    private final VirtualLab lab = new VirtualLab();
    private Kiosk kiosk;
    private Neighbour program;
    private int asked;

    @BeforeEach
    void start() throws Exception {
        lab.removeAllProfiles();
        var settings = Settings.of(Map.of(
                "display", new Settings.Value("none", "test"),
                "backend", new Settings.Value("dbus", "test"),
                "bus", new Settings.Value("embedded", "test"),
                "hotspot", new Settings.Value("off", "test"),
                "bus-uri", new Settings.Value("ws://127.0.0.1:0/core", "test"),
                "state", new Settings.Value(state.toString(), "test")));
        kiosk = Kiosk.start(
                settings,
                timer -> new Backends(
                        Map.of("dbus", () -> new NetworkManagerWifi(VirtualLab.bus(), VirtualLab.rules(), timer)),
                        () -> {
                            throw new AssertionError("the lab's NetworkManager is not there");
                        }));
        program = Neighbour.join(((BusState.Serving) kiosk.busState()).uri());
        ask("scan", "{}", "scan.complete");
    }

    @AfterEach
    void end() throws Exception {
        program.close();
        kiosk.close();
        lab.accessPoint(Ssid.of("HomeNet"), true);
        lab.removeAllProfiles();
    }

    @ParameterizedTest
    @CsvSource({"HomeNet,correct-horse", "Fortress,battery-staple", "Café: 5G ☕,unicode-pass", "HiddenNet,hidden-pass-1"
    })
    void aNetworkIsJoinedLeftJoinedAgainAndForgotten(String network, String password) throws Exception {
        String name = "{\"connection_name\":\"" + network + "\"}";

        assertThat(ask("connect", with(network, "wrong-wrong-1"), "connection.failure"))
                .contains("\"errorCode\":\"0\"", "\"reason\":\"wrong_password\"");
        assertThat(lab.profiles()).as("nothing is left of a failed join").isEmpty();
        ask("connect", with(network, password), "connection.successful");
        assertThat(ask("get.connected", "{}", "is.connected")).contains(network);
        assertThat(ask("get.state", "{}", "state.response")).contains("\"state\":\"connected\"", network);
        ask("disconnect", name, "disconnection.successful");
        ask("get.connected", "{}", "is.not.connected");
        ask("reconnect", name, "connection.successful");
        ask("forget", name, "forget.successful");
        assertThat(lab.profiles()).isEmpty();
        assertThat(ask("connect", name, "connection.failure"))
                .contains("\"errorCode\":\"0\"", "\"reason\":\"password_required\"");
    }

    @Test
    void anOpenNetworkIsJoinedAsThePythonPageAsks() throws Exception {
        ask(
                "connect",
                "{\"connectionName\":\"CafeOpen\",\"password\":\"\",\"securityType\":\"Insecure\"}",
                "connection.successful");
        ask("forget", "{\"connectionName\":\"CafeOpen\"}", "forget.successful");
    }

    @Test
    void aNewerConnectTakesThePlaceOfTheOlderOne() throws Exception {
        int older = send("connect", with("HomeNet", "wrong-wrong-1"));
        program.heard(NETWORK + "state\",\"data\":{\"state\":\"connecting\"");

        ask("connect", "{\"connection_name\":\"CafeOpen\"}", "connection.successful");

        assertThat(program.heard(NETWORK + "connection.failure"))
                .contains("\"reason\":\"cancelled\"", "\"question\":" + older + "}");
        assertThat(ask("get.connected", "{}", "is.connected")).contains("CafeOpen");
    }

    @Test
    void anAccessPointThatIsGoneIsNotFound() throws Exception {
        lab.accessPoint(Ssid.of("HomeNet"), false);

        assertThat(ask("connect", with("HomeNet", "correct-horse"), "connection.failure"))
                .contains("\"errorCode\":\"1\"", "\"connection_name\":\"HomeNet\"")
                .containsPattern("\"reason\":\"(not_found|timeout)\"");
    }

    private String ask(String request, String data, String answered) throws InterruptedException {
        var began = Instant.now();
        int question = send(request, data);
        var answer = program.heard(NETWORK + answered + "\"");
        System.out.println("measured: " + request + " " + data.replaceAll("\"password\":\"[^\"]*\"", "...") + " to "
                + answered + ": " + Duration.between(began, Instant.now()).toMillis() + " ms");
        assertThat(answer).contains("\"question\":" + question + "}");
        return answer;
    }

    private int send(String request, String data) {
        asked++;
        program.send("{\"type\":\"" + NETWORK + request + "\",\"data\":" + data + ",\"context\":{\"question\":" + asked
                + "}}");
        return asked;
    }

    private static String with(String network, String password) {
        return "{\"connection_name\":\"" + network + "\",\"password\":\"" + password + "\"}";
    }
}
