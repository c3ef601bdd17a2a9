package wifisetup.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wifisetup.loop.SystemTimer;
import wifisetup.message.Message;
import wifisetup.secret.Secret;

class BusServerTest {
    private static final URI ANY_PORT = URI.create("ws://127.0.0.1:0/core");
    private static final String ALIVE = "{\"type\":\"alive\",\"data\":{},\"context\":{}}";

    private static final String HANDSHAKE = """
            GET /core HTTP/1.1\r
            Host: localhost\r
            Upgrade: websocket\r
            Connection: Upgrade\r
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
            Sec-WebSocket-Version: 13\r
            \r
            """;

    private final SystemTimer timer = new SystemTimer();
    private final List<AutoCloseable> opened = new ArrayList<>();
    private final BlockingQueue<Message> heard = new LinkedBlockingQueue<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : opened.reversed()) {
            each.close();
        }
        timer.close();
    }

    @Test
    void eachFrameIsRepeatedVerbatimToEverybodyInOrder() throws Exception {
        var server = serve(settings(64 * 1024, 1000, 1 << 20, 8));
        var one = Stranger.join(server.uri());
        var other = Stranger.join(server.uri());
        var frames = List.of(
                " {\t\"type\" : \"a\" ,\n\"data\":{ \"\\u00fc\":\"ü😀\",\"n\":1.0e0 },\"more\":[ ] } ",
                "{\"type\":\"a\"}",
                "{\"ciphertext\":\"00\",\"nonce\":\"00\"}");

        frames.forEach(one::send);

        for (String frame : frames) {
            assertThat(one.next()).isEqualTo(frame);
            assertThat(other.next()).isEqualTo(frame);
        }
        assertThat(next().type()).isEqualTo("a");
        assertThat(next()).isEqualTo(Message.of("a"));
    }

    @Test
    void whatIsPublishedGoesToTheClientsAndNotToOurselves() throws Exception {
        var server = serve(settings(64 * 1024, 1000, 1 << 20, 8));
        var client = Stranger.join(server.uri());

        server.publish(Message.of("alive"));
        assertThat(client.next()).isEqualTo(ALIVE);
        client.send("{\"type\":\"mine\"}");

        assertThat(next().type()).isEqualTo("mine");
    }

    @Test
    void webPagesAndOtherRoutesAreRefusedAndAListedOriginIsNot() throws Exception {
        var settings = new BusSettings(
                ANY_PORT,
                BusSettings.Mode.EMBEDDED,
                1000,
                1000,
                1000,
                8,
                Set.of("http://kiosk.local"),
                Optional.empty());
        var server = serve(settings);

        assertThat(Stranger.knock(server.uri(), Map.of("Origin", "http://evil.example"))
                        .isOpen())
                .isFalse();
        assertThat(Stranger.knock(server.uri(), Map.of("Origin", "null")).isOpen())
                .isFalse();
        assertThat(Stranger.knock(server.uri().resolve("/other"), Map.of()).isOpen())
                .isFalse();
        assertThat(Stranger.knock(server.uri(), Map.of("Origin", "http://kiosk.local"))
                        .next())
                .isEqualTo(Stranger.GREETING);
    }

    @Test
    void oneClientTooManyIsRefusedAndComesInWhenAnotherLeft() throws Exception {
        var server = serve(settings(1000, 1000, 1000, 1));
        var first = Stranger.join(server.uri());
        assertThat(Stranger.knock(server.uri(), Map.of()).isOpen()).isFalse();

        first.closeBlocking();

        Stranger.join(server.uri());
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2", "[]", "{}", "{\"type\":7}", "{\"type\":\"x\",\"data\":[[[["})
    void aMalformedFrameIsRefusedAndItsSenderStays(String malformed) throws Exception {
        var server = serve(settings(1000, 1000, 1000, 8));
        var client = Stranger.join(server.uri());

        client.send(malformed);
        client.send("{\"type\":\"x\",\"data\":" + "[".repeat(500));
        client.send(ALIVE);

        assertThat(client.next()).isEqualTo(ALIVE);
        assertThat(next()).isEqualTo(Message.of("alive"));
    }

    @Test
    void theTwentiethMalformedFrameEndsItsSender() throws Exception {
        var server = serve(settings(1000, 1000, 1000, 8));
        var client = Stranger.join(server.uri());

        IntStream.range(0, 20).forEach(_ -> client.send("{"));

        assertThat(client.closeCode()).isEqualTo(1008);
    }

    @Test
    void binaryAndOversizeFramesEndTheirSendersAlone() throws Exception {
        var server = serve(settings(1000, 1000, 1000, 8));
        var witness = Stranger.join(server.uri());
        var binary = Stranger.join(server.uri());
        var large = Stranger.join(server.uri());

        binary.send(new byte[] {1, 2, 3});
        large.send("x".repeat(1001));

        assertThat(binary.closeCode()).isEqualTo(1003);
        assertThat(large.closeCode()).isEqualTo(1009);
        witness.send(ALIVE);
        assertThat(witness.next()).isEqualTo(ALIVE);
    }

    @Test
    void aSlowReaderIsDroppedAndTheOthersNeverWait() throws Exception {
        var server = serve(settings(64 * 1024, 20_000, 1 << 20, 8));
        var reader = Stranger.join(server.uri());
        try (var sluggard = new Socket()) {
            sluggard.setReceiveBufferSize(4096);
            sluggard.connect(new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), server.uri().getPort()));
            sluggard.getOutputStream().write(HANDSHAKE.getBytes(StandardCharsets.US_ASCII));
            assertThat(sluggard.getInputStream().read()).isEqualTo('H');
            var filling = "x".repeat(1000);

            for (int i = 0; i < 10_000; i++) {
                reader.send("{\"type\":\"" + i + "\",\"data\":{\"filling\":\"" + filling + "\"}}");
            }

            for (int i = 0; i < 10_000; i++) {
                assertThat(reader.next()).startsWith("{\"type\":\"" + i + "\"");
            }
            // All that the sluggard can still read is what the operating systems hold, then the end.
            sluggard.setSoTimeout(20_000);
            assertThat(drain(sluggard)).isLessThan(10_000_000);
        }
        assertThat(reader.isOpen()).isTrue();
    }

    @Test
    void framesAreEncryptedUnderTheKeyAndTheGreetingToo() throws Exception {
        var key = new Secret("ivf1NQSkQNogWYyr");
        var settings =
                new BusSettings(ANY_PORT, BusSettings.Mode.EMBEDDED, 1000, 100, 10_000, 8, Set.of(), Optional.of(key));
        var server = serve(settings);
        var client = Stranger.knock(server.uri(), Map.of());
        assertThat(client.next()).startsWith("{\"ciphertext\":");

        client.send(ALIVE);
        client.send(settings.codec().write(Message.of("secret")));

        assertThat(next()).as("the frame in clear is not for us").isEqualTo(Message.of("secret"));
        assertThat(client.next()).isEqualTo(ALIVE);
    }

    @Test
    void itsClientsAreToldThatItGoesAndTheNextOneTakesThePortAtOnce() throws Exception {
        var server = serve(settings(1000, 1000, 1000, 8));
        var client = Stranger.join(server.uri());

        server.close();

        assertThat(client.closeCode()).isEqualTo(1001);
        var next = serve(settings(1000, 1000, 1000, 8).at(server.uri()));
        Stranger.join(next.uri());
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        var server = serve(settings(1000, 1000, 1000, 8));

        assertThatThrownBy(() -> BusServer.open(settings(1, 1, 1, 1).at(server.uri()), timer))
                .isInstanceOf(BusException.class)
                .hasMessageContaining(server.uri().toString())
                .hasMessageContaining("--bus connect");
    }

    @Test
    void twoThousandRandomFramesLeaveItAlive() throws Exception {
        var server = serve(settings(2000, 1000, 1 << 20, 8));
        var witness = Stranger.join(server.uri());
        var random = new Random(20260101);
        var client = Stranger.join(server.uri());

        for (int i = 0; i < 2000; i++) {
            if (!client.isOpen()) {
                client = Stranger.join(server.uri());
            }
            try {
                client.send(randomFrame(random));
            } catch (org.java_websocket.exceptions.WebsocketNotConnectedException _) {
                // The server ended it meanwhile.
            }
        }
        witness.send("{\"type\":\"the end\"}");

        String frame;
        do {
            frame = witness.next();
        } while (!frame.contains("the end"));
        assertThat(frame).isEqualTo("{\"type\":\"the end\"}");
    }

    private static String randomFrame(Random random) {
        var characters = "{}[]\",:\\\u0000ü😀0123456789-+.eEtypedatacontextnulltruefalse \n"
                .codePoints()
                .toArray();
        var text = new StringBuilder(random.nextBoolean() ? "{\"type\":\"x\",\"data\":" : "");
        random.ints(random.nextInt(200), 0, characters.length).forEach(i -> text.appendCodePoint(characters[i]));
        return text.append(random.nextInt(4) == 0 ? "{}}" : "").toString();
    }

    private static long drain(Socket socket) {
        long count = 0;
        try {
            var buffer = new byte[64 * 1024];
            for (int n = socket.getInputStream().read(buffer);
                    n >= 0;
                    n = socket.getInputStream().read(buffer)) {
                count += n;
            }
        } catch (java.net.SocketTimeoutException stillOpen) {
            throw new AssertionError("the sluggard was not dropped", stillOpen);
        } catch (java.io.IOException reset) {
            // Dropped, too.
        }
        return count;
    }

    private BusServer serve(BusSettings settings) throws BusException {
        var server = BusServer.open(settings, timer);
        opened.add(server);
        server.subscribe(heard::add);
        return server;
    }

    private Message next() throws InterruptedException {
        var message = heard.poll(20, TimeUnit.SECONDS);
        assertThat(message).isNotNull();
        return message;
    }

    private static BusSettings settings(int frameBytes, int queuedFrames, long queuedBytes, int clients) {
        return new BusSettings(
                ANY_PORT,
                BusSettings.Mode.EMBEDDED,
                frameBytes,
                queuedFrames,
                queuedBytes,
                clients,
                Set.of(),
                Optional.empty());
    }
}
