package wifisetup.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// What each transport promises, against a platform of its kind.
public abstract class TransportContract {
    /// How long anything may take: far longer than it does.
    protected static final int LIMIT_SECONDS = 20;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final DeviceDescription LAMP = new DeviceDescription("lamp-1", "light", "Kitchen lamp");
    private static final DeviceDescription HEATER = new DeviceDescription("heater/2", "heater", "Küche ☕");

    private final List<Session> opened = new CopyOnWriteArrayList<>();

    /// For implementations.
    protected TransportContract() {}

    /// A platform that is up.
    protected abstract Platform platform();

    /// A transport to it, with the right credentials. Closed by the test that made it.
    protected abstract Transport transport();

    /// One whose platform is not there.
    protected abstract Transport transportToNobody();

    /// Whether that thread is one of the platform's, if it lives in this process.
    protected boolean isOfThePlatform(Thread thread) {
        return false;
    }

    /// What a platform of any kind can be asked.
    public interface Platform {
        /// The ids of the devices that are connected.
        Collection<String> connectedDevices() throws Exception;

        /// The ids of those that it remembers, although they are not connected.
        Collection<String> disconnectedDevices() throws Exception;

        /// The next event: device, service, data and metadata.
        Request.Event nextEvent() throws Exception;

        /// The data of the next response.
        JsonNode nextResponse() throws Exception;

        /// Sends a command.
        void command(String device, String service, JsonNode data) throws Exception;

        /// Breaks each link.
        void dropLinks() throws Exception;
    }

    /// Our side, which keeps what it is told.
    public static final class Host implements SessionHost {
        /// The commands.
        public final BlockingQueue<Message> commands = new LinkedBlockingQueue<>();
        /// The ends.
        public final BlockingQueue<ConnectionFailure> ends = new LinkedBlockingQueue<>();
        /// The stages.
        public final List<Stage> stages = new CopyOnWriteArrayList<>();

        private final List<DeviceDescription> devices;
        private volatile Optional<String> gateway;

        /// With these devices, and that gateway id from before.
        public Host(Optional<String> gateway, DeviceDescription... devices) {
            this.gateway = gateway;
            this.devices = List.of(devices);
        }

        @Override
        public Optional<String> gateway() {
            return gateway;
        }

        @Override
        public void gateway(String id) {
            gateway = Optional.of(id);
        }

        @Override
        public List<DeviceDescription> devices() {
            return devices;
        }

        @Override
        public void reached(Stage stage) {
            stages.add(stage);
        }

        @Override
        public void received(Message command) {
            commands.add(command);
        }

        @Override
        public void lost(ConnectionFailure why) {
            ends.add(why);
        }
    }

    private @Nullable Transport transport;

    @BeforeEach
    void reach() {
        transport = transport();
    }

    @AfterEach
    void leave() {
        opened.forEach(Session::close);
        if (transport != null) {
            transport.close();
        }
    }

    @Test
    void aSessionMakesThePlatformKnowTheDevices() throws Exception {
        var host = new Host(Optional.empty(), LAMP, HEATER);

        open(host);

        assertThat(platform().connectedDevices()).containsExactlyInAnyOrder("lamp-1", "heater/2");
        assertThat(host.stages).startsWith(Stage.CONNECTING).isSorted();
    }

    @Test
    void theGatewayIdStaysTheSameOnceItIsKnown() throws Exception {
        var first = open(new Host(Optional.empty()));
        var gateway = first.gateway();
        first.close();

        var second = open(new Host(Optional.of(gateway)));

        assertThat(gateway).isNotBlank();
        assertThat(second.gateway()).isEqualTo(gateway);
    }

    @Test
    void theNextSessionKnowsTheDevicesOfItsTime() throws Exception {
        var first = open(new Host(Optional.empty(), LAMP));
        first.close();

        open(new Host(Optional.of(first.gateway()), LAMP, HEATER));

        assertThat(platform().connectedDevices()).containsExactlyInAnyOrder("lamp-1", "heater/2");
    }

    @Test
    void changesOfDevicesAreConfirmed() throws Exception {
        var session = open(new Host(Optional.empty(), LAMP));

        assertThat(answer(session, new Request.Put(HEATER)).isConfirmed()).isTrue();
        assertThat(platform().connectedDevices()).containsExactlyInAnyOrder("lamp-1", "heater/2");

        assertThat(answer(session, new Request.Disconnect("lamp-1")).isConfirmed())
                .isTrue();
        assertThat(platform().connectedDevices()).containsExactly("heater/2");
        assertThat(platform().disconnectedDevices()).containsExactly("lamp-1");

        assertThat(answer(session, new Request.Delete("heater/2")).isConfirmed())
                .isTrue();
        assertThat(platform().connectedDevices()).isEmpty();
        assertThat(platform().disconnectedDevices()).containsExactly("lamp-1");
    }

    @Test
    void eventsArriveAsTheyWereSentAndAreConfirmed() throws Exception {
        var session = open(new Host(Optional.empty(), HEATER));
        var event = new Request.Event(
                "heater/2", "temperature/äußere", JSON.objectNode().put("°C", 21.5), JSON.stringNode("now"));

        assertThat(answer(session, event).isConfirmed()).isTrue();

        assertThat(platform().nextEvent()).isEqualTo(event);
    }

    @Test
    void eventsOfOneThreadArriveInTheirOrder() throws Exception {
        var session = open(new Host(Optional.empty(), LAMP));
        var answers = new CopyOnWriteArrayList<CompletableFuture<Message>>();
        for (int i = 0; i < 200; i++) {
            answers.add(session.request(new Request.Event("lamp-1", "count", JSON.numberNode(i), JSON.nullNode())));
        }

        for (int i = 0; i < 200; i++) {
            assertThat(answers.get(i).get(LIMIT_SECONDS, TimeUnit.SECONDS).isConfirmed())
                    .isTrue();
            assertThat(platform().nextEvent().data().intValue()).isEqualTo(i);
        }
    }

    @Test
    void commandsArriveAndTheirResponseIsConfirmed() throws Exception {
        var host = new Host(Optional.empty(), LAMP);
        var session = open(host);

        platform().command("lamp-1", "switch", JSON.objectNode().put("on", true));
        var command = take(host.commands);

        assertThat(command.device()).contains("lamp-1");
        assertThat(command.service()).contains("switch");
        assertThat(command.data()).isEqualTo(JSON.objectNode().put("on", true));
        assertThat(command.token()).isNotEmpty();
        assertThat(answer(session, new Request.Response(command, Message.OK, JSON.stringNode("done"), JSON.nullNode()))
                        .isConfirmed())
                .isTrue();
        assertThat(platform().nextResponse()).isEqualTo(JSON.stringNode("done"));
    }

    @Test
    void aLostLinkIsToldOnceAndLaterRequestsFail() throws Exception {
        var host = new Host(Optional.empty(), LAMP);
        var session = open(host);

        platform().dropLinks();

        assertThat(take(host.ends)).isInstanceOf(ConnectionFailure.class);
        var late = session.request(new Request.Event("lamp-1", "s", JSON.numberNode(1), JSON.nullNode()));
        assertThatThrownBy(() -> late.get(LIMIT_SECONDS, TimeUnit.SECONDS))
                .hasCauseInstanceOf(TransportException.class);
        session.close();
        assertThat(host.ends).isEmpty();
    }

    @Test
    void aSessionThatWeEndIsNotLost() throws Exception {
        var host = new Host(Optional.empty(), LAMP);
        var session = open(host);

        session.close();
        session.close();

        var late = session.request(new Request.Event("lamp-1", "s", JSON.numberNode(1), JSON.nullNode()));
        assertThatThrownBy(() -> late.get(LIMIT_SECONDS, TimeUnit.SECONDS))
                .hasCauseInstanceOf(TransportException.class);
        assertThat(host.ends).isEmpty();
    }

    @Test
    void nobodyThereIsUnreachable() {
        try (var nobody = transportToNobody()) {
            assertThatThrownBy(() -> nobody.open(new Host(Optional.empty())))
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            refused -> assertThat(refused.failure()).isInstanceOf(ConnectionFailure.Unreachable.class));
        }
    }

    @Test
    void threadsEndWithTheTransport() throws Exception {
        var before = threads();
        try (var other = transport()) {
            other.open(new Host(Optional.empty(), LAMP)).close();
        }
        for (var thread : threads()) {
            if (!before.contains(thread)) {
                assertThat(thread.join(Duration.ofSeconds(2)))
                        .as("%s ends within 2 s", thread.getName())
                        .isTrue();
            }
        }
    }

    /// Opens a session, which the test's end closes.
    protected Session open(SessionHost host) throws TransportException, InterruptedException {
        var way = transport;
        if (way == null) {
            throw new IllegalStateException("before the test");
        }
        var session = way.open(host);
        opened.add(session);
        return session;
    }

    /// The answer to that request.
    protected static Message answer(Session session, Request request) throws Exception {
        return session.request(request).get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    /// What comes next.
    protected static <T> T take(BlockingQueue<T> queue) throws InterruptedException {
        var next = queue.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing came within " + LIMIT_SECONDS + " s");
        }
        return next;
    }

    private List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !isOfThePlatform(thread))
                // The virtual machine's own, on which virtual threads run.
                .filter(thread -> !thread.getName().startsWith("ForkJoinPool"))
                .filter(thread -> !thread.getName().startsWith("VirtualThread"))
                .toList();
    }
}
