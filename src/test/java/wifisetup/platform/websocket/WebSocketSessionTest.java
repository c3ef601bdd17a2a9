package wifisetup.platform.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import wifisetup.platform.Certificates;
import wifisetup.platform.ConfigurationException;
import wifisetup.platform.ConnectionFailure;
import wifisetup.platform.ConnectorConfiguration;
import wifisetup.platform.DeviceDescription;
import wifisetup.platform.Limits;
import wifisetup.platform.LogSettings;
import wifisetup.platform.Message;
import wifisetup.platform.Request;
import wifisetup.platform.Session;
import wifisetup.platform.SessionHost;
import wifisetup.platform.Stage;
import wifisetup.platform.TlsFiles;
import wifisetup.platform.Transport;
import wifisetup.platform.TransportContract.Host;
import wifisetup.platform.TransportException;
import wifisetup.platform.WatchedTimer;
import wifisetup.platform.simulated.News;
import wifisetup.platform.simulated.SimulatedPlatform;
import wifisetup.secret.Secret;

/// What is WebSocket's own: the handshake, the synchronisation step by step, silence, certificates, and a
/// platform that talks nonsense. Time stands still until a test moves it.
class WebSocketSessionTest {
    private static final int LIMIT_SECONDS = 20;
    private static final Duration LIMIT = Duration.ofSeconds(LIMIT_SECONDS);
    private static final Secret PASSWORD = new Secret("of the test");
    private static final String GREETING =
            "{\"status\":200,\"token\":\"credentials\",\"payload\":{\"gid\":\"g-1\",\"hash\":\"\"}}";

    private static Certificates certificates;

    private final WatchedTimer timer = new WatchedTimer();
    private final List<AutoCloseable> opened = new ArrayList<>();
    private final List<News> news = new CopyOnWriteArrayList<>();
    private final BlockingQueue<News.Response> responses = new LinkedBlockingQueue<>();

    @BeforeAll
    static void certify(@TempDir Path directory) throws Exception {
        certificates = Certificates.in(directory);
    }

    @AfterEach
    void close() throws Exception {
        for (var part : opened.reversed()) {
            part.close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1000})
    void thePlatformKnowsAllDevicesAfterTheSynchronisation(int number) throws Exception {
        var platform = simulated();
        var devices = devices(number);

        var session = open(platform, new Host(Optional.empty(), devices));

        assertThat(platform.devices()).containsExactlyInAnyOrder(devices);
        session.close();
        long before = synchronisations();
        var second = new Host(Optional.of(session.gateway()), devices);
        open(platform, second);
        assertThat(synchronisations()).as("equal hashes: nothing to do").isEqualTo(before);
        assertThat(refusals()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // Before we have heard the greeting nobody but the platform knows the first id.
        "1, HANDSHAKE, 2",
        "2, SYNCHRONISING, 1",
        "3, SYNCHRONISING, 1",
        "4, SYNCHRONISING, 1",
        "5, SYNCHRONISING, 1",
        "6, SYNCHRONISING, 1"
    })
    void aLinkLostAtAnyStepIsMadeGoodByTheNextSessionOfTheSameGateway(int step, Stage stage, int gateways)
            throws Exception {
        // Credentials, clear, three devices, commit.
        var platform = simulated();
        var devices = devices(3);
        var host = new Host(Optional.empty(), devices);
        platform.dropAfter(step);

        assertThatThrownBy(() -> open(platform, host))
                .isInstanceOfSatisfying(
                        TransportException.class,
                        lost -> assertThat(lost.failure()).isInstanceOf(ConnectionFailure.Lost.class));

        assertThat(host.stages).last().isEqualTo(stage);
        assertThat(host.ends).as("it never was a session").isEmpty();
        open(platform, host);
        assertThat(refusals()).isEmpty();
        assertThat(platform.devices()).containsExactlyInAnyOrder(devices);
        assertThat(news.stream()
                        .filter(News.Joined.class::isInstance)
                        .distinct()
                        .count())
                .isEqualTo(gateways);
    }

    @Test
    void aLinkLostInTheMiddleOfAChangeLeavesTheAnswerOpen() throws Exception {
        var platform = simulated();
        var host = new Host(Optional.empty(), devices(1));
        var session = open(platform, host);
        platform.dropAfter(1);

        var answer = session.request(new Request.Put(devices(2)[1]));

        assertThatThrownBy(() -> get(answer)).hasCauseInstanceOf(TransportException.class);
        assertThat(take(host.ends)).isInstanceOf(ConnectionFailure.Lost.class);
        open(platform, new Host(Optional.of(session.gateway()), devices(2)));
        assertThat(platform.devices()).containsExactlyInAnyOrder(devices(2));
        assertThat(refusals()).isEmpty();
    }

    @Test
    void wrongCredentialsAreToldFromOtherFailures() throws Exception {
        var platform = simulated();
        var transport = transport(platform.uri().getPort(), new Secret("another"), false, TlsFiles.NONE);

        assertThatThrownBy(() -> transport.open(new Host(Optional.empty())))
                .isInstanceOfSatisfying(
                        TransportException.class,
                        refused -> assertThat(refused.failure())
                                .isEqualTo(new ConnectionFailure.WrongCredentials("status 401 to our credentials")));
    }

    @Test
    void theHandshakeIsAsTheProtocolHasIt() throws Exception {
        var server = scripted(text -> Optional.of(text.contains("\"pw\"") ? GREETING : answerOk(text)));

        open(server, new Host(Optional.of("g-0")));

        assertThat(new JsonMapper().readTree(take(server.heard))).isEqualTo(new JsonMapper().readTree("""
                        {"user":"alice","pw":"of the test","gid":"g-0","token":"credentials"}
                        """));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "[]",
                "{\"token\":\"credentials\"}",
                "{\"status\":200,\"token\":\"other\",\"payload\":{\"gid\":\"g\",\"hash\":\"\"}}",
                "{\"status\":200,\"token\":\"credentials\",\"payload\":{\"hash\":\"\"}}",
            })
    void aGreetingThatIsNoneIsNotUnderstood(String greeting) throws Exception {
        var server = scripted(_ -> Optional.of(greeting));

        assertThatThrownBy(() -> open(server, new Host(Optional.empty())))
                .isInstanceOfSatisfying(
                        TransportException.class,
                        refused -> assertThat(refused.failure()).isInstanceOf(ConnectionFailure.NotUnderstood.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iot_platform.example.org", "p.example/", "p.example:81", "p example", "", "::g"})
    void aHostThatAnAddressCannotHaveIsRefusedBeforeAnybodyHearsOurPassword(String host) {
        assertThatThrownBy(() -> transport(host, 80, PASSWORD, false, TlsFiles.NONE))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("host: expected a name or an address of Internet hosts, found " + host);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bücher.example", "p.example", "p.example.", "::1", "[::1]", "192.0.2.1"})
    void namesAndAddressesOfHostsAreTaken(String host) throws Exception {
        assertThat(transport(host, 80, PASSWORD, false, TlsFiles.NONE)).isNotNull();
    }

    @Test
    void aPlatformThatIsBrokenIsRefusingUs() throws Exception {
        var server = scripted(_ -> Optional.of("{\"status\":500,\"token\":\"credentials\",\"payload\":null}"));

        assertThatThrownBy(() -> open(server, new Host(Optional.empty())))
                .isInstanceOfSatisfying(
                        TransportException.class,
                        refused -> assertThat(refused.failure())
                                .isEqualTo(new ConnectionFailure.Refused(500, "status 500 to our credentials")));
    }

    @Test
    void aPlatformThatDoesNotGreetIsGivenUpInTime() throws Exception {
        var server = scripted(_ -> Optional.empty());
        var opening = opening(server, new Host(Optional.empty()));
        assertThat(take(server.heard)).contains("credentials");
        // For the connection, and for the greeting.
        awaitTimer(Limits.DEFAULT.handshake());
        awaitTimer(Limits.DEFAULT.handshake());

        timer.advance(Limits.DEFAULT.silence());
        assertThat(opening).isNotDone();
        timer.advance(Limits.DEFAULT.handshake());

        assertThatThrownBy(() -> get(opening))
                .rootCause()
                .isInstanceOfSatisfying(
                        TransportException.class,
                        refused -> assertThat(refused.failure())
                                .isEqualTo(new ConnectionFailure.TimedOut(Stage.HANDSHAKE)));
    }

    @Test
    void aPlatformThatIsSilentIsAskedAndThenLeft() throws Exception {
        var server = scripted(text -> Optional.of(text.contains("\"pw\"") ? GREETING : answerOk(text)));
        server.ignorePings();
        var host = new Host(Optional.empty());
        open(server, host);

        timer.advance(Limits.DEFAULT.silence());
        assertThat(take(server.pings)).isNotNull();
        assertThat(host.ends).isEmpty();
        timer.advance(Limits.DEFAULT.pong());

        assertThat(take(host.ends)).isEqualTo(new ConnectionFailure.Lost("no answer to a ping"));
    }

    @Test
    void aPlatformThatAnswersPingsIsKept() throws Exception {
        var server = scripted(text -> Optional.of(text.contains("\"pw\"") ? GREETING : answerOk(text)));
        var host = new Host(Optional.empty());
        open(server, host);
        for (int i = 0; i < 5; i++) {
            timer.asked.clear();
            timer.advance(Limits.DEFAULT.silence());
            assertThat(take(server.pings)).isNotNull();
            // The wait for the pong, and the next silence, which the pong begins.
            awaitTimer(Limits.DEFAULT.pong());
            awaitTimer(Limits.DEFAULT.silence());
        }

        assertThat(host.ends).isEmpty();
    }

    @Test
    void nonsenseIsSkippedAndNeverFatal() throws Exception {
        var platform = simulated();
        var host = new Host(Optional.empty(), devices(1));
        var session = open(platform, host);

        platform.say("nonsense");
        platform.say("[]");
        platform.say("{\"status\":\"200\"}");
        platform.say("{\"status\":200,\"handler\":7,\"token\":\"t\"}");
        platform.say("{\"status\":200,\"handler\":\"dance\",\"token\":\"t\",\"content_type\":\"\",\"payload\":{}}");
        platform.say(
                "{\"status\":200,\"handler\":\"put\",\"token\":\"nobody's\",\"content_type\":\"\",\"payload\":{}}");
        platform.say("[".repeat(10_000));

        assertThat(get(session.request(event(1))).isConfirmed()).isTrue();
        assertThat(host.ends).isEmpty();
        assertThat(host.commands).isEmpty();
    }

    @Test
    void aCommandThatIsTooLargeIsRefusedAndTheSessionGoesOn() throws Exception {
        var platform = simulated();
        var host = new Host(Optional.empty(), devices(1));
        open(platform, host);
        var json = JsonNodeFactory.instance;

        platform.command("device-0", "say", json.stringNode("x".repeat(70_000)));
        platform.command("device-0", "say", json.stringNode("x".repeat(60_000)));

        assertThat(take(host.commands).data().stringValue()).hasSize(60_000);
        assertThat(take(responses).status()).isEqualTo(413);
        assertThat(host.ends).isEmpty();
    }

    @Test
    void aTextThatIsTooLongToReadEndsTheSession() throws Exception {
        var platform = simulated();
        var host = new Host(Optional.empty());
        open(platform, host);

        platform.say("x".repeat((1 << 20) + 1));

        assertThat(take(host.ends)).isInstanceOf(ConnectionFailure.Lost.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aPlatformThatNoLongerReadsNeverStopsTheTimer(boolean encrypted) throws Exception {
        var server = deaf(encrypted).up();
        var host = new Host(Optional.empty());
        var session = openDeaf(server, encrypted, host);
        say(session, 30);

        timer.advance(Limits.DEFAULT.silence());
        var advanced = CompletableFuture.runAsync(() -> timer.advance(Limits.DEFAULT.pong()));

        assertThat(advanced).succeedsWithin(LIMIT);
        assertThat(take(host.ends)).isEqualTo(new ConnectionFailure.Lost("no answer to a ping"));
        assertThat(server.end()).succeedsWithin(LIMIT);
    }

    @Test
    void whatThePlatformDoesNotReadNeverPilesUp() throws Exception {
        var server = deaf(true).up();
        var host = new Host(Optional.empty());
        var session = openDeaf(server, true, host);

        say(session, 200);

        assertThat(take(host.ends)).isEqualTo(new ConnectionFailure.Lost("the platform does not read what it is told"));
        assertThat(server.end()).succeedsWithin(LIMIT);
    }

    @Test
    void binaryFramesAreSkipped() throws Exception {
        var server = scripted(text -> Optional.of(text.contains("\"pw\"") ? GREETING : answerOk(text)));
        var session = open(server, new Host(Optional.empty()));

        server.broadcast(ByteBuffer.wrap(new byte[] {1, 2, 3}));

        assertThat(get(session.request(event(1))).isConfirmed()).isTrue();
    }

    @Test
    void anAnswerThatComesTooLateIsSkipped() throws Exception {
        var late = new CompletableFuture<String>();
        var server = scripted(text -> {
            if (text.contains("\"pw\"")) {
                return Optional.of(GREETING);
            }
            if (text.contains("\"event\"") && !late.isDone()) {
                late.complete(answerOk(text));
                return Optional.empty();
            }
            return Optional.of(answerOk(text));
        });
        var session = open(server, new Host(Optional.empty()));
        var first = session.request(event(1));
        first.cancel(false);

        server.broadcast(late.get(LIMIT_SECONDS, TimeUnit.SECONDS));

        assertThat(get(session.request(event(2))).isConfirmed()).isTrue();
    }

    @Test
    void aDeviceThatThePlatformRefusesDoesNotKeepTheOthersFromIt() throws Exception {
        var commits = new CopyOnWriteArrayList<String>();
        var devices = devices(3);
        var server = scripted(text -> {
            if (text.contains("\"pw\"")) {
                return Optional.of(GREETING);
            }
            if (text.contains("\"commit\"")) {
                commits.add(new JsonMapper().readTree(text).path("payload").stringValue());
            }
            return Optional.of(text.contains("device-1") ? answer(text, 404) : answerOk(text));
        });

        open(server, new Host(Optional.empty(), devices));

        assertThat(commits).containsExactly(DeviceDescription.hash(List.of(devices[0], devices[2])));
    }

    @Test
    void aLargeRegistryIsToldToASlowPlatformInPortions() throws Exception {
        var asked = new LinkedBlockingQueue<String>();
        var server = scripted(text -> {
            if (text.contains("\"pw\"")) {
                return Optional.of(GREETING);
            }
            if (text.contains("\"put\"")) {
                asked.add(text);
                return Optional.empty();
            }
            return Optional.of(answerOk(text));
        });
        var session = opening(server, new Host(Optional.empty(), devices(300)));

        var portion = new ArrayList<String>();
        while (portion.size() < 256) {
            portion.add(take(asked));
        }
        server.broadcast(answerOk(portion.getFirst()));
        portion.add(take(asked));
        assertThat(asked).as("beyond what was answered").isEmpty();

        portion.subList(1, portion.size()).forEach(text -> server.broadcast(answerOk(text)));
        for (int i = portion.size(); i < 300; i++) {
            server.broadcast(answerOk(take(asked)));
        }
        assertThat(session).succeedsWithin(LIMIT);
    }

    @Test
    void aCommitThatIsRefusedEndsTheSessionSoThatTheNextOneSynchronises() throws Exception {
        var commits = new CopyOnWriteArrayList<String>();
        var server = scripted(text -> {
            if (text.contains("\"pw\"")) {
                return Optional.of(GREETING);
            }
            if (text.contains("\"commit\"")) {
                commits.add(text);
                return Optional.of(answer(text, commits.size() == 1 ? 200 : 409));
            }
            return Optional.of(answerOk(text));
        });
        var host = new Host(Optional.empty(), devices(1));
        var session = open(server, host);

        assertThat(get(session.request(new Request.Put(devices(2)[1]))).status())
                .isEqualTo(409);
        assertThat(take(host.ends)).isInstanceOf(ConnectionFailure.Lost.class);
    }

    @Test
    void aChangeThatIsNeverAnsweredEndsTheSession() throws Exception {
        var server = scripted(text -> {
            if (text.contains("\"pw\"")) {
                return Optional.of(GREETING);
            }
            return text.contains("\"delete\"") ? Optional.empty() : Optional.of(answerOk(text));
        });
        var host = new Host(Optional.empty());
        var session = open(server, host);

        var answer = session.request(new Request.Delete("device-1"));
        timer.advance(Limits.DEFAULT.call());

        assertThatThrownBy(() -> get(answer)).hasCauseInstanceOf(TransportException.class);
        assertThat(take(host.ends)).isEqualTo(new ConnectionFailure.TimedOut(Stage.SYNCHRONISING));
    }

    @Test
    void aPlatformIsTrustedByItsCertificateAndByNothingElse() throws Exception {
        var platform = keep(SimulatedPlatform.open(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                Optional.of(certificates.serverContext()),
                "alice",
                PASSWORD));
        var own = trust();
        int port = platform.uri().getPort();

        var session = keep(transport(port, PASSWORD, true, own).open(new Host(Optional.empty(), devices(1))));

        assertThat(get(session.request(event(0))).isConfirmed()).isTrue();
        assertThatThrownBy(() -> transport(port, PASSWORD, true, TlsFiles.NONE).open(new Host(Optional.empty())))
                .isInstanceOfSatisfying(
                        TransportException.class,
                        refused -> assertThat(refused.failure()).isInstanceOf(ConnectionFailure.NotTrusted.class));
    }

    @Test
    void aCertificateOfAnotherHostIsNotTrusted() throws Exception {
        // It is localhost's and 127.0.0.1's.
        var platform = keep(SimulatedPlatform.open(
                new InetSocketAddress("127.0.0.2", 0), Optional.of(certificates.serverContext()), "alice", PASSWORD));
        var transport = transport("127.0.0.2", platform.uri().getPort(), PASSWORD, true, trust());

        assertThat(failure(transport)).isInstanceOf(ConnectionFailure.NotTrusted.class);
    }

    @Test
    void ourCertificateIsPresentedToAPlatformThatAsksForIt() throws Exception {
        var server = deaf(true).askingForCertificates().up();

        var session = keep(
                transport(server.port(), PASSWORD, true, certificates.files()).open(new Host(Optional.empty())));

        assertThat(session.gateway()).isEqualTo("g");
    }

    @Test
    void withoutACertificateThatAPlatformAsksForOurCredentialsAreWrong() throws Exception {
        var server = deaf(true).askingForCertificates().up();

        assertThat(failure(transport(server.port(), PASSWORD, true, trust())))
                .isInstanceOf(ConnectionFailure.WrongCredentials.class);
    }

    @Test
    void aServerWithoutTlsIsNotUnderstoodAndNotSuspected() throws Exception {
        assertThat(failureWhereTlsIsAnswered("HTTP/1.1 400 Bad Request\r\n\r\n"))
                .isInstanceOf(ConnectionFailure.NotUnderstood.class);
    }

    @Test
    void aLinkCutInTheTlsHandshakeIsLostAndNotSuspected() throws Exception {
        assertThat(failureWhereTlsIsAnswered("")).isInstanceOf(ConnectionFailure.Lost.class);
    }

    /// Why no session opens with a server that says `words` to the first that it hears, and hangs up.
    private ConnectionFailure failureWhereTlsIsAnswered(String words) throws Exception {
        try (var rude = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var answered = CompletableFuture.runAsync(() -> {
                try (var link = rude.accept()) {
                    // What is not read would make a reset of the end.
                    var _ = link.getInputStream().read(new byte[4096]);
                    link.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
            var why = failure(transport(rude.getLocalPort(), PASSWORD, true, trust()));
            assertThat(answered).succeedsWithin(LIMIT);
            return why;
        }
    }

    /// Why no session with that platform opens.
    private static ConnectionFailure failure(Transport transport) {
        return catchThrowableOfType(TransportException.class, () -> transport.open(new Host(Optional.empty())))
                .failure();
    }

    private DeafServer deaf(boolean encrypted) throws Exception {
        return keep(new DeafServer(encrypted ? Optional.of(certificates.serverContext()) : Optional.empty()));
    }

    private Session openDeaf(DeafServer server, boolean encrypted, Host host) throws Exception {
        return keep(transport(server.port(), PASSWORD, encrypted, trust()).open(host));
    }

    private static TlsFiles trust() throws Exception {
        return new TlsFiles(Optional.of(certificates.authority()), Optional.empty(), Optional.empty());
    }

    /// Events of 100 KB each.
    private static void say(Session session, int events) {
        var json = JsonNodeFactory.instance;
        for (int i = 0; i < events; i++) {
            var _ = session.request(
                    new Request.Event("device-0", "log", json.stringNode("x".repeat(100_000)), json.nullNode()));
        }
    }

    private SimulatedPlatform simulated() throws Exception {
        var platform = keep(SimulatedPlatform.open(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), Optional.empty(), "alice", PASSWORD));
        platform.observe(said -> {
            news.add(said);
            if (said instanceof News.Response response) {
                responses.add(response);
            }
        });
        return platform;
    }

    private ScriptedServer scripted(Function<String, Optional<String>> script) throws Exception {
        var server = new ScriptedServer(script).up();
        opened.add(() -> server.stop(500));
        return server;
    }

    private Session open(SimulatedPlatform platform, SessionHost host) throws Exception {
        return keep(transport(platform.uri().getPort(), PASSWORD, false, TlsFiles.NONE)
                .open(host));
    }

    private Session open(ScriptedServer server, SessionHost host) throws Exception {
        return keep(transport(server.getPort(), PASSWORD, false, TlsFiles.NONE).open(host));
    }

    private CompletableFuture<Session> opening(ScriptedServer server, SessionHost host) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return open(server, host);
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        });
    }

    private Transport transport(int port, Secret password, boolean encrypted, TlsFiles tls) throws Exception {
        return transport("127.0.0.1", port, password, encrypted, tls);
    }

    private Transport transport(String host, int port, Secret password, boolean encrypted, TlsFiles tls)
            throws Exception {
        return keep(new WebSocketTransports()
                .create(
                        new ConnectorConfiguration(
                                "websocket",
                                encrypted,
                                host,
                                port,
                                "alice",
                                password,
                                Optional.empty(),
                                tls,
                                Limits.DEFAULT,
                                LogSettings.DEFAULT),
                        timer));
    }

    private <T extends AutoCloseable> T keep(T part) {
        opened.add(part);
        return part;
    }

    private long synchronisations() {
        return news.stream().filter(News.Synchronised.class::isInstance).count();
    }

    private List<News> refusals() {
        return news.stream().filter(News.Refused.class::isInstance).toList();
    }

    private void awaitTimer(Duration delay) throws InterruptedException {
        Duration asked;
        do {
            asked = take(timer.asked);
        } while (!asked.equals(delay));
    }

    private static Request event(int number) {
        var json = JsonNodeFactory.instance;
        return new Request.Event("device-0", "count", json.numberNode(number), json.nullNode());
    }

    private static DeviceDescription[] devices(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> new DeviceDescription("device-" + i, "thing", "Thing " + i))
                .toArray(DeviceDescription[]::new);
    }

    private static String answerOk(String text) {
        return answer(text, Message.OK);
    }

    private static String answer(String text, int status) {
        var token = new JsonMapper().readTree(text).path("token").stringValue();
        return "{\"status\":%d,\"handler\":\"\",\"token\":\"%s\",\"content_type\":\"\",\"payload\":null}"
                .formatted(status, token);
    }

    private static <T> T take(BlockingQueue<T> queue) throws InterruptedException {
        var next = queue.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing came within " + LIMIT_SECONDS + " s");
        }
        return next;
    }

    private static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }
}
