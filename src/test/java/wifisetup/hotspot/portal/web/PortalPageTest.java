package wifisetup.hotspot.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wifisetup.hotspot.HotspotEnd;
import wifisetup.hotspot.HotspotRequest.Target;
import wifisetup.hotspot.portal.web.PortalView.Course;
import wifisetup.network.Connectivity;
import wifisetup.network.Credentials;
import wifisetup.network.Eap;
import wifisetup.network.Failure;
import wifisetup.network.JoinRequest;
import wifisetup.network.JoinStage;
import wifisetup.network.Joined;
import wifisetup.network.Link;
import wifisetup.network.NetworkId;
import wifisetup.network.Security;
import wifisetup.network.ServerTrust;
import wifisetup.network.Ssid;
import wifisetup.secret.Secret;
import wifisetup.words.Language;

/// What a phone sees, and what becomes of what it sends.
class PortalPageTest {
    private static final String PASSWORD = "correct horse";

    private final FakeDesk desk = new FakeDesk();
    private PortalTrial trial;
    private Phone phone;

    @BeforeEach
    void open() throws Exception {
        trial = new PortalTrial(desk);
        phone = trial.phone();
    }

    @AfterEach
    void close() {
        trial.close();
    }

    @Test
    void theListShowsEachNetworkItsSignalItsKindAndItsAge() throws Exception {
        var page = phone.open("/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("Café: 5G", "Home sweet home", "Guests", "Northwind Staff", "Other network…")
                .contains("strong signal", "fair signal", "weak signal", "2.4\u00a0GHz", "Saved")
                .contains("Updated 2 min ago", "Search again", "“Kiosk 4711” goes away for some seconds");
    }

    @Test
    void aNetworkThatCannotBeUsedIsThereWithTheReasonButLeadsNowhere() throws Exception {
        assertThat(phone.open("/").body())
                .contains("Too old to be safe (WEP)")
                .doesNotContain(FakeDesk.OLD.ssid().hex());
    }

    @Test
    void aVisitIsCountedAndThePollsOfAnOpenPageButNeitherProbesNorFiles() throws Exception {
        phone.get("/style.css");
        phone.get("/generate_204");
        phone.head("/");
        trial.phone().says("User-Agent", "CaptiveNetworkSupport-1.0 wispr").get("/");
        assertThat(desk.visits).hasValue(0);

        phone.get("/");
        assertThat(desk.visits).hasValue(1);

        phone.get("/state");
        assertThat(desk.visits).hasValue(2);
    }

    @Test
    void aPasswordIsHandedInAndThePhoneIsToldWhatHappens() throws Exception {
        var form = phone.open(address(FakeDesk.HOME));
        assertThat(form.body())
                .contains("“Kiosk 4711” goes away while the device tries")
                .contains("you find kiosk.local on “Home sweet home”");

        var answer = phone.post("/join", join(FakeDesk.HOME, "password", PASSWORD));

        assertThat(desk.joins).containsExactly(request(FakeDesk.HOME, PASSWORD));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("Connecting…", "“Home sweet home”", "content=\"20;url=/\"");
    }

    @Test
    void anOpenNetworkNeedsNoPassword() throws Exception {
        assertThat(phone.open(address(FakeDesk.GUESTS)).body())
                .contains("others nearby can see")
                .doesNotContain("type=\"password\"");
        phone.post("/join", join(FakeDesk.GUESTS));
        assertThat(desk.joins).containsExactly(new JoinRequest(FakeDesk.GUESTS, new Credentials.None(), false));
    }

    @Test
    void aSavedNetworkNeedsNoPasswordButTakesOne() throws Exception {
        assertThat(phone.open(address(FakeDesk.CAFE)).body()).contains("The device knows the password");
        phone.post("/join", join(FakeDesk.CAFE, "password", ""));
        assertThat(desk.joins).containsExactly(new JoinRequest(FakeDesk.CAFE, new Credentials.Saved(), false));
    }

    @Test
    void anAccountIsHandedIn() throws Exception {
        phone.open(address(FakeDesk.WORK));
        phone.post(
                "/join",
                join(
                        FakeDesk.WORK,
                        "identity",
                        " jo ",
                        "password",
                        PASSWORD,
                        "method",
                        "TTLS_PAP",
                        "check",
                        "SYSTEM",
                        "domain",
                        "radius.example.org"));
        assertThat(desk.joins)
                .containsExactly(new JoinRequest(
                        FakeDesk.WORK,
                        new Credentials.Account(
                                "jo",
                                "",
                                new Eap.Ttls(new Secret(PASSWORD), Eap.Inner.PAP),
                                new ServerTrust.SystemAuthorities("radius.example.org")),
                        false));
    }

    @Test
    void anAccountWithoutACheckSaysWhatThatMeans() throws Exception {
        assertThat(phone.open(address(FakeDesk.WORK)).body()).contains("Whoever imitates this network learns");
        phone.post("/join", join(FakeDesk.WORK, "identity", "jo", "password", PASSWORD, "check", "NONE"));
        assertThat(desk.joins)
                .extracting(JoinRequest::credentials)
                .containsExactly(new Credentials.Account(
                        "jo", "", new Eap.Peap(new Secret(PASSWORD)), new ServerTrust.Anybody()));
    }

    @Test
    void anAccountThatLacksSomethingKeepsWhatIsNoSecret() throws Exception {
        phone.open(address(FakeDesk.WORK));
        var answer = phone.post("/join", join(FakeDesk.WORK, "identity", "jo", "password", PASSWORD));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Type the server’s name", "value=\"jo\"")
                .doesNotContain(PASSWORD);
        assertThat(desk.joins).isEmpty();
    }

    @Test
    void aPasswordThatCannotBeRightIsRefusedWithTheRule() throws Exception {
        phone.open(address(FakeDesk.HOME));
        var answer = phone.post("/join", join(FakeDesk.HOME, "password", "short"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("8 characters at least");
        assertThat(phone.post("/join", join(FakeDesk.HOME)).body()).contains("8 to 63 characters");
        assertThat(desk.joins).isEmpty();
    }

    @Test
    void aNetworkWithAnObstacleIsRefusedEvenIfSomebodyAsksForIt() throws Exception {
        phone.open("/");
        assertThat(phone.post("/join", join(FakeDesk.OLD, "password", "12345")).status())
                .isEqualTo(422);
        assertThat(desk.joins).isEmpty();
    }

    @Test
    void aHiddenNetworkIsTypedByHand() throws Exception {
        var hidden = new NetworkId(Ssid.of("Møøse"), Security.WPA3);
        var form = phone.open("/?other=yes&name=M%C3%B8%C3%B8se&security=WPA3");
        assertThat(form.body()).contains("Møøse", hidden.ssid().hex(), "name=\"hidden\"");
        phone.post("/join", join(hidden, "password", PASSWORD, "hidden", "yes"));
        assertThat(desk.joins)
                .containsExactly(new JoinRequest(hidden, new Credentials.Passphrase(new Secret(PASSWORD)), true));
    }

    @Test
    void aNameThatIsNoneIsAskedForAgain() throws Exception {
        assertThat(phone.get("/?other=yes&security=OPEN&name=" + "x".repeat(33)).body())
                .contains("1 to 32 letters", "value=\"" + "x".repeat(33), "value=\"OPEN\" id=\"kind-OPEN\" checked");
    }

    @Test
    void afterAFailureTheFormIsBackWithTheReasonAndThePasswordIsKeptButNotShown() throws Exception {
        phone.open(address(FakeDesk.HOME));
        phone.post("/join", join(FakeDesk.HOME, "password", PASSWORD));
        desk.fail(FakeDesk.HOME, new Failure.OutOfRange());

        var page = phone.open("/");

        assertThat(page.body())
                .contains("“Home sweet home”: The network does not answer", "Move closer", "What you typed is kept")
                .doesNotContain(PASSWORD);
        phone.post("/join", join(FakeDesk.HOME, "password", ""));
        assertThat(desk.joins).containsExactly(request(FakeDesk.HOME, PASSWORD), request(FakeDesk.HOME, PASSWORD));
    }

    @Test
    void whatOnePhoneTypedIsNotForAnother() throws Exception {
        phone.open(address(FakeDesk.HOME));
        phone.post("/join", join(FakeDesk.HOME, "password", PASSWORD));
        desk.fail(FakeDesk.HOME, new Failure.WrongPassword());

        var other = trial.phone("127.0.0.2");
        assertThat(other.open("/").body())
                .contains("Choose a Wi-Fi network", "“Home sweet home”: The password is wrong")
                .doesNotContain("What you typed is kept");
        assertThat(other.post("/join", join(FakeDesk.HOME)).status()).isEqualTo(422);
    }

    @Test
    void aServerThatWasClosedAndOpenedKnowsThePhoneAndItsFormAgain() throws Exception {
        phone.open(address(FakeDesk.HOME));
        phone.post("/join", join(FakeDesk.HOME, "password", PASSWORD));
        trial.restart();
        desk.fail(FakeDesk.HOME, new Failure.NoAddress());

        assertThat(phone.get("/").body()).contains("What you typed is kept");
        phone.post("/join", join(FakeDesk.HOME));
        assertThat(desk.joins).hasSize(2);
    }

    @Test
    void ofTwoPhonesTheFirstWinsAndTheOtherIsTold() throws Exception {
        var other = trial.phone("127.0.0.2");
        phone.open(address(FakeDesk.HOME));
        other.open(address(FakeDesk.GUESTS));

        phone.post("/join", join(FakeDesk.HOME, "password", PASSWORD));
        var late = other.post("/join", join(FakeDesk.GUESTS));

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("Another phone was faster: the device is joining “Home sweet home” now.");
        assertThat(desk.joins).hasSize(1);
        assertThat(other.get("/state").body()).isEqualTo(phone.get("/state").body());
    }

    @Test
    void whoSendsTheSameFormTwiceIsNotTheSlowerPhone() throws Exception {
        phone.open(address(FakeDesk.HOME));
        phone.post("/join", join(FakeDesk.HOME, "password", PASSWORD));
        assertThat(phone.post("/join", join(FakeDesk.HOME, "password", PASSWORD))
                        .body())
                .doesNotContain("Another phone");
    }

    @Test
    void aSearchIsAskedForOnce() throws Exception {
        phone.open("/");
        assertThat(phone.post("/search", Map.of()).body()).contains("comes back with a new list");
        assertThat(phone.post("/search", Map.of()).status()).isEqualTo(409);
        assertThat(desk.searches).hasValue(1);
    }

    @Test
    void thePageOpensOnTheNetworkThatThePanelWasAt() throws Exception {
        desk.aim(FakeDesk.WORK);
        assertThat(phone.open("/").body())
                .contains("User name", FakeDesk.WORK.ssid().hex());
        assertThat(phone.open("/?list=yes").body()).contains("Choose a Wi-Fi network");
    }

    @Test
    void eachCourseHasItsPage() throws Exception {
        desk.go(new Course.Joining(FakeDesk.HOME.ssid(), JoinStage.GETTING_ADDRESS));
        assertThat(phone.get("/").body()).contains("Getting an address");
        assertThat(phone.get("/state").body()).contains("\"busy\":true");
        desk.go(new Course.Searching());
        assertThat(phone.get(address(FakeDesk.HOME)).body()).contains("comes back with a new list");
        for (var end : List.of(
                Map.entry(connected(Connectivity.FULL), "This device is on “Home sweet home”."),
                Map.entry(connected(Connectivity.FULL), "This device’s address: 192.168.178.20, fd00::20"),
                Map.entry(connected(Connectivity.FULL), "you find kiosk.local there"),
                Map.entry(connected(Connectivity.LIMITED), "Connected, no internet"),
                Map.entry(connected(Connectivity.PORTAL), "Sign-in required"),
                Map.entry(new HotspotEnd.Wired(), "uses its cable now"),
                Map.entry(new HotspotEnd.Cancelled(), "Set-up was stopped"),
                Map.entry(new HotspotEnd.TimedOut(), "Nobody chose a network in time"),
                Map.entry(new HotspotEnd.Failed(new Failure.NoAdapter()), "There is no Wi-Fi adapter"))) {
            desk.go(new Course.Over(end.getKey()));
            assertThat(phone.get("/").body()).contains(end.getValue());
        }
    }

    @Test
    void anEmptyListSaysSo() throws Exception {
        desk.find(List.of());
        assertThat(phone.get("/").body()).contains("No networks found", "Other network…");
    }

    @Test
    void theStateChangesWithTheCourseAlone() throws Exception {
        var before = phone.get("/state").body();
        assertThat(phone.get("/state").body()).isEqualTo(before).contains("\"busy\":false");
        desk.fail(FakeDesk.HOME, new Failure.WrongPassword());
        assertThat(phone.get("/state").body()).isNotEqualTo(before);
    }

    @Test
    void unknownPathsLeadBackAndFormsReadAgainLeadToThePage() throws Exception {
        assertThat(phone.get("/nothing").status()).isEqualTo(404);
        assertThat(phone.get("/nothing").body()).contains("href=\"/\"");
        assertThat(phone.get("/join").header("Location")).contains("http://192.168.42.1/");
        assertThat(phone.send("DELETE", "/", "", Map.of()).status()).isEqualTo(405);
        assertThat(phone.send("PUT", "/join", "", Map.of()).header("Allow")).contains("GET, HEAD, POST");
    }

    @Test
    void onlyTheHeadIsSentToWhoAsksForThat() throws Exception {
        for (String path : List.of("/", "/state", "/style.css", "/script.js", "/favicon.svg", "/generate_204")) {
            var head = phone.head(path);
            assertThat(head.body()).as(path).isEmpty();
            assertThat(head.status()).isEqualTo(phone.get(path).status());
            assertThat(head.header("Content-Length")).isPresent();
        }
    }

    @Test
    void theLanguageIsTheBrowsersUnlessThePersonChoosesAnother() throws Exception {
        assertThat(phone.says("Accept-Language", "xx, en;q=0.5").get("/").header("Content-Language"))
                .contains("en");
        assertThat(phone.says("Accept-Language", ";;;q=").get("/").header("Content-Language"))
                .contains("en");
        for (var language : Language.values()) {
            var asked = trial.phone().says("Accept-Language", language.code() + "-XX,en;q=0.1");
            assertThat(asked.get("/").header("Content-Language")).contains(language.code());
            var chosen = trial.phone().says("Accept-Language", "en");
            chosen.get("/?list=&lang=" + language.code());
            assertThat(chosen.get("/").header("Content-Language")).contains(language.code());
            trial.pass(java.time.Duration.ofMinutes(1));
        }
    }

    private static HotspotEnd connected(Connectivity connectivity) {
        return new HotspotEnd.Connected(new Joined(
                new Link.Up(FakeDesk.HOME.ssid(), List.of("192.168.178.20", "fd00::20"), Optional.empty()),
                connectivity));
    }

    private static JoinRequest request(NetworkId id, String password) {
        return new JoinRequest(id, new Credentials.Passphrase(new Secret(password)), false);
    }

    private static String address(NetworkId id) {
        return NetworkForm.address(new Target(id, false));
    }

    static Map<String, String> join(NetworkId id, String... more) {
        var fields = new java.util.LinkedHashMap<String, String>();
        fields.put("network", id.ssid().hex());
        fields.put("security", id.security().name());
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return fields;
    }
}
