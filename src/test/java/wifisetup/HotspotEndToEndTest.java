package wifisetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import wifisetup.bus.BusState;
import wifisetup.loop.Timer;
import wifisetup.network.LabNetwork;
import wifisetup.network.simulated.Air;
import wifisetup.network.simulated.Pace;
import wifisetup.network.simulated.Radio;
import wifisetup.network.simulated.SimulatedWifi;

/// A device that is set up with a phone, whose part the JDK's HTTP client plays: the whole program, its bus, its page.
class HotspotEndToEndTest {
    private static final String PANEL = "panel";
    private static final int HASTE = 20;
    private static final String PLUGIN = "ovos.phal.wifi.plugin.";
    private static final String STATE = "ovos.phal.wifi.hotspot.state\",\"data\":{";
    private static final String SSID = "Kiosk under test";
    private static final String PASSPHRASE = "open-sesame";
    private static final String WRONG = "wrong-wrong-1";
    private static final String RIGHT = "correct-horse";
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"(?<token>[^\"]+)\"");

    @TempDir
    private Path state;

    private final HttpClient phone =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final int port = freePort();
    private final URI page = URI.create("http://127.0.0.1:" + port + "/");
    private Kiosk kiosk;
    private Neighbour neighbour;

    HotspotEndToEndTest() throws IOException {
        // A free port is found.
    }

    /// A kiosk with a panel where the test is tagged so, else without any screen.
    @BeforeEach
    void start(TestInfo test) throws Exception {
        boolean panel = test.getTags().contains(PANEL);
        if (panel) {
            FxToolkit.registerPrimaryStage();
        }
        var values = new LinkedHashMap<String, Settings.Value>();
        Map.of(
                        "display", panel ? "headless" : "none",
                        "panel", "800x480",
                        "backend", "simulated",
                        "bus", "embedded",
                        "bus-uri", "ws://127.0.0.1:0/core",
                        "auto-setup", "off",
                        "hotspot.ssid", SSID,
                        "hotspot.passphrase", PASSPHRASE,
                        "state", state.toString())
                .forEach((key, text) -> values.put(key, new Settings.Value(text, "test")));
        var settings = Settings.of(values);
        kiosk = Kiosk.start(settings, timer -> new Backends(Map.of(), () -> lab(timer)), (wifi, simulated, timer) -> {
            assertThat(simulated).isTrue();
            Timer hasty = (delay, action) -> timer.after(delay.dividedBy(HASTE), action);
            return new DeviceHotspot(settings.hotspot(), state, hasty, InstantSource.system(), new SecureRandom())
                    .simulated(wifi, port);
        });
        neighbour = Neighbour.join(((BusState.Serving) kiosk.busState()).uri());
    }

    @AfterEach
    void end() {
        phone.close();
        neighbour.close();
        kiosk.close();
    }

    @Test
    void withoutAScreenAPhoneMistypesThePasswordOnceAndBringsTheDeviceOnline() throws Exception {
        send(PLUGIN + "user.activated", "");
        neighbour.heard("gui.status.request");
        send("gui.status.request.response", "\"connected\":false");
        neighbour.heard(PLUGIN + "activate.");
        neighbour.heard(STATE + "\"ssid\":\"" + SSID + "\",\"state\":\"preparing\"");
        neighbour.heard(STATE + "\"ssid\":\"" + SSID + "\",\"state\":\"waiting\",\"page\":\"" + page + "\"");
        assertThat(neighbour.heard("speak"))
                .contains(SSID, "o, p, e, n, -, s, e, s, a, m, e", "\"lang\":\"en\"", "hotspot_join");

        var opened = get("/");
        assertThat(opened).contains("HomeNet", "CafeOpen").doesNotContain(SSID + "</bdi>");
        neighbour.heard(STATE + "\"ssid\":\"" + SSID + "\",\"state\":\"choosing\"");
        assertThat(neighbour.heard("speak")).contains("hotspot_choose");

        assertThat(join(opened, WRONG)).contains("HomeNet");
        neighbour.heard(STATE + "\"ssid\":\"" + SSID + "\",\"state\":\"connecting\",\"connection_name\":\"HomeNet\"");
        assertThat(neighbour.heard(STATE + "\"ssid\":\"" + SSID + "\",\"state\":\"waiting\""))
                .contains("\"failed\":{\"connection_name\":\"HomeNet\",\"reason\":\"wrong_password\"}");
        assertThat(neighbour.heard("speak")).contains("hotspot_failed", "The password is wrong");

        var again = get("/");
        assertThat(again).contains("The password is wrong").doesNotContain(WRONG);
        join(again, RIGHT);
        assertThat(neighbour.heard(STATE + "\"state\":\"connected\""))
                .contains("\"connection_name\":\"HomeNet\"", "\"addresses\":[");
        neighbour.heard("ovos.wifi.setup.completed");
        neighbour.heard(PLUGIN + "deactivate.");
        neighbour.heard("mycroft.internet.connected");
        assertThat(neighbour.everything())
                .as("no password of a network on the bus")
                .noneMatch(frame -> frame.contains(WRONG) || frame.contains(RIGHT));
        assertThat(neighbour.everything())
                .as("the passphrase is on the bus in no other way than spelled aloud")
                .noneMatch(frame -> frame.contains(PASSPHRASE));
    }

    @Test
    void aForeignPageCannotMakeTheDeviceJoin() throws Exception {
        send(PLUGIN + "user.activated", "");
        neighbour.heard("gui.status.request");
        send("gui.status.request.response", "\"connected\":false");
        neighbour.heard(STATE + "\"ssid\":\"" + SSID + "\",\"state\":\"waiting\"");
        var opened = get("/");

        assertThat(post(form(opened, RIGHT), "http://evil.example").statusCode())
                .isEqualTo(403);
        assertThat(post(form(opened, RIGHT).replace("token=", "token=x"), "http://" + page.getAuthority())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    @Tag(PANEL)
    void onAPanelTheHotspotIsShownWhenAnotherProgramActivatesItsClient() throws Exception {
        var person = new Person();
        send(PLUGIN + "get.registered.clients", "");
        var clients = neighbour.heard(PLUGIN + "registered.clients");
        var id = Pattern.compile("\"client\":\"ovos-PHAL-plugin-balena-wifi\"[^}]*?\"id\":\"(?<id>[^\"]+)\"")
                .matcher(clients);
        assertThat(id.find()).as(clients).isTrue();

        send(
                PLUGIN + "set.active.client",
                "\"client\":\"ovos-PHAL-plugin-balena-wifi\",\"id\":\"" + id.group("id") + "\"");

        neighbour.heard(PLUGIN + "activate." + id.group("id"));
        neighbour.heard(STATE + "\"ssid\":\"" + SSID + "\",\"state\":\"waiting\"");
        person.awaitText(SSID);
        assertThat(neighbour.everything())
                .as("with a screen nothing is said aloud")
                .noneMatch(frame -> frame.contains("\"type\":\"speak\""));

        send(PLUGIN + "remove.active.client", "\"client\":\"ovos-PHAL-plugin-balena-wifi\"");
        neighbour.heard(PLUGIN + "deactivate." + id.group("id"));
        neighbour.heard(STATE + "\"state\":\"stopped\"");
        person.awaitNo(SSID);
    }

    private void send(String type, String data) {
        neighbour.send("{\"type\":\"" + type + "\",\"data\":{" + data + "},\"context\":{}}");
    }

    private String get(String path) throws IOException, InterruptedException {
        var answer = phone.send(
                HttpRequest.newBuilder(page.resolve(path))
                        .timeout(Duration.ofSeconds(20))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private String join(String opened, String password) throws IOException, InterruptedException {
        var answer = post(form(opened, password), "http://" + page.getAuthority());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain(password);
        return answer.body();
    }

    private static String form(String opened, String password) {
        var token = TOKEN.matcher(opened);
        assertThat(token.find()).as(opened).isTrue();
        return "token=" + URLEncoder.encode(token.group("token"), StandardCharsets.UTF_8) + "&network="
                + LabNetwork.HOME.ssid().hex() + "&security="
                + LabNetwork.HOME.id().security() + "&password=" + password;
    }

    private HttpResponse<String> post(String form, String origin) throws IOException, InterruptedException {
        return phone.send(
                HttpRequest.newBuilder(page.resolve("/join"))
                        .timeout(Duration.ofSeconds(20))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", origin)
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static SimulatedWifi lab(Timer timer) {
        return new SimulatedWifi(new Radio(Air.lab(), timer, Pace.REAL.faster(HASTE)));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
