package wifisetup.hotspot.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static wifisetup.hotspot.portal.PortalPageTest.join;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import wifisetup.hotspot.Access;
import wifisetup.hotspot.HotspotRequest;
import wifisetup.hotspot.portal.PortalView.Course;
import wifisetup.network.Band;
import wifisetup.network.Failure;
import wifisetup.network.JoinStage;
import wifisetup.network.Network;
import wifisetup.network.NetworkId;
import wifisetup.network.Security;
import wifisetup.network.Ssid;
import wifisetup.secret.Secret;

/// What comes over the air is hostile.
class PortalSafetyTest {
    private static final String PASSWORD = "correct horse battery";

    static final List<String> HOSTILE_NAMES = List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "'-alert(1)-'",
            "{{{token}}}{{&token}}",
            "</title><svg onload=alert(1)>",
            "javascript:alert(1)//",
            "&lt;b&gt;&#60;i>",
            "`${alert(1)}`",
            "%portal.title{0}");

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

    @ParameterizedTest
    @FieldSource("HOSTILE_NAMES")
    void aNameIsTextOnEveryPage(String name) throws Exception {
        var id = new NetworkId(Ssid.of(name), Security.WPA2);
        desk.view = new PortalView(
                HotspotRequest.of(new Access(Ssid.of(name), new Secret("abcdefgh23"), Optional.empty())),
                name,
                List.of(new Network(id, 50, Band.GHZ_5, false, false, Optional.empty())),
                FakeDesk.NOW,
                new Course.Choosing(Optional.empty()));
        var pages = new ArrayList<String>();
        pages.add(phone.open("/").body());
        pages.add(phone.open(NetworkForm.address(new HotspotRequest.Target(id, false)))
                .body());
        pages.add(phone.get("/?other=yes&name=" + "x".repeat(40) + Phone.encode(Map.of("", name)))
                .body());
        pages.add(phone.post("/join", join(id, "password", PASSWORD)).body());
        desk.fail(id, new Failure.Other(name));
        pages.add(phone.get("/").body());
        pages.add(phone.get("/?list=yes").body());
        desk.go(new Course.Searching());
        pages.add(phone.get("/").body());

        assertThat(pages)
                .allSatisfy(page -> assertThat(page)
                        .doesNotContain(
                                "<script>alert", "<img", "<svg onload", "'-alert", "`${", "<i>>", "&lt;b&gt;&#60;")
                        .doesNotContain("{" + phone.token));
    }

    @Test
    void whatWasTypedIsText() throws Exception {
        phone.open("/");
        var answer = phone.post(
                "/join",
                join(
                        FakeDesk.WORK,
                        "identity",
                        "\"><script>alert(1)</script>",
                        "domain",
                        "' onfocus=alert(1) '",
                        "method",
                        "<b>",
                        "check",
                        "<b>"));
        assertThat(answer.body()).contains("&lt;script&gt;").doesNotContain("<script>alert", "' onfocus", "<b>");
        assertThat(phone.get("/?other=yes&name=%22%3E%3Cscript%3Ealert(1)%3C/script%3E" + "x".repeat(30))
                        .body())
                .doesNotContain("<script>alert");
        assertThat(phone.get("/?list=&lang=%22%3E%3Cscript%3E").body()).doesNotContain("\"><script>\"");
        assertThat(phone.get("/%3Cscript%3Ealert(1)%3C/script%3E").body()).doesNotContain("<script>alert");
    }

    @Test
    void aFormThatIsNotOursChangesNothing() throws Exception {
        phone.open("/");
        var form = join(FakeDesk.HOME, "password", PASSWORD);
        String token = phone.token;
        var stranger = trial.phone("127.0.0.3");
        stranger.open("/");
        var answers = new ArrayList<Phone.Reply>();

        phone.token = "";
        answers.add(phone.post("/join", form));
        phone.token = stranger.token;
        answers.add(phone.post("/join", form));
        phone.token = token;
        answers.add(phone.says("Origin", "http://evil.example").post("/join", form));
        answers.add(phone.says("Origin", "null").post("/search", Map.of()));
        answers.add(phone.says("Origin", "http://192.168.42.1.evil.example").post("/join", form));
        phone.keepsQuietAbout("Origin");
        trial.pass(Duration.ofMinutes(5));
        answers.add(phone.says("Referer", "http://evil.example/http://192.168.42.1/")
                .post("/join", form));
        answers.add(phone.says("Referer", "http://192.168.42.1.evil.example/").post("/join", form));
        phone.keepsQuietAbout("Referer");
        answers.add(
                trial.phone().takesCookie("portal", "../../../../etc/passwd").post("/join", form));
        answers.add(phone.forgets().post("/join", form));

        assertThat(answers).extracting(Phone.Reply::status).containsOnly(403);
        assertThat(desk.joins).isEmpty();
        assertThat(desk.searches).hasValue(0);
    }

    @Test
    void ourOwnFormIsTakenWithAndWithoutTheHeadersThatBrowsersSend() throws Exception {
        phone.open("/");
        phone.says("Origin", "http://192.168.42.1").says("Referer", "http://192.168.42.1/?list=yes");
        assertThat(phone.post("/join", join(FakeDesk.GUESTS)).status()).isEqualTo(200);
        desk.go(new Course.Choosing(Optional.empty()));
        phone.says("Host", "192.168.42.1:80");
        assertThat(phone.post("/join", join(FakeDesk.GUESTS)).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "192.168.42.1.evil.example", "192.168.42.1:8080", "192.168.42.11", "[::1]", ""})
    void aForeignHostIsSentToThePageAndChangesNothing(String host) throws Exception {
        phone.open("/");
        phone.says("Host", host);
        assertThat(phone.post("/join", join(FakeDesk.GUESTS)).status()).isEqualTo(302);
        assertThat(phone.get("/").header("Location")).contains("http://192.168.42.1/");
        assertThat(phone.get("/state").status()).isEqualTo(302);
        assertThat(desk.joins).isEmpty();
    }

    @Test
    void whoSaysNoHostOrTwoIsSentToThePage() throws Exception {
        assertThat(phone.raw("GET / HTTP/1.0\r\n\r\n").status()).isEqualTo(302);
        assertThat(phone.raw("GET / HTTP/1.1\r\nHost: 192.168.42.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")
                        .status())
                .isEqualTo(302);
    }

    @Test
    void whatIsTooLargeOrNoFormIsRefused() throws Exception {
        phone.open("/");
        assertThat(phone.post("/join", Map.of("password", "x".repeat(5000))).status())
                .isEqualTo(413);
        assertThat(phone.postBody("/join", "token=%zz", Map.of()).status()).isEqualTo(400);
        assertThat(phone.postBody("/join", "token=%ff%fe", Map.of()).status()).isEqualTo(400);
        assertThat(phone.postBody("/join", "a=1&a=2", Map.of()).status()).isEqualTo(400);
        trial.pass(Duration.ofMinutes(5));
        assertThat(phone.postBody("/join", "token=" + phone.token + "&token=x", Map.of())
                        .status())
                .isEqualTo(400);
        assertThat(phone.postBody("/join", "{}", Map.of("Content-Type", "application/json"))
                        .status())
                .isEqualTo(415);
        assertThat(phone.postBody("/join", "a=1", Map.of("Content-Type", "text/plain"))
                        .status())
                .isEqualTo(415);
        assertThat(phone.post("/join", Map.of("network", "zz", "security", "WPA2"))
                        .status())
                .isEqualTo(400);
        trial.pass(Duration.ofMinutes(5));
        assertThat(phone.post("/join", Map.of("network", "00".repeat(33), "security", "WPA2"))
                        .status())
                .isEqualTo(400);
        assertThat(phone.post("/join", Map.of("network", "00", "security", "MAGIC"))
                        .status())
                .isEqualTo(400);
        assertThat(desk.joins).isEmpty();
    }

    @Test
    void manyOrLargeHeadersAreRefused() throws Exception {
        assertThat(phone.raw("GET / HTTP/1.1\r\nHost: 192.168.42.1\r\n" + "X: y\r\n".repeat(1000) + "\r\n")
                        .status())
                .isNotEqualTo(200);
        assertThat(phone.raw("GET / HTTP/1.1\r\nHost: 192.168.42.1\r\nX: " + "y".repeat(100_000) + "\r\n\r\n")
                        .status())
                .isNotEqualTo(200);
        assertThat(phone.get("/state").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000\u0001\u0002\r\n\r\n",
                "GET\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: 192.168.42.1\r\nConnection: close\r\n\r\n",
                "GET http://[ HTTP/1.1\r\nHost: 192.168.42.1\r\n\r\n",
                "GET mailto:x HTTP/1.1\r\nHost: 192.168.42.1\r\nConnection: close\r\n\r\n",
                "POST /join HTTP/1.1\r\nHost: 192.168.42.1\r\nContent-Length: -1\r\n\r\n",
                "POST /join HTTP/1.1\r\nHost: 192.168.42.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n"
            })
    void nonsenseIsRefusedAndTheServerGoesOn(String nonsense) throws Exception {
        phone.raw(nonsense);
        assertThat(desk.joins).isEmpty();
        assertThat(phone.get("/state").status()).isEqualTo(200);
    }

    @Test
    void everyAnswerTellsTheBrowserWhatNotToDo() throws Exception {
        for (String path :
                List.of("/", "/state", "/style.css", "/script.js", "/favicon.ico", "/none", "/generate_204")) {
            var reply = phone.get(path);
            assertThat(reply.header("Content-Security-Policy").orElseThrow())
                    .as(path)
                    .startsWith("default-src 'none'")
                    .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                    .doesNotContain("unsafe");
            assertThat(reply.header("X-Content-Type-Options")).contains("nosniff");
            assertThat(reply.header("Cache-Control")).contains("no-store");
            assertThat(reply.header("Referrer-Policy")).contains("same-origin");
        }
        assertThat(trial.phone().get("/").header("Set-Cookie").orElseThrow())
                .contains("HttpOnly", "SameSite=Lax", "Path=/");
    }

    @Test
    void aWrongCodeChangesNothingAndAfterFiveThereIsAPause() throws Exception {
        try (var guarded = new PortalTrial(new FakeDesk(Optional.of(new Secret("0427"))))) {
            var caller = guarded.phone();
            assertThat(caller.open("/").body()).contains("Code on the device’s screen");
            var form = join(FakeDesk.HOME, "password", PASSWORD, "code", "1111");
            for (int i = 0; i < CodeGuard.FREE_TRIES; i++) {
                guarded.pass(Duration.ofSeconds(20));
                var reply = caller.post("/join", form);
                assertThat(reply.body()).contains("That is not the code", "What you typed is kept");
                assertThat(reply.status()).isEqualTo(422);
            }
            guarded.pass(Duration.ofSeconds(20));
            form.put("code", "0427");
            var paused = caller.post("/join", form);
            assertThat(paused.status()).isEqualTo(429);
            assertThat(paused.header("Retry-After")).contains("10");
            assertThat(guarded.phone("127.0.0.9").open("/").status()).isEqualTo(200);
            assertThat(guarded.desk.joins).isEmpty();

            guarded.pass(Duration.ofSeconds(20));
            form.remove("password");
            assertThat(caller.post("/join", form).status()).isEqualTo(200);
            assertThat(guarded.desk.joins).hasSize(1);
        }
    }

    @Test
    void theRightCodeIsAskedForOnceAndForASearchToo() throws Exception {
        try (var guarded = new PortalTrial(new FakeDesk(Optional.of(new Secret("0427"))))) {
            var caller = guarded.phone();
            caller.open("/");
            caller.post("/search", Map.of());
            assertThat(guarded.desk.searches).hasValue(0);
            caller.post("/search", Map.of("code", "0427"));
            assertThat(guarded.desk.searches).hasValue(1);
            guarded.desk.go(new Course.Choosing(Optional.empty()));
            assertThat(caller.get("/").body()).doesNotContain("name=\"code\"");
            caller.post("/join", join(FakeDesk.GUESTS));
            assertThat(guarded.desk.joins).hasSize(1);
        }
    }

    @Test
    void whoAsksTooOftenWaits() throws Exception {
        phone.open("/");
        for (int i = 0; i < 6; i++) {
            phone.post("/join", Map.of());
        }
        var refused = phone.post("/join", join(FakeDesk.GUESTS));
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).contains("5");
        assertThat(desk.joins).isEmpty();

        var other = trial.phone("127.0.0.2");
        other.open("/");
        assertThat(other.post("/join", join(FakeDesk.GUESTS)).status()).isEqualTo(200);
    }

    @Test
    void noSecretIsInAnAnswerOrTheLog() throws Exception {
        var logged = new ArrayList<String>();
        var handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                logged.add(entry.getMessage()
                        + List.of(entry.getParameters() == null ? new Object[0] : entry.getParameters())
                        + entry.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        var root = Logger.getLogger("");
        var server = Logger.getLogger("com.sun.net.httpserver");
        var level = root.getLevel();
        handler.setLevel(Level.ALL);
        root.addHandler(handler);
        root.setLevel(Level.ALL);
        server.setLevel(Level.ALL);
        try {
            var answers = new ArrayList<String>();
            phone.open("/");
            answers.add(phone.post("/join", join(FakeDesk.HOME, "password", PASSWORD))
                    .body());
            desk.fail(FakeDesk.HOME, new Failure.WrongPassword());
            answers.add(phone.get("/").body());
            answers.add(phone.post("/join", join(FakeDesk.WORK, "identity", "jo", "password", PASSWORD))
                    .body());
            answers.add(phone.postBody("/join", "password=" + PASSWORD + "&password=x", Map.of())
                    .body());
            desk.go(new Course.Joining(FakeDesk.HOME.ssid(), JoinStage.AUTHENTICATING));
            answers.add(phone.get("/").body() + phone.get("/state").body());

            assertThat(logged).isNotEmpty().noneMatch(line -> line.contains("horse battery"));
            assertThat(answers).noneMatch(page -> page.contains("horse battery"));
            assertThat(new Form(Map.of("password", PASSWORD)) + " "
                            + new Wish.Join(
                                    desk.joins.getFirst(), new wifisetup.join.Draft.Password(new Secret(PASSWORD)))
                            + trial.memory.session(phone.cookie()))
                    .doesNotContain("horse battery");
        } finally {
            root.removeHandler(handler);
            root.setLevel(level);
            server.setLevel(null);
        }
    }
}
