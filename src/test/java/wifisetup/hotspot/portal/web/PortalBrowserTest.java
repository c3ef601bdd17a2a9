package wifisetup.hotspot.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wifisetup.hotspot.HotspotEnd;
import wifisetup.hotspot.HotspotRequest.Target;
import wifisetup.hotspot.portal.web.PortalView.Course;
import wifisetup.network.Connectivity;
import wifisetup.network.Failure;
import wifisetup.network.Joined;
import wifisetup.network.Link;
import wifisetup.network.NetworkId;
import wifisetup.words.Language;
import wifisetup.words.Languages;

/// The whole page in a real browser, of every kind that there is, with a picture of each step.
class PortalBrowserTest {
    private static final String PASSWORD = "correct horse";
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final List<String> SHOWN = List.of("en", "de", "ar");

    private static final FakeDesk DESK = new FakeDesk();
    private static PortalTrial trial;
    private static Chromium browser;

    /// A browser of somebody.
    record Kind(String language, boolean script, boolean dark, int width) {
        @Override
        public String toString() {
            return language + (script ? "" : "-noscript") + (dark ? "-dark-" : "-light-") + width;
        }
    }

    static Stream<Kind> kinds() {
        return Arrays.stream(Language.values())
                .map(Language::code)
                .filter(SHOWN::contains)
                .flatMap(language -> Stream.of(
                        new Kind(language, true, false, 320),
                        new Kind(language, false, true, 320),
                        new Kind(language, true, true, 1280),
                        new Kind(language, false, false, 390)));
    }

    @BeforeAll
    static void start() throws Exception {
        trial = new PortalTrial(DESK);
        browser = Chromium.start(trial.port());
    }

    @AfterAll
    static void stop() throws Exception {
        browser.close();
        trial.close();
    }

    @BeforeEach
    void begin() {
        DESK.go(new Course.Choosing(Optional.empty()));
        DESK.joins.clear();
        trial.pass(Duration.ofHours(1));
        DESK.view = new PortalView(
                DESK.view.request(),
                DESK.view.device(),
                DESK.view.networks(),
                trial.now().minusSeconds(125),
                DESK.view.course());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aPersonBringsTheDeviceOnline(Kind kind) throws Exception {
        try (var tab = browser.open()) {
            tab.size(kind.width(), kind.width() < 600 ? 700 : 800, kind.dark());
            tab.language(kind.language());
            tab.script(kind.script());

            // As a system does that looks for the internet.
            tab.go("http://connectivitycheck.gstatic.com/generate_204");
            assertThat(tab.evaluate("location.href").asString()).isEqualTo("http://192.168.42.1/");
            assertThat(tab.evaluate("document.documentElement.lang").asString()).isEqualTo(kind.language());
            look(tab, kind, "1-networks");
            tab.go(page("/?other=yes"));
            look(tab, kind, "2-other");
            tab.go(page(form(FakeDesk.WORK)));
            look(tab, kind, "3-account");
            tab.go(page("/?list=yes"));

            follow(tab, "a[href*='" + FakeDesk.HOME.ssid().hex() + "']");
            fill(tab, PASSWORD);
            look(tab, kind, "4-password");
            trial.pass(Duration.ofMinutes(1));
            send(tab, kind, ".primary", "document.querySelector('.wait')");
            assertThat(DESK.joins).hasSize(1);
            look(tab, kind, "5-connecting");

            trial.leave();
            DESK.fail(FakeDesk.HOME, new Failure.WrongPassword());
            trial.pass(Duration.ofMinutes(1));
            trial.comeBack();
            if (kind.script()) {
                tab.until("document.getElementById('password')");
                assertThat(tab.evaluate("document.getElementById('password').value")
                                .asString())
                        .isEqualTo(PASSWORD);
            } else {
                tab.go(page("/"));
            }
            assertThat(tab.evaluate("document.getElementById('kept').innerText").asString())
                    .isNotBlank();
            look(tab, kind, "6-failed");

            trial.pass(Duration.ofMinutes(1));
            send(tab, kind, ".primary", "document.querySelector('.wait')");
            assertThat(DESK.joins).hasSize(2).allMatch(DESK.joins.getFirst()::equals);
            DESK.go(new Course.Over(new HotspotEnd.Connected(new Joined(
                    new Link.Up(FakeDesk.HOME.ssid(), List.of("192.168.178.20"), Optional.empty()),
                    Connectivity.FULL))));
            if (kind.script()) {
                tab.until("document.querySelector('.result')");
            } else {
                tab.go(page("/"));
            }
            look(tab, kind, "7-over");
        }
    }

    @Test
    void theKeyboardIsEnough() throws Exception {
        try (var tab = browser.open()) {
            tab.size(390, 700, false);
            tab.language("en");
            tab.go(page("/"));
            tabTo(
                    tab,
                    "document.activeElement.href?.includes('"
                            + FakeDesk.HOME.ssid().hex() + "')");
            assertThat(tab.evaluate("getComputedStyle(document.activeElement).outlineStyle")
                            .asString())
                    .isEqualTo("solid");
            tab.picture(PICTURES.resolve("portal-keyboard-row.png"));
            tab.leaving(() -> tab.press("Enter", 13, "\r"));
            tabTo(tab, "document.activeElement.id === 'password'");
            tab.type(PASSWORD);
            tabTo(tab, "document.activeElement.classList.contains('reveal')");
            tab.press(" ", 32, " ");
            assertThat(tab.evaluate("document.getElementById('password').type").asString())
                    .isEqualTo("text");
            tab.picture(PICTURES.resolve("portal-keyboard-password.png"));
            tab.press("Enter", 13, "\r");
            tab.until("document.querySelector('.wait')");
            assertThat(DESK.joins).hasSize(1);
            assertThat(tab.complaints()).isEmpty();
        }
    }

    @Test
    void aPhoneThatOnlyLooksSeesWhatAnotherDoes() throws Exception {
        try (var tab = browser.open()) {
            tab.size(390, 700, false);
            tab.language("en");
            tab.go(page("/"));
            DESK.go(new Course.Searching());
            tab.until("document.querySelector('.wait')");
            assertThat(tab.evaluate("document.getElementById('news').textContent")
                            .asString())
                    .contains("Searching for networks");
            assertThat(tab.complaints()).isEmpty();
        }
    }

    @Test
    void whatIsBeingTypedOutlivesWhatAnotherPhoneDoes() throws Exception {
        try (var tab = browser.open()) {
            tab.size(390, 700, false);
            tab.language("en");
            tab.go(page(form(FakeDesk.WORK)));
            tab.evaluate("for (const [id, text] of [['identity', 'jo'], ['password', 'secret'], ['domain', 'x.org']])"
                    + " document.getElementById(id).value = text;"
                    + " [...document.querySelectorAll('[name=method]')].at(-1).checked = true");
            anotherPhoneSearches(tab);
            assertThat(tab.evaluate("['identity', 'password', 'domain'].map(id => document.getElementById(id).value)"
                                    + ".join() + [...document.querySelectorAll('[name=method]')].at(-1).checked")
                            .asString())
                    .isEqualTo("jo,secret,x.orgtrue");

            tab.go(page("/?other=yes"));
            tab.evaluate("document.getElementById('name').value = 'Attic';"
                    + " [...document.querySelectorAll('[name=security]')].at(-1).checked = true");
            anotherPhoneSearches(tab);
            assertThat(tab.evaluate("document.getElementById('name').value"
                                    + " + [...document.querySelectorAll('[name=security]')].at(-1).checked")
                            .asString())
                    .isEqualTo("Attictrue");
            assertThat(tab.complaints()).isEmpty();
        }
    }

    private static void anotherPhoneSearches(Tab tab) throws Exception {
        DESK.go(new Course.Searching());
        tab.until("document.querySelector('.wait')");
        trial.pass(Duration.ofMinutes(1));
        DESK.go(new Course.Choosing(Optional.empty()));
        tab.until("document.querySelector('form.join, form[method=get]')");
    }

    private static void tabTo(Tab tab, String condition) throws Exception {
        for (int i = 0; i < 40; i++) {
            tab.press("Tab", 9, "");
            if (tab.evaluate("Boolean(" + condition + ")").asBoolean()) {
                return;
            }
        }
        throw new AssertionError("not to be reached by keyboard: " + condition);
    }

    private static void follow(Tab tab, String selector) throws Exception {
        tab.leaving(() -> tab.evaluate("document.querySelector(\"" + selector + "\").click()"));
    }

    private static void fill(Tab tab, String text) throws Exception {
        tab.evaluate("document.getElementById('password').focus()");
        tab.type(text);
    }

    private static void send(Tab tab, Kind kind, String button, String then) throws Exception {
        String click = "document.querySelector('" + button + "').click()";
        if (kind.script()) {
            tab.evaluate(click);
            tab.until(then);
        } else {
            tab.leaving(() -> tab.evaluate(click));
        }
    }

    private static void look(Tab tab, Kind kind, String step) throws Exception {
        trial.pass(Duration.ofMinutes(1));
        tab.picture(PICTURES.resolve("portal-" + kind + "-" + step + ".png"));
        var faults = new ArrayList<>(tab.faults());
        assertThat(faults).as(kind + " " + step).isEmpty();
        boolean mirrored =
                tab.evaluate("document.documentElement.dir").asString().equals("rtl");
        assertThat(mirrored)
                .isEqualTo(Languages.withCode(kind.language()).orElseThrow().isRightToLeft());
    }

    private static String page(String path) {
        return "http://192.168.42.1" + path;
    }

    private static String form(NetworkId id) {
        return NetworkForm.address(new Target(id, false));
    }
}
