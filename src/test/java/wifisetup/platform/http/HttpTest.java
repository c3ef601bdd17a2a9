package wifisetup.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wifisetup.loop.Timer;
import wifisetup.secret.Secret;

class HttpTest {
    /// What the server was asked.
    private record Asked(String method, String uri, String kind, String authorization, String body) {}

    private final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
    private final Http http = new Http();
    private HttpServer server;
    private String address;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.createContext("/missing", exchange -> reply(exchange, 404, "nothing here"));
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            reply(exchange, 302, "");
        });
        server.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('a');
            exchange.getResponseBody().flush();
        });
        server.createContext("/huge", exchange -> {
            exchange.sendResponseHeaders(200, Http.LARGEST_BODY + 1);
            byte[] block = new byte[1 << 20];
            for (long sent = 0; sent <= Http.LARGEST_BODY; sent += block.length) {
                exchange.getResponseBody().write(block);
            }
        });
        server.start();
        address = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void end() {
        http.close();
        server.stop(0);
    }

    @Test
    void getSendsItsQueryAndHeadersAndGivesStatusHeadersAndBody() throws Exception {
        var answer = http.get(
                address + "/path?first=0",
                Call.DEFAULT.query("id", "1 & 2").query("lang", "日本").header("Content-Type", "text/x"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.isSuccess()).isTrue();
        assertThat(answer.header("X-Served-By")).contains("the tests");
        assertThat(answer.body()).isEqualTo("grüße");
        assertThat(asked.remove())
                .isEqualTo(new Asked("GET", "/path?first=0&id=1+%26+2&lang=%E6%97%A5%E6%9C%AC", "text/x", "null", ""));
    }

    @Test
    void aBodyIsSentAsUtf8AndTheKindIsTheCallers() throws Exception {
        var json = Call.DEFAULT.header("Content-Type", "application/json");

        http.post(address + "/a", "{\"unit\": \"°C\"}", json);
        http.put(address + "/b", "ü", Call.DEFAULT);
        http.delete(address + "/c", Call.DEFAULT);

        assertThat(asked)
                .containsExactly(
                        new Asked("POST", "/a", "application/json", "null", "{\"unit\": \"°C\"}"),
                        new Asked("PUT", "/b", "null", "null", "ü"),
                        new Asked("DELETE", "/c", "null", "null", ""));
    }

    @Test
    void headGivesStatusAndHeadersWithoutABody() throws Exception {
        var answer = http.head(address + "/", Call.DEFAULT);

        assertThat(answer.header("x-served-by")).contains("the tests");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void credentialsAreSentByBasicAuthentication() throws Exception {
        http.get(address, Call.DEFAULT.as("Aladdin", new Secret("open sesame")));

        // RFC 7617, 2: the example.
        assertThat(asked.remove().authorization()).isEqualTo("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
    }

    @Test
    void anAnswerOfAnyStatusIsAnAnswerAndNotTriedAgain() throws Exception {
        var answer = http.get(address + "/missing", Call.DEFAULT.retry(3, Duration.ofMillis(1)));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.isSuccess()).isFalse();
        assertThat(answer.body()).isEqualTo("nothing here");
    }

    @Test
    void aRedirectIsAnAnswerSoThatCredentialsGoNowhereElse() throws Exception {
        var answer = http.get(address + "/moved", Call.DEFAULT.as("u", new Secret("p")));

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("location")).contains("/elsewhere");
        assertThat(asked).isEmpty();
    }

    @Test
    void aBodyThatNeverEndsIsCutOffInTime() {
        assertThatExceptionOfType(HttpCallException.class)
                .isThrownBy(() -> http.get(address + "/endless", Call.DEFAULT.within(Duration.ofMillis(200))))
                .withMessageContaining("/endless: expected an answer, found none within PT0.2S");
    }

    @Test
    void aBodyThatFillsTheMemoryIsNoAnswer() {
        assertThatExceptionOfType(HttpCallException.class)
                .isThrownBy(() -> http.get(address + "/huge", Call.DEFAULT.within(Duration.ofSeconds(20))));
    }

    @Test
    void whatGotNoAnswerIsTriedAgainAfterEachPauseAndNoOftener() throws Exception {
        int port = freePort();
        var pauses = new LinkedBlockingQueue<Duration>();
        Timer timer = (delay, action) -> {
            pauses.add(delay);
            action.run();
            return () -> {};
        };
        try (var patient = new Http(HttpClient.newBuilder(), timer)) {
            assertThatExceptionOfType(HttpCallException.class)
                    .isThrownBy(() ->
                            patient.get("http://127.0.0.1:" + port, Call.DEFAULT.retry(2, Duration.ofMillis(500))))
                    .withMessageContaining("(3 attempts)");
        }
        assertThat(pauses).containsExactly(Duration.ofMillis(500), Duration.ofMillis(500));
    }

    @Test
    void aServerThatComesBackBetweenTwoAttemptsAnswers() throws Exception {
        int port = freePort();
        var back = new CompletableFuture<HttpServer>();
        Timer timer = (delay, action) -> {
            back.complete(start(port));
            action.run();
            return () -> {};
        };
        try (var patient = new Http(HttpClient.newBuilder(), timer)) {
            var answer = patient.get("http://127.0.0.1:" + port, Call.DEFAULT.retry(1, Duration.ofHours(1)));

            assertThat(answer.status()).isEqualTo(200);
        } finally {
            back.get(5, TimeUnit.SECONDS).stop(0);
        }
    }

    @Test
    void anInterruptEndsTheWait() throws Exception {
        var waits = new CompletableFuture<Boolean>();
        var caller = Thread.ofVirtual().start(() -> {
            try {
                http.get(address + "/endless", Call.DEFAULT.within(Duration.ofHours(1)));
                waits.complete(false);
            } catch (InterruptedException interrupted) {
                waits.complete(true);
            } catch (HttpCallException other) {
                waits.completeExceptionally(other);
            }
        });
        caller.interrupt();

        assertThat(waits.get(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void failuresAndCallsNameNoSecret() throws Exception {
        var call = Call.DEFAULT
                .as("u", new Secret("hidden-1"))
                .query("key", "hidden-2")
                .header("X-Key", "hidden-3");

        assertThat(call.toString()).doesNotContain("hidden");
        assertThatExceptionOfType(HttpCallException.class)
                .isThrownBy(() -> http.get("http://u:hidden-4@127.0.0.1:" + freePort() + "/x?k=hidden-5", call))
                .withMessageStartingWith("GET http://127.0.0.1:")
                .satisfies(failure -> assertThat(failure.toString()).doesNotContain("hidden"));
    }

    @Test
    void whatCannotBeSentIsNamedWithoutItsValue() {
        var call = Call.DEFAULT.header("Authorization", "Bearer hidden\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> http.get("http://127.0.0.1/", call))
                .withMessageContaining("Authorization")
                .satisfies(HttpTest::hidesItsSecret);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> http.get("http://127.0.0.1/a b?key=hidden"))
                .satisfies(HttpTest::hidesItsSecret);
    }

    private static void hidesItsSecret(Throwable thrown) {
        var trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain("hidden");
    }

    @Test
    void whatIsNoAddressIsRefusedWithoutSayingIt() {
        for (String url : List.of("host/path", "http://", "http://a b/")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> http.get(url))
                    .withMessageStartingWith("expected an address");
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        asked.add(new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                String.valueOf(headers.getFirst("Content-Type")),
                String.valueOf(headers.getFirst("Authorization")),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        exchange.getResponseHeaders().set("X-Served-By", "the tests");
        reply(exchange, 200, "grüße");
    }

    private static void reply(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        boolean bodiless = exchange.getRequestMethod().equals("HEAD") || body.length == 0;
        exchange.sendResponseHeaders(status, bodiless ? -1 : body.length);
        if (!bodiless) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private static HttpServer start(int port) {
        try {
            var started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            started.createContext("/", exchange -> reply(exchange, 200, "back"));
            started.start();
            return started;
        } catch (IOException taken) {
            throw new AssertionError(taken);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
