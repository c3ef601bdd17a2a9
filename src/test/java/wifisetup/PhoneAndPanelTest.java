package wifisetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import wifisetup.bus.BusState;
import wifisetup.hotspot.portal.NameRedirect;
import wifisetup.hotspot.portal.OwnPortal;
import wifisetup.hotspot.portal.PortalPlace;
import wifisetup.hotspot.portal.PortalRules;
import wifisetup.hotspot.portal.PortalSettings;
import wifisetup.network.Ssid;
import wifisetup.network.simulated.Air;
import wifisetup.network.simulated.Pace;
import wifisetup.network.simulated.Radio;
import wifisetup.network.simulated.SimulatedAccessPoint;
import wifisetup.network.simulated.SimulatedWifi;

/// A person who begins on the panel and goes on with a phone: the whole kiosk with its page, on a simulated radio.
class PhoneAndPanelTest {
    private static final String WRONG = "wrong-wrong-1";
    private static final String RIGHT = "correct-horse";
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    @TempDir
    private Path state;

    private final Person person = new Person();
    private final HttpClient phone =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private URI page;
    private Neighbour neighbour;
    private Kiosk kiosk;

    @BeforeEach
    void start() throws Exception {
        FxToolkit.registerPrimaryStage();
        var loopback = Inet4Address.ofLiteral("127.0.0.1");
        int port = freePort();
        page = URI.create("http://127.0.0.1:" + port + "/");
        kiosk = Kiosk.start(
                Person.panel("target/pictures/phone-and-panel", "simulated", state),
                timer -> new Backends(
                        Map.of(), () -> new SimulatedWifi(new Radio(Air.lab(), timer, Pace.REAL.faster(20)))),
                (wifi, _, timer) -> Optional.of(OwnPortal.of(
                        wifi,
                        new SimulatedAccessPoint(),
                        new Nobody(),
                        new PortalPlace(new InetSocketAddress(loopback, port), page),
                        new PortalSettings(PortalRules.DEFAULT, loopback, page, "kiosk.local"),
                        timer,
                        InstantSource.system(),
                        new SecureRandom())));
        neighbour = Neighbour.join(((BusState.Serving) kiosk.busState()).uri());
    }

    @AfterEach
    void end() {
        phone.close();
        neighbour.close();
        kiosk.close();
    }

    @Test
    void theyFinishOnThePhoneWhatTheyBeganOnThePanel() throws Exception {
        person.tap("Choose a Wi-Fi network");
        person.tap("HomeNet");
        person.tap("Finish on my phone");
        person.awaitText("Go on there to join “HomeNet”");

        String form = get();
        assertThat(form).as("it opens on the network").contains("HomeNet", "name=\"password\"");
        post(form, WRONG);
        person.awaitText("“HomeNet”: The password is wrong");
        assertThat(get()).contains("The password is wrong").doesNotContain(WRONG);

        post(get(), RIGHT);
        person.awaitText("Connected");
        neighbour.heard("ovos.wifi.setup.completed");
        neighbour.heard("ovos.phal.wifi.plugin.deactivate.");
        person.tap("Done");
        person.awaitText("Connected to “HomeNet”");
        assertThat(neighbour.everything())
                .as("no password on the bus")
                .noneMatch(frame -> frame.contains(RIGHT) || frame.contains(WRONG));
    }

    @Test
    void theyComeBackToThePasswordWithWhatTheyHadTyped() throws Exception {
        person.tap("Choose a Wi-Fi network");
        person.tap("HomeNet");
        person.type("half of it");
        person.tap("Finish on my phone");
        person.awaitText("Use your phone");

        person.tap("Back");

        person.awaitText("Finish on my phone");
        assertThat(person.typed()).isEqualTo("half of it");
        assertThat(neighbour.heard("ovos.phal.wifi.hotspot.state\",\"data\":{\"state\":\"stopped\""))
                .isNotEmpty();
    }

    private String get() throws IOException, InterruptedException {
        return phone.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString())
                .body();
    }

    private void post(String form, String password) throws IOException, InterruptedException {
        var token = TOKEN.matcher(form);
        assertThat(token.find()).as(form).isTrue();
        var request = HttpRequest.newBuilder(page.resolve("/join"))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "network=" + Ssid.of("HomeNet").hex() + "&security=WPA2&password=" + password + "&token="
                                + token.group(1)))
                .build();
        assertThat(phone.send(request, BodyHandlers.ofString()).statusCode()).isLessThan(400);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /// Leads no name astray.
    private static final class Nobody implements NameRedirect {
        @Override
        public void begin(Inet4Address gateway, URI address) {
            // The page is opened by its address.
        }

        @Override
        public void end() {
            // Nothing was begun.
        }

        @Override
        public boolean works(Inet4Address gateway) {
            return true;
        }
    }
}
