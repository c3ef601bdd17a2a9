package wifisetup.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import wifisetup.platform.FakeTransport.FakeSession;
import wifisetup.secret.Secret;

class PlatformClientTest {
    private static final int LIMIT_SECONDS = 20;
    private static final ConnectionFailure GONE = new ConnectionFailure.Unreachable("nobody");

    private final FakeTransport transport = new FakeTransport();
    private final WatchedTimer timer = new WatchedTimer();
    private final DevicePool devices = new DevicePool();
    private final BlockingQueue<ConnectionState> states = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final Device lamp = new Device("lamp-1", "light", "Kitchen lamp");
    private Optional<PlatformClient> opened = Optional.empty();

    @AfterEach
    void close() {
        opened.ifPresent(PlatformClient::close);
    }

    @Test
    void openingReturnsWhateverTheFirstConnectionDoes() throws Exception {
        var held = transport.holdingAttempts();
        var client = open();

        assertThat(client.state()).isInstanceOf(ConnectionState.Connecting.class);
        held.complete(null);
        await(ConnectionState.Connected.class);
    }

    @Test
    void theDevicesOfTheManagerAreToldToThePlatform() throws Exception {
        devices.add(lamp);
        open();

        assertThat(session().devices).containsExactly(lamp.description());
    }

    @Test
    void aCallIsTrueWhenThePlatformConfirms() throws Exception {
        var client = connected();
        var session = session();

        assertThat(client.add(lamp)).isTrue();
        lamp.rename("Hall lamp");
        assertThat(client.update(lamp)).isTrue();
        assertThat(client.disconnect(lamp)).isTrue();
        assertThat(client.delete("lamp-2")).isTrue();

        assertThat(session.requests)
                .containsExactly(
                        new Request.Put(new DeviceDescription("lamp-1", "light", "Kitchen lamp")),
                        new Request.Put(new DeviceDescription("lamp-1", "light", "Hall lamp")),
                        new Request.Disconnect("lamp-1"),
                        new Request.Delete("lamp-2"));
        assertThat(devices.devices()).isEmpty();
    }

    @Test
    void aCallIsFalseWhenThePlatformRefuses() throws Exception {
        transport.answering(_ -> CompletableFuture.completedFuture(Message.of(409)));
        var client = connected();

        assertThat(client.add(lamp)).isFalse();
        assertThat(devices.get("lamp-1")).contains(lamp);
        assertThat(client.event(lamp, "power", true).status()).isEqualTo(409);
    }

    @Test
    void withoutAConnectionTheManagerChangesAndTheResultIsEmpty() throws Exception {
        transport.failing(GONE);
        var client = open();
        await(ConnectionState.Waiting.class);

        assertThat(client.add(lamp)).isFalse();
        assertThat(devices.get("lamp-1")).contains(lamp);
        assertThat(client.event("lamp-1", "power", true).isEmpty()).isTrue();
        assertThat(client.event("lamp-1", "power", true)).isEqualTo(Message.EMPTY);
        assertThat(client.delete("lamp-1")).isFalse();
        assertThat(devices.devices()).isEmpty();
    }

    @Test
    void whatIsNotAnsweredInTimeIsTimedOut() throws Exception {
        transport.answering(_ -> new CompletableFuture<>());
        var client = connected();
        var session = session();
        timer.asked.clear();

        var event = client.async().event("lamp-1", "power", true);
        var change = client.async(Duration.ofSeconds(3)).add(lamp);
        timer.advance(Duration.ofSeconds(3));

        assertThat(get(change)).isFalse();
        assertThat(event).isNotDone();
        timer.advance(Duration.ofSeconds(7));
        assertThat(get(event).isTimedOut()).isTrue();
        assertThat(get(event).status()).isZero();
        assertThat(get(event).payload().stringValue()).isEqualTo("timed out");
        assertThat(session.answers).as("nobody waits at the transport").allMatch(CompletableFuture::isDone);
        assertThat(timer.waiting()).isZero();
    }

    @Test
    void aBlockingCallEndsWithItsTimeToo() throws Exception {
        transport.answering(_ -> new CompletableFuture<>());
        var client = connected();
        session();
        timer.asked.clear();

        var result = CompletableFuture.supplyAsync(() -> {
            try {
                return client.within(Duration.ofSeconds(2)).event("lamp-1", "power", 1);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        });
        assertThat(timer.asked.poll(LIMIT_SECONDS, TimeUnit.SECONDS)).isEqualTo(Duration.ofSeconds(2));
        timer.advance(Duration.ofSeconds(2));

        assertThat(get(result).isTimedOut()).isTrue();
    }

    @Test
    void whatHasNoAnswerWhenTheConnectionBreaksIsEmpty() throws Exception {
        transport.answering(_ -> new CompletableFuture<>());
        var client = connected();
        var event = client.async().event("lamp-1", "power", true);

        session().lose();

        assertThat(get(event)).isEqualTo(Message.EMPTY);
    }

    @Test
    void changesWhileASessionOpensAreMadeInItInTheirOrder() throws Exception {
        var held = transport.holdingAttempts();
        var client = open();
        awaitStage(Stage.SYNCHRONISING);

        var first = client.async().add(lamp);
        var second = client.async().disconnect("lamp-1");
        held.complete(null);

        assertThat(get(first)).isTrue();
        assertThat(get(second)).isTrue();
        var session = session();
        assertThat(session.devices).isEmpty();
        assertThat(session.requests)
                .containsExactly(new Request.Put(lamp.description()), new Request.Disconnect("lamp-1"));
    }

    @Test
    void aChangeIsMadeAlsoWhenItsTimeIsOverBeforeTheSessionIsOpen() throws Exception {
        var held = transport.holdingAttempts();
        var client = open();
        awaitStage(Stage.SYNCHRONISING);

        var late = client.async().add(lamp);
        timer.advance(Duration.ofSeconds(10));
        assertThat(get(late)).isFalse();
        held.complete(null);
        var session = session();
        await(ConnectionState.Connected.class);
        assertThat(client.update(lamp)).isTrue();

        assertThat(session.requests)
                .containsExactly(new Request.Put(lamp.description()), new Request.Put(lamp.description()));
    }

    @Test
    void changesWaitingForASessionThatFailsAreFalse() throws Exception {
        var held = transport.holdingAttempts();
        var client = open();
        awaitStage(Stage.SYNCHRONISING);

        var change = client.async().add(lamp);
        held.completeExceptionally(new IllegalStateException("the test's"));

        assertThat(get(change)).isFalse();
    }

    @Test
    void changesAreMadeOneAtATime() throws Exception {
        var pending = new LinkedBlockingQueue<CompletableFuture<Message>>();
        transport.answering(_ -> {
            var answer = new CompletableFuture<Message>();
            pending.add(answer);
            return answer;
        });
        var client = connected();
        var session = session();

        var first = client.async().add(lamp);
        var second = client.async().disconnect("lamp-1");
        assertThat(session.requests).hasSize(1);
        pending.take().complete(Message.of(Message.OK));
        assertThat(get(first)).isTrue();
        assertThat(second).isNotDone();
        pending.take().complete(Message.of(Message.OK));

        assertThat(get(second)).isTrue();
    }

    @Test
    void callbacksTellOfTheConnectionAndItsEnd() throws Exception {
        connected();
        assertThat(told.poll(LIMIT_SECONDS, TimeUnit.SECONDS)).isEqualTo("connected");

        session().lose();
        assertThat(told.poll(LIMIT_SECONDS, TimeUnit.SECONDS)).isEqualTo("disconnected");
    }

    @Test
    void aCallbackThatBlocksNeverBlocksTheClient() throws Exception {
        var blocked = new CountDownLatch(1);
        try (var client = PlatformClient.with(devices)
                .configuration(configuration())
                .transport(transport)
                .timer(timer)
                .onConnect(() -> {
                    try {
                        blocked.await();
                    } catch (InterruptedException end) {
                        told.add("interrupted");
                    }
                })
                .open()) {
            client.observe(Runnable::run, states::add);
            await(ConnectionState.Connected.class);

            assertThat(client.event("lamp-1", "power", 1).isConfirmed()).isTrue();
        }
        assertThat(told.poll(LIMIT_SECONDS, TimeUnit.SECONDS)).isEqualTo("interrupted");
    }

    @Test
    void itComesBackAfterThePause() throws Exception {
        var client = connected();
        session().lose();
        var waiting = (ConnectionState.Waiting) await(ConnectionState.Waiting.class);
        awaitTimer(waiting.pause());
        timer.advance(waiting.pause());

        await(ConnectionState.Connected.class);
        assertThat(client.event("lamp-1", "power", 1).isConfirmed()).isTrue();
        assertThat(session().requests).hasSize(1);
    }

    @Test
    void aHintThatTheNetworkIsBackEndsThePause() throws Exception {
        transport.failing(GONE);
        var client = open();
        await(ConnectionState.Waiting.class);
        transport.failing(null);

        client.reconnect();

        await(ConnectionState.Connected.class);
    }

    @Test
    void theGatewayIdIsRememberedAndShownToTheNextSession() throws Exception {
        connected();
        var first = session();
        assertThat(first.host.gateway()).contains("gateway-1");
    }

    @Test
    void commandsAreReceivedInOrderAndAnswered() throws Exception {
        devices.add(lamp);
        var client = connected();
        var session = session();
        session.host.received(command("lamp-1", "switch", "\"on\"", "t1"));
        session.host.received(command("lamp-1", "switch", "\"off\"", "t2"));

        var first = client.receive();
        var second = client.receive(Duration.ofSeconds(1)).orElseThrow();

        assertThat(first.data().stringValue()).isEqualTo("on");
        assertThat(first.device()).contains("lamp-1");
        assertThat(first.service()).contains("switch");
        assertThat(second.token()).isEqualTo("t2");
        assertThat(client.respond(first, "done").isConfirmed()).isTrue();
        assertThat(session.requests).containsExactly(new Request.Response(first, 200, tree("\"done\""), tree("null")));
    }

    @Test
    void commandsThatComeWhileTheSessionOpensAreAnsweredInOrderOnceItIsOpen() throws Exception {
        devices.add(lamp);
        var answered = new LinkedBlockingQueue<Request>();
        transport.answering(request -> {
            answered.add(request);
            return CompletableFuture.completedFuture(Message.of(Message.OK));
        });
        var held = transport.holdingAttempts();
        var client = open();
        awaitStage(Stage.SYNCHRONISING);
        var host = transport.opening.take();
        client.subscribe(command -> client.async().respond(command, "done", null, _ -> {}));
        host.received(command("lamp-1", "switch", "\"on\"", "t1"));
        host.received(command("toaster-1", "switch", "\"on\"", "t2"));
        host.received(command("lamp-1", "switch", "[" + "0,".repeat(3000) + "0]", "t3"));
        held.complete(null);
        session().host.received(command("lamp-1", "switch", "\"off\"", "t4"));

        var answers = new HashMap<String, Integer>();
        var done = new ArrayList<String>();
        while (answers.size() < 4) {
            var answer = (Request.Response) answered.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
            assertThat(answer).isNotNull();
            answers.put(answer.command().token(), answer.status());
            if (answer.status() == Message.OK) {
                done.add(answer.command().token());
            }
        }
        assertThat(answers).isEqualTo(Map.of("t1", 200, "t2", 404, "t3", 413, "t4", 200));
        assertThat(done).containsExactly("t1", "t4");
    }

    @Test
    void commandsOfASessionThatNeverOpenedAreNotLost() throws Exception {
        devices.add(lamp);
        var held = transport.holdingAttempts();
        var client = open();
        awaitStage(Stage.SYNCHRONISING);
        transport.opening.take().received(command("lamp-1", "switch", "1", "t1"));
        held.completeExceptionally(new IllegalStateException("the test's"));

        assertThat(client.receive(Duration.ofSeconds(1)).map(Message::token)).contains("t1");
    }

    @Test
    void receivingEndsWithItsTime() throws Exception {
        var client = connected();
        session();
        timer.asked.clear();
        var received = CompletableFuture.supplyAsync(() -> {
            try {
                return client.receive(Duration.ofSeconds(5));
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        });
        awaitTimer(Duration.ofSeconds(5));
        timer.advance(Duration.ofSeconds(5));

        assertThat(get(received)).isEmpty();
    }

    @Test
    void aCommandThatComesAfterAReceiverGaveUpGoesToTheNextOne() throws Exception {
        devices.add(lamp);
        var client = connected();
        var session = session();
        var receiver = new Thread(() -> assertThatThrownBy(client::receive).isInstanceOf(InterruptedException.class));
        receiver.start();
        receiver.interrupt();
        receiver.join();

        session.host.received(command("lamp-1", "switch", "1", "t1"));

        assertThat(client.receive().token()).isEqualTo("t1");
    }

    @Test
    void aSubscriberGetsEachCommandAlsoAfterOneFailed() throws Exception {
        devices.add(lamp);
        var client = connected();
        var session = session();
        var tokens = new LinkedBlockingQueue<String>();
        try (var _ = client.subscribe(command -> {
            tokens.add(command.token());
            if (command.token().equals("t1")) {
                throw new IllegalStateException("the test's");
            }
        })) {
            session.host.received(command("lamp-1", "switch", "1", "t1"));
            session.host.received(command("lamp-1", "switch", "2", "t2"));

            assertThat(tokens.poll(LIMIT_SECONDS, TimeUnit.SECONDS)).isEqualTo("t1");
            assertThat(tokens.poll(LIMIT_SECONDS, TimeUnit.SECONDS)).isEqualTo("t2");
        }
        session.host.received(command("lamp-1", "switch", "3", "t3"));
        assertThat(client.receive().token()).isEqualTo("t3");
    }

    @Test
    void aCommandForADeviceThatWeDoNotHaveIsAnsweredWithAnError() throws Exception {
        connected();
        var requests = new LinkedBlockingQueue<Request>();
        transport.answering(request -> {
            requests.add(request);
            return CompletableFuture.completedFuture(Message.of(200));
        });
        var session = session();
        session.host.received(command("lamp-9", "switch", "1", "t1"));
        session.host.received(new Message(200, Message.JSON, tree("[]"), "t2"));

        assertThat(((Request.Response) requests.poll(LIMIT_SECONDS, TimeUnit.SECONDS)).status())
                .isEqualTo(404);
        assertThat(((Request.Response) requests.poll(LIMIT_SECONDS, TimeUnit.SECONDS)).status())
                .isEqualTo(400);
    }

    @Test
    void commandsThatNobodyTakesAreRefusedFromTheHundredthOn() throws Exception {
        devices.add(lamp);
        connected();
        var requests = new LinkedBlockingQueue<Request>();
        transport.answering(request -> {
            requests.add(request);
            return CompletableFuture.completedFuture(Message.of(200));
        });
        var session = session();
        for (int i = 0; i <= 100; i++) {
            session.host.received(command("lamp-1", "switch", "1", "t" + i));
        }

        var refusal = (Request.Response) requests.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
        assertThat(refusal.status()).isEqualTo(503);
        assertThat(refusal.command().token()).isEqualTo("t100");
    }

    @Test
    void closingAnswersEverybodyAndEndsAllThreads() throws Exception {
        transport.answering(_ -> new CompletableFuture<>());
        var client = connected();
        var session = session();
        var event = client.async().event("lamp-1", "power", 1);
        var receiver = CompletableFuture.runAsync(() -> {
            try {
                client.receive();
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        });

        client.close();

        assertThat(get(event)).isEqualTo(Message.EMPTY);
        assertThatThrownBy(() -> get(receiver)).hasCauseInstanceOf(IllegalStateException.class);
        assertThat(session.isOver()).isTrue();
        assertThat(transport.isClosed()).isTrue();
        assertThat(client.state()).isEqualTo(new ConnectionState.Closed());
        assertThat(told).containsExactly("connected", "disconnected");
        assertThatIllegalStateException().isThrownBy(client::receive);
        assertThat(client.add(lamp)).isFalse();
        assertThat(client.event("lamp-1", "power", 1)).isEqualTo(Message.EMPTY);
        client.close();
    }

    @Test
    void aCallbackIsToldTheResultOnce() throws Exception {
        var client = connected();
        var results = new LinkedBlockingQueue<Object>();

        client.async().add(lamp, results::add);
        assertThat(results.poll(LIMIT_SECONDS, TimeUnit.SECONDS)).isEqualTo(true);
        client.async().update(lamp, results::add);
        assertThat(results.poll(LIMIT_SECONDS, TimeUnit.SECONDS)).isEqualTo(true);
        client.async().event("lamp-1", "power", 1, null, results::add);
        assertThat(results.poll(LIMIT_SECONDS, TimeUnit.SECONDS)).isEqualTo(Message.of(Message.OK));
        client.async().respond(command("lamp-1", "switch", "1", "t1"), "done", null, results::add);
        assertThat(results.poll(LIMIT_SECONDS, TimeUnit.SECONDS)).isEqualTo(Message.of(Message.OK));
        client.async().disconnect("lamp-1", results::add);
        assertThat(results.poll(LIMIT_SECONDS, TimeUnit.SECONDS)).isEqualTo(true);
        client.async().delete("lamp-1", results::add);
        assertThat(results.poll(LIMIT_SECONDS, TimeUnit.SECONDS)).isEqualTo(true);
        assertThat(results).isEmpty();
    }

    @Test
    void aCallbackIsToldThatNothingCameInTimeAndMayFail() throws Exception {
        transport.answering(_ -> new CompletableFuture<>());
        var client = connected();
        var results = new LinkedBlockingQueue<Message>();
        client.async().event("lamp-1", "power", 1, null, result -> {
            results.add(result);
            throw new IllegalStateException("the test's");
        });

        timer.advance(Duration.ofSeconds(10));

        assertThat(results.poll(LIMIT_SECONDS, TimeUnit.SECONDS)).isEqualTo(Message.TIMED_OUT);
    }

    @Test
    void anIdThatNoDeviceCanHaveIsRefusedBeforeAnythingIsChanged() throws Exception {
        var client = connected();

        assertThatThrownBy(() -> client.delete("x\0y")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> client.async().disconnect(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThat(client.add(lamp)).isTrue();
    }

    @Test
    void aCallbackMayCloseTheClient() throws Exception {
        var closing = new CompletableFuture<Boolean>();
        var itself = new CompletableFuture<PlatformClient>();
        var ended = new CountDownLatch(1);
        var client = PlatformClient.with(devices)
                .configuration(configuration())
                .transport(transport)
                .timer(timer)
                .onConnect(() -> {
                    itself.join().close();
                    closing.complete(Thread.currentThread().isInterrupted());
                })
                .onDisconnect(ended::countDown)
                .open();
        itself.complete(client);

        assertThat(get(closing)).as("interrupted").isFalse();
        assertThat(ended.await(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void anObserverMayCloseTheClient() throws Exception {
        var client = open();
        var closedWithin = new CompletableFuture<Boolean>();
        client.observe(Runnable::run, state -> {
            if (state instanceof ConnectionState.Connected) {
                client.close();
                closedWithin.complete(transport.isClosed());
            }
        });

        // The loop that waits for its observer cannot have told the program of the end before it returned.
        assertThat(get(closedWithin)).as("waited for itself").isFalse();
        await(ConnectionState.Closed.class);
    }

    @Test
    void aCallbackOfACallMayCloseTheClient() throws Exception {
        var client = connected();
        var interrupted = new CompletableFuture<Boolean>();
        transport.answering(_ -> new CompletableFuture<>());
        client.async(Duration.ofSeconds(3)).event("lamp-1", "power", 1, null, _ -> {
            client.close();
            interrupted.complete(Thread.currentThread().isInterrupted());
        });
        timer.advance(Duration.ofSeconds(3));

        assertThat(get(interrupted)).as("waited for itself").isFalse();
        await(ConnectionState.Closed.class);
    }

    @Test
    void closingGivesUpAnAttempt() throws Exception {
        var _ = transport.holdingAttempts();
        var client = open();
        awaitStage(Stage.SYNCHRONISING);

        client.close();

        assertThat(client.state()).isEqualTo(new ConnectionState.Closed());
        assertThat(transport.opened).isEmpty();
    }

    private PlatformClient open() throws ConfigurationException {
        var client = PlatformClient.with(devices)
                .configuration(configuration())
                .transport(transport)
                .timer(timer)
                .onConnect(() -> told.add("connected"))
                .onDisconnect(() -> told.add("disconnected"))
                .open();
        opened = Optional.of(client);
        client.observe(Runnable::run, states::add);
        return client;
    }

    private PlatformClient connected() throws Exception {
        var client = open();
        await(ConnectionState.Connected.class);
        return client;
    }

    private FakeSession session() throws InterruptedException {
        var session = transport.opened.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
        assertThat(session).isNotNull();
        return session;
    }

    private ConnectionState await(Class<? extends ConnectionState> kind) throws InterruptedException {
        ConnectionState state;
        do {
            state = states.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
            assertThat(state).as("a state before the limit").isNotNull();
        } while (!kind.isInstance(state));
        return state;
    }

    private void awaitStage(Stage stage) throws InterruptedException {
        ConnectionState state;
        do {
            state = await(ConnectionState.Connecting.class);
        } while (((ConnectionState.Connecting) state).stage() != stage);
    }

    private void awaitTimer(Duration delay) throws InterruptedException {
        Duration asked;
        do {
            asked = timer.asked.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
            assertThat(asked).as("a wait of " + delay).isNotNull();
        } while (!asked.equals(delay));
    }

    private static <T> T get(CompletableFuture<T> future) throws Exception {
        try {
            return future.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException broken) {
            throw new Exception(broken.getCause());
        }
    }

    private static ConnectorConfiguration configuration() {
        return ConnectorConfiguration.at("fake", "localhost", 1, "user", new Secret("password"));
    }

    private static Message command(String device, String service, String data, String token) {
        return new Message(200, Message.JSON, tree("""
                {"device_url":"%s","service_url":"%s","protocol_parts":[{"name":"metadata","value":null},{"name":"data","value":%s}]}
                """.formatted(device, service, data)), token);
    }

    private static JsonNode tree(String json) {
        return new JsonMapper().readTree(json);
    }
}
