package wifisetup.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import wifisetup.platform.FakeTransport.FakeSession;
import wifisetup.secret.Secret;

/// A day on a link that comes and goes, in fast time: each event has exactly one end, and what its caller was
/// told of it is what the platform knows.
class FlappingLinkTest {
    private static final int LIMIT_SECONDS = 20;
    private static final Duration DAY = Duration.ofHours(24);
    private static final long SEED = 20180704;

    private final Random random = new Random(SEED);
    private final FakeTransport transport = new FakeTransport();
    private final WatchedTimer timer = new WatchedTimer();
    private final BlockingQueue<ConnectionState> states = new LinkedBlockingQueue<>();
    private final List<Sent> sent = new ArrayList<>();
    private final List<FakeSession> sessions = new ArrayList<>();

    /// How the platform treats an event.
    private enum Fate {
        ANSWERED,
        UNANSWERED,
        CUT_OFF,
        OFFLINE
    }

    private record Sent(int number, Fate fate, CompletableFuture<Message> result) {}

    @Test
    void eachEventOfADayIsAccountedFor() throws Exception {
        try (var client = PlatformClient.with(new DevicePool())
                .configuration(ConnectorConfiguration.at("fake", "localhost", 1, "user", Secret.EMPTY))
                .transport(transport)
                .timer(timer)
                .random(random)
                .open()) {
            client.observe(Runnable::run, states::add);
            while (timer.now().compareTo(DAY) < 0) {
                connectedFor(client, Duration.ofSeconds(20 + random.nextInt(600)));
                offline(client, random.nextInt(4));
            }
            assertThat(timer.waiting()).as("nobody waits but the next attempt").isLessThanOrEqualTo(1);
        }
        account();
    }

    private void connectedFor(PlatformClient client, Duration time) throws Exception {
        await(ConnectionState.Connected.class);
        var session = transport.opened.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
        sessions.add(session);
        for (int i = random.nextInt(5); i >= 0; i--) {
            send(client, Fate.ANSWERED, CompletableFuture.completedFuture(Message.of(Message.OK)));
        }
        if (random.nextBoolean()) {
            send(client, Fate.UNANSWERED, new CompletableFuture<>());
        }
        timer.advance(time);
        send(client, Fate.CUT_OFF, new CompletableFuture<>());
        session.lose();
    }

    /// Some attempts fail before one succeeds.
    private void offline(PlatformClient client, int failures) throws Exception {
        if (failures > 0) {
            transport.failing(new ConnectionFailure.Unreachable("the test's"));
        }
        for (int i = 0; i <= failures; i++) {
            var waiting = (ConnectionState.Waiting) await(ConnectionState.Waiting.class);
            assertThat(waiting.failed()).isEqualTo(i);
            send(client, Fate.OFFLINE, new CompletableFuture<>());
            awaitTimer(waiting.pause());
            if (i == failures) {
                transport.failing(null);
            }
            timer.advance(waiting.pause());
        }
    }

    private void send(PlatformClient client, Fate fate, CompletableFuture<Message> answer) {
        transport.answering(_ -> answer);
        int number = sent.size();
        sent.add(new Sent(number, fate, client.async().event("thermometer", "temperature", number)));
    }

    private void account() throws Exception {
        var heard = sessions.stream()
                .flatMap(session -> session.requests.stream())
                .map(request -> ((Request.Event) request).data().intValue())
                .toList();
        assertThat(heard)
                .as("each reaches the platform once at most, in order")
                .doesNotHaveDuplicates()
                .isSorted();
        for (var event : sent) {
            var result = event.result().get(LIMIT_SECONDS, TimeUnit.SECONDS);
            switch (event.fate()) {
                case ANSWERED -> assertThat(result.isConfirmed()).isTrue();
                case UNANSWERED -> assertThat(result.isTimedOut()).isTrue();
                case CUT_OFF, OFFLINE -> assertThat(result.isEmpty()).isTrue();
            }
            assertThat(heard.contains(event.number()))
                    .as("event %s, %s", event.number(), event.fate())
                    .isEqualTo(event.fate() != Fate.OFFLINE);
        }
        assertThat(sent).hasSizeGreaterThan(500);
        assertThat(sessions).hasSizeGreaterThan(100);
    }

    private ConnectionState await(Class<? extends ConnectionState> kind) throws InterruptedException {
        ConnectionState state;
        do {
            state = states.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
            assertThat(state).as("a state before the limit").isNotNull();
        } while (!kind.isInstance(state));
        return state;
    }

    private void awaitTimer(Duration delay) throws InterruptedException {
        Duration asked;
        do {
            asked = timer.asked.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
            assertThat(asked).as("a wait of " + delay).isNotNull();
        } while (!asked.equals(delay));
    }
}
