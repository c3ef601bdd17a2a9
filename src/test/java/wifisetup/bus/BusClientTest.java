package wifisetup.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import wifisetup.bus.BusSettings.Mode;
import wifisetup.loop.ManualTimer;
import wifisetup.loop.SystemTimer;
import wifisetup.message.Message;

class BusClientTest {
    private final SystemTimer serverTimer = new SystemTimer();
    private final ManualTimer timer = new ManualTimer();
    private final List<AutoCloseable> opened = new ArrayList<>();
    private final BlockingQueue<Message> heard = new LinkedBlockingQueue<>();
    private final BlockingQueue<BusState> states = new LinkedBlockingQueue<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : opened.reversed()) {
            each.close();
        }
        serverTimer.close();
    }

    @Test
    void itsOwnFramesComeBackToNobodyAndTheSameFrameOfAnotherIsHeard() throws Exception {
        var server = serve(URI.create("ws://127.0.0.1:0/core"));
        var client = join(server.uri());
        var stranger = Stranger.join(server.uri());

        client.publish(Message.of("alive"));
        var frame = stranger.next();
        stranger.send(frame);
        stranger.send("{\"type\":\"end\"}");

        assertThat(heard(2)).containsExactly("alive", "end");
    }

    @Test
    void itComesBackWhenTheBusDoesAndSaysSo() throws Exception {
        var server = serve(URI.create("ws://127.0.0.1:0/core"));
        var client = join(server.uri());
        server.close();
        assertThat(next()).isInstanceOf(BusState.Disconnected.class);
        client.publish(Message.of("lost"));
        serve(server.uri());

        timer.advance(Duration.ofSeconds(1));

        assertThat(next()).isInstanceOf(BusState.Connecting.class);
        assertThat(next()).isEqualTo(new BusState.Connected(server.uri()));
        var stranger = Stranger.join(server.uri());
        client.publish(Message.of("again"));
        assertThat(stranger.next()).contains("again");
    }

    @Test
    void itTriesAgainAtGrowingTimesWhileNobodyIsThere() throws Exception {
        client(freeAddress());
        assertThat(next()).isInstanceOf(BusState.Connecting.class);
        var delays = new ArrayList<Duration>();
        for (int i = 0; i < 3; i++) {
            var lost = (BusState.Disconnected) nextBut(BusState.Connecting.class);
            delays.add(lost.nextAttempt());
            timer.advance(lost.nextAttempt());
        }

        assertThat(delays.get(0)).isBetween(Duration.ofMillis(750), Duration.ofSeconds(1));
        assertThat(delays.get(1)).isBetween(Duration.ofMillis(3750), Duration.ofSeconds(5));
        assertThat(delays.get(2)).isBetween(Duration.ofMillis(7500), Duration.ofSeconds(10));
    }

    @Test
    void theTimesDoubleUpToAMinuteAndStartAgainAfterSuccess() {
        var backoff = new Backoff(() -> 0L);
        assertThat(Stream.generate(backoff::next).limit(7).map(Duration::toSeconds))
                .containsExactly(1L, 5L, 10L, 20L, 40L, 60L, 60L);

        backoff.reset();

        assertThat(backoff.next()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aServerThatNeverAnswersTheHandshakeIsGivenUp() throws Exception {
        try (var silent = new ServerSocket(0)) {
            client(URI.create("ws://127.0.0.1:" + silent.getLocalPort() + "/core"));
            assertThat(next()).isInstanceOf(BusState.Connecting.class);
            try (var accepted = silent.accept()) {
                assertThat(accepted.getInputStream().read()).isEqualTo('G');
                timer.advance(Duration.ofSeconds(10));

                var lost = (BusState.Disconnected) nextBut(BusState.Connecting.class);
                assertThat(lost.why()).contains("handshake");
            }
        }
    }

    @Test
    void closedItIsSilentAndTriesNoMore() throws Exception {
        var server = serve(URI.create("ws://127.0.0.1:0/core"));
        var client = join(server.uri());

        client.close();
        client.publish(Message.of("late"));

        assertThat(next()).isEqualTo(new BusState.Closed());
        assertThat(timer.waiting()).isZero();
    }

    @Test
    void autoServesWhereNobodyListensAndJoinsWhereSomebodyDoes() throws Exception {
        var connector = new BusConnector(serverTimer, new Random(1));
        var settings = BusSettings.DEFAULT.at(freeAddress());

        var first = connector.open(settings);
        opened.add(first);
        var second = connector.open(settings);
        opened.add(second);

        assertThat(first).isInstanceOf(BusServer.class);
        assertThat(second).isInstanceOf(BusClient.class);
    }

    private BusServer serve(URI uri) throws BusException {
        var server = BusServer.open(BusSettings.DEFAULT.in(Mode.EMBEDDED).at(uri), serverTimer);
        opened.add(server);
        return server;
    }

    private BusClient join(URI uri) throws Exception {
        var client = client(uri);
        assertThat(nextBut(BusState.Connecting.class)).isEqualTo(new BusState.Connected(uri));
        return client;
    }

    private BusClient client(URI uri) throws BusException {
        var client = BusClient.open(BusSettings.DEFAULT.in(Mode.CONNECT).at(uri), timer, new Random(1));
        opened.add(client);
        client.subscribe(message -> {
            if (!message.type().equals("connected")) {
                heard.add(message);
            }
        });
        client.observe(states::add);
        return client;
    }

    private BusState next() throws InterruptedException {
        var state = states.poll(20, TimeUnit.SECONDS);
        assertThat(state).isNotNull();
        return state;
    }

    private BusState nextBut(Class<?> passed) throws InterruptedException {
        var state = next();
        while (passed.isInstance(state)) {
            state = next();
        }
        return state;
    }

    private List<String> heard(int count) throws InterruptedException {
        var types = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            var message = heard.poll(20, TimeUnit.SECONDS);
            assertThat(message).isNotNull();
            types.add(message.type());
        }
        return types;
    }

    private static URI freeAddress() throws Exception {
        try (var socket = new ServerSocket(0)) {
            return URI.create("ws://127.0.0.1:" + socket.getLocalPort() + "/core");
        }
    }
}
