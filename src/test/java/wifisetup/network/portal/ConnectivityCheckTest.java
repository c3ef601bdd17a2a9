package wifisetup.network.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Against portals, good and bad, on loopback.
class ConnectivityCheckTest {
    private static final Duration GENEROUS = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);

    @Test
    void theInternetIsNoSignInPage() throws Exception {
        assertThat(find(ok("NetworkManager is online\n"))).isEmpty();
        assertThat(find("HTTP/1.1 200 OK\r\nX-NetworkManager-Status: online\r\nContent-Length: 2\r\n\r\nOK"))
                .isEmpty();
        assertThat(find("HTTP/1.1 204 No Content\r\n\r\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://portal.example/login?x=1,   http://portal.example/login?x=1",
        "https://portal.example/,           https://portal.example/",
        "HTTP://portal.example/,            HTTP://portal.example/",
        "/login,                            http://127.0.0.1:PORT/login",
        "login?from=check,                  http://127.0.0.1:PORT/check/login?from=check",
        "//portal.example/,                 http://portal.example/",
        "/gar\u00e7on,                      http://127.0.0.1:PORT/gar%C3%A7on"
    })
    void aRedirectionLeadsThere(String location, String page) throws Exception {
        try (var portal = StubbornServer.saying(redirection(location))) {
            assertThat(new ConnectivityCheck(portal.page(), GENEROUS).find())
                    .contains(page.replace("PORT", String.valueOf(portal.page().getPort())));
            assertThat(portal.request().get(20, TimeUnit.SECONDS)).isEqualTo("GET /check/status.txt HTTP/1.1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "file:///etc/passwd",
                "mailto:somebody@example.org",
                "http:opaque",
                "http://",
                "http:///no/host",
                "http://bank.example@portal.example/",
                "http://portal.example/with a blank",
                "http://portal.example/\u0007bell",
                "http://portal.example/\u001B[31m",
                "http://\u00e9\u00ff/",
                "ht!tp://x"
            })
    void aTargetThatIsNoPageOfTheWebIsNone(String location) throws Exception {
        assertThat(find(redirection(location))).isEmpty();
    }

    @Test
    void aTargetThatIsTooLongIsNone() throws Exception {
        assertThat(find(redirection("http://portal.example/" + "x".repeat(10_000))))
                .isEmpty();
    }

    @Test
    void aRedirectionToNowhereIsNone() throws Exception {
        assertThat(find("HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 52\r\n\r\n<html><form action=/login>Room number</form></html>\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 511 Network Authentication Required\r\nContent-Length: 0\r\n\r\n"
            })
    void anotherPageInPlaceOfTheCheckIsReachedByAskingForTheCheck(String answer) throws Exception {
        try (var portal = StubbornServer.saying(answer)) {
            assertThat(new ConnectivityCheck(portal.page(), GENEROUS).find())
                    .contains(portal.page().toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 503 Unavailable\r\nContent-Length: 0\r\n\r\n",
                "SSH-2.0-OpenSSH_9.2\r\n",
                "\u0000\u0001\u0002\r\n\r\n"
            })
    void whatIsNoPortalsAnswerIsNone(String answer) throws Exception {
        assertThat(find(answer)).isEmpty();
    }

    @Test
    void anEndlessBodyIsNotReadToItsEnd() throws Exception {
        var refused = new CountDownLatch(1);
        try (var portal = new StubbornServer(client -> {
            client.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            try {
                while (true) {
                    client.write(new byte[65_536]);
                }
            } catch (IOException gone) {
                refused.countDown();
            }
        })) {
            assertThat(new ConnectivityCheck(portal.page(), GENEROUS).find())
                    .contains(portal.page().toString());
            assertThat(refused.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nNetw"})
    void whoTakesTooLongIsGivenUp(String beginning) throws Exception {
        try (var portal = StubbornServer.saying(beginning)) {
            assertThat(new ConnectivityCheck(portal.page(), SHORT).find()).isEmpty();
        }
    }

    @Test
    void whereNobodyAnswersThereIsNoPage() throws Exception {
        URI closed;
        try (var portal = StubbornServer.saying("")) {
            closed = portal.page();
        }
        assertThat(new ConnectivityCheck(closed, GENEROUS).find()).isEmpty();
    }

    @Test
    void whoWaitsMayBeInterrupted() throws Exception {
        try (var portal = StubbornServer.saying("")) {
            var interrupted = new AtomicBoolean();
            var waiting = Thread.ofVirtual().start(() -> {
                try {
                    new ConnectivityCheck(portal.page(), GENEROUS).find();
                } catch (InterruptedException expected) {
                    interrupted.set(true);
                }
            });
            portal.request().get(20, TimeUnit.SECONDS);
            waiting.interrupt();
            assertThat(waiting.join(GENEROUS)).isTrue();
            assertThat(interrupted).isTrue();
        }
    }

    @Test
    void aPageThatCannotBeAskedForIsRefusedAtOnce() {
        assertThatThrownBy(() -> new ConnectivityCheck(URI.create("ftp://example.org/")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Optional<String> find(String answer) throws Exception {
        try (var portal = StubbornServer.saying(answer)) {
            return new ConnectivityCheck(portal.page(), GENEROUS).find();
        }
    }

    private static String ok(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static String redirection(String location) {
        return "HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n";
    }
}
