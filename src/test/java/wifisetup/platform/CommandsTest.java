package wifisetup.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import wifisetup.loop.SystemTimer;

/// Commands that are too many, too large, or come while something is broken.
class CommandsTest {
    private static final int LIMIT_SECONDS = 20;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Device LAMP = new Device("lamp-1", "light", "Kitchen lamp");

    private final SystemTimer timer = new SystemTimer();
    private final Recording session = new Recording();
    private final Exchange exchange = new Exchange(() -> new Sessions.Now.Ready(session), timer, Runnable::run);
    private Supplier<Optional<Device>> lamp = () -> Optional.of(LAMP);
    private final Commands commands = new Commands(new Asked(), exchange, timer, TIMEOUT);

    @AfterEach
    void close() {
        commands.close();
        timer.close();
    }

    @Test
    void aDeviceManagerThatBreaksNeverSwallowsACommand() throws Exception {
        lamp = () -> {
            throw new IllegalStateException("the test's");
        };

        commands.arrived(command("t1"));

        assertThat(take(session.responses)).isEqualTo(new Answered("t1", 500));
    }

    @Test
    void commandsThatADeviceManagerDoesNotGetThroughAreRefusedFromTheHundredthOn() throws Exception {
        var held = new CountDownLatch(1);
        lamp = () -> {
            try {
                held.await();
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
            }
            return Optional.of(LAMP);
        };
        IntStream.range(0, 100).forEach(i -> commands.arrived(command("t" + i)));
        assertThat(session.responses).isEmpty();

        commands.arrived(command("one too many"));

        assertThat(session.responses).containsExactly(new Answered("one too many", 503));
        held.countDown();
        for (int i = 0; i < 100; i++) {
            assertThat(commands.receive().token()).isEqualTo("t" + i);
        }
    }

    @Test
    void aCommandOfMoreValuesThanMemoryIsKeptForIsRefused() {
        var values = JsonNodeFactory.instance.arrayNode();
        IntStream.range(0, 5000).forEach(_ -> values.addObject());

        commands.arrived(command("t1", values));

        assertThat(session.responses).containsExactly(new Answered("t1", 413));
    }

    @Test
    void aReceiverMayWaitForEver() throws Exception {
        var received = CompletableFuture.supplyAsync(() -> {
            try {
                return commands.receive(ChronoUnit.FOREVER.getDuration());
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        });

        commands.arrived(command("t1"));

        assertThat(received.get(LIMIT_SECONDS, TimeUnit.SECONDS).orElseThrow().token())
                .isEqualTo("t1");
    }

    @Test
    void aTimerThatRefusesATimeCostsNoCommandAndNoRequest() throws Exception {
        Duration refused = Duration.ofDays(1);
        var choosy = new Exchange(
                () -> new Sessions.Now.Ready(session),
                (delay, action) -> {
                    if (delay.equals(refused)) {
                        throw new ArithmeticException("the test's");
                    }
                    return timer.after(delay, action);
                },
                Runnable::run);
        var request = new Request.Event(
                "lamp-1", "power", JsonNodeFactory.instance.nullNode(), JsonNodeFactory.instance.nullNode());

        for (int i = 0; i < 10_001; i++) {
            assertThatThrownBy(() -> choosy.ask(request, refused)).isInstanceOf(ArithmeticException.class);
        }

        assertThat(choosy.ask(request, TIMEOUT).get().isConfirmed()).isTrue();
    }

    @Test
    void aCommandThatMeetsAnInterruptGoesToTheNextReceiver() throws Exception {
        var queue = new CommandQueue(10);
        var late = queue.next();
        assertThat(queue.offer(command("t1"))).isTrue();
        assertThat(queue.offer(command("t2"))).isTrue();

        queue.putBack(late.get());

        assertThat(queue.next().get().token()).isEqualTo("t1");
        assertThat(queue.next().get().token()).isEqualTo("t2");
    }

    @Test
    void aCommandThatIsPutBackGoesToWhoeverWaits() throws Exception {
        var queue = new CommandQueue(10);
        var late = queue.next();
        var waiting = queue.next();
        queue.offer(command("t1"));

        queue.putBack(late.get());

        assertThat(waiting.get().token()).isEqualTo("t1");
    }

    @Test
    void aChangeThatNoSessionCanCarryDoesNotHoldUpTheNext() throws Exception {
        session.unfit = true;
        assertThat(exchange.ask(new Request.Delete("x\0y"), TIMEOUT).get().status())
                .isEqualTo(400);
        session.unfit = false;

        assertThat(exchange.ask(new Request.Delete("lamp-1"), TIMEOUT).get().isConfirmed())
                .isTrue();
    }

    private static Message command(String token) {
        return command(token, JsonNodeFactory.instance.booleanNode(true));
    }

    private static Message command(String token, JsonNode data) {
        var payload =
                new JsonMapper().createObjectNode().put("device_url", "lamp-1").put("service_url", "switch");
        payload.putArray("protocol_parts").addObject().put("name", "data").set("value", data);
        return new Message(Message.OK, Message.JSON, payload, token);
    }

    private static <T> T take(BlockingQueue<T> queue) throws InterruptedException {
        var next = queue.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        return next;
    }

    private record Answered(String token, int status) {}

    /// Confirms everything, and keeps what commands were answered.
    private static final class Recording implements Session {
        private final BlockingQueue<Answered> responses = new LinkedBlockingQueue<>();
        private volatile boolean unfit;

        @Override
        public String gateway() {
            return "gateway-1";
        }

        @Override
        public CompletableFuture<Message> request(Request request) {
            if (unfit) {
                throw new IllegalArgumentException("the test's");
            }
            if (request instanceof Request.Response response) {
                responses.add(new Answered(response.command().token(), response.status()));
            }
            return CompletableFuture.completedFuture(Message.of(Message.OK));
        }

        @Override
        public void close() {}
    }

    /// Knows what the test says.
    private final class Asked implements DeviceManager {
        @Override
        public void add(Device device) {}

        @Override
        public void update(Device device) {}

        @Override
        public void remove(String id) {}

        @Override
        public Optional<Device> get(String id) {
            return lamp.get();
        }

        @Override
        public Collection<Device> devices() {
            return List.of();
        }
    }
}
