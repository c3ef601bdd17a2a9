package wifisetup.platform.websocket;

import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import wifisetup.loop.Timer;
import wifisetup.platform.ConnectionFailure;
import wifisetup.platform.ConnectorConfiguration;
import wifisetup.platform.DeviceDescription;
import wifisetup.platform.Message;
import wifisetup.platform.Request;
import wifisetup.platform.Session;
import wifisetup.platform.SessionHost;
import wifisetup.platform.Stage;
import wifisetup.platform.TransportException;

/// One session over a [Wire]: it logs in, makes the platform know the devices, and matches answers to requests.
final class WebSocketSession implements Session {
    private static final System.Logger LOG = System.getLogger(WebSocketSession.class.getName());
    private static final String CREDENTIALS = "credentials";

    /// The longest command that is taken, in bytes: 64 KiB. People give commands of a few hundred.
    private static final int LONGEST_COMMAND = 1 << 16;

    /// Devices of a synchronisation without an answer at a time: no more than what may wait for the platform to
    /// read has room for, with 16 KiB each.
    private static final int MOST_PUTS = 256;

    /// Content Too Large (RFC 9110 section 15.5.14).
    private static final int TOO_LARGE = 413;

    private final ConnectorConfiguration configuration;
    private final Timer timer;
    private final SessionHost host;
    private final EnvelopeCodec codec = new EnvelopeCodec();
    private final Payloads payloads = new Payloads();
    private final Answers answers = new Answers();
    private final Wire wire;
    private final CompletableFuture<String> greeting = new CompletableFuture<>();
    private final AtomicBoolean complained = new AtomicBoolean();
    private final ReentrantLock lock = new ReentrantLock();

    /// What the platform has been told of, as the hash of each device by its id.
    private final Map<String, String> told = new ConcurrentHashMap<>();

    private String gateway = "";
    private boolean open;
    private @Nullable ConnectionFailure end;
    private CompletableFuture<Message> lastChange = CompletableFuture.completedFuture(Message.of(Message.OK));

    WebSocketSession(
            ConnectorConfiguration configuration,
            URI address,
            Optional<SSLContext> tls,
            Timer timer,
            SessionHost host) {
        this.configuration = configuration;
        this.timer = timer;
        this.host = host;
        this.wire = new Wire(address, tls, timer, configuration.limits(), this::heard, this::ended);
    }

    /// Connects, logs in and synchronises.
    void open() throws TransportException, InterruptedException {
        host.reached(Stage.CONNECTING);
        within(wire.begin(), Stage.CONNECTING);
        host.reached(Stage.HANDSHAKE);
        var known = logIn();
        host.reached(Stage.SYNCHRONISING);
        synchronise(known);
        lock.lock();
        try {
            if (end != null) {
                throw new TransportException(end, null);
            }
            open = true;
        } finally {
            lock.unlock();
        }
    }

    /// Breaks what has not come to be a session.
    void abandon() {
        wire.end(new ConnectionFailure.Lost("given up"));
    }

    @Override
    public String gateway() {
        return gateway;
    }

    @Override
    public CompletableFuture<Message> request(Request request) {
        return switch (request) {
            case Request.Event event -> ask("event", payloads.event(event));
            case Request.Response response -> respond(response);
            case Request.Change change -> change(change);
        };
    }

    @Override
    public void close() {
        wire.leave();
        answers.end(new TransportException(new ConnectionFailure.Lost("the session was closed"), null));
    }

    /// @return the hash of the devices that the platform knows
    private String logIn() throws TransportException, InterruptedException {
        wire.say(codec.write(codec.object()
                .put("user", configuration.user())
                .put("pw", configuration.password().reveal())
                .put("gid", host.gateway().orElse(""))
                .put("token", CREDENTIALS)));
        var text = within(greeting, Stage.HANDSHAKE);
        Envelope answer;
        try {
            answer = codec.read(text);
        } catch (EnvelopeCodec.MalformedFrame malformed) {
            throw failed(new ConnectionFailure.NotUnderstood("the greeting: " + malformed.getMessage()));
        }
        String detail = "status " + answer.status() + " to our credentials";
        if (!answer.token().equals(CREDENTIALS)) {
            throw failed(new ConnectionFailure.NotUnderstood("expected the answer to our credentials, found another"));
        }
        if (answer.status() != Message.OK) {
            throw failed(
                    Failures.isRefusal(answer.status())
                            ? new ConnectionFailure.WrongCredentials(detail)
                            : new ConnectionFailure.Refused(answer.status(), detail));
        }
        gateway = answer.payload().path("gid").stringValue("");
        if (gateway.isBlank()) {
            throw failed(new ConnectionFailure.NotUnderstood("expected a gid in the greeting, found none"));
        }
        host.gateway(gateway);
        return answer.payload().path("hash").stringValue("");
    }

    private void synchronise(String known) throws TransportException, InterruptedException {
        var devices = host.devices();
        if (known.equals(DeviceDescription.hash(devices))) {
            devices.forEach(device -> told.put(device.id(), device.hash()));
            return;
        }
        confirmed("clear", within(ask("clear", JsonNodeFactory.instance.nullNode()), Stage.SYNCHRONISING));
        // Many at once: a thousand devices take a few ways to the platform and back, not a thousand.
        var puts = new ArrayDeque<CompletableFuture<Message>>();
        devices.stream().limit(MOST_PUTS).forEach(device -> puts.add(ask("put", payloads.put(device))));
        for (int i = 0; i < devices.size(); i++) {
            var device = devices.get(i);
            var answer = within(puts.remove(), Stage.SYNCHRONISING);
            if (i + MOST_PUTS < devices.size()) {
                puts.add(ask("put", payloads.put(devices.get(i + MOST_PUTS))));
            }
            if (answer.isConfirmed()) {
                told.put(device.id(), device.hash());
            } else {
                // One device of a type that the platform does not know must not keep all others from it.
                LOG.log(Level.WARNING, "the platform refuses device {0} with {1}", device.id(), answer.status());
            }
        }
        confirmed("commit", within(ask("commit", hash()), Stage.SYNCHRONISING));
    }

    private static void confirmed(String what, Message answer) throws TransportException {
        if (!answer.isConfirmed()) {
            throw failed(new ConnectionFailure.Refused(answer.status(), "status " + answer.status() + " to " + what));
        }
    }

    private CompletableFuture<Message> ask(String handler, JsonNode payload) {
        String token = UUID.randomUUID().toString();
        var answer = answers.await(token);
        wire.say(codec.write(new Envelope(Message.OK, handler, token, Message.JSON, payload)));
        return answer;
    }

    private CompletableFuture<Message> respond(Request.Response response) {
        var answer = answers.await(response.command().token());
        say(response);
        return answer;
    }

    private void say(Request.Response response) {
        var command = response.command();
        wire.say(codec.write(new Envelope(
                response.status(), "response", command.token(), command.contentType(), payloads.response(response))));
    }

    /// One change and its commit after the other, whether or not anybody still waits for the answer.
    private CompletableFuture<Message> change(Request.Change change) {
        var result = new CompletableFuture<Message>();
        lock.lock();
        try {
            lastChange = lastChange.handle((_, _) -> change).thenCompose(this::carryOut);
            var _ = lastChange.whenComplete((answer, failure) -> {
                if (failure == null) {
                    result.complete(answer);
                } else {
                    result.completeExceptionally(failure);
                }
            });
        } finally {
            lock.unlock();
        }
        return result;
    }

    private CompletableFuture<Message> carryOut(Request.Change change) {
        var answer = switch (change) {
            case Request.Put(var device) -> ask("put", payloads.put(device));
            case Request.Disconnect(var device) -> ask("disconnect", text(device));
            case Request.Delete(var device) -> ask("delete", text(device));
        };
        return orEnd(answer).thenCompose(changed -> {
            if (!changed.isConfirmed()) {
                return CompletableFuture.completedFuture(changed);
            }
            switch (change) {
                case Request.Put(var device) -> told.put(device.id(), device.hash());
                case Request.Disconnect(var device) -> told.remove(device);
                case Request.Delete(var device) -> told.remove(device);
            }
            return orEnd(ask("commit", hash())).thenApply(committed -> {
                if (!committed.isConfirmed()) {
                    // The next session puts both sides in step.
                    wire.end(new ConnectionFailure.Lost("the platform knows other devices than we do"));
                }
                return committed;
            });
        });
    }

    /// Nobody knows what the platform made of a change that it does not answer, so the session ends.
    private CompletableFuture<Message> orEnd(CompletableFuture<Message> answer) {
        var limit = timer.after(
                configuration.limits().call(), () -> wire.end(new ConnectionFailure.TimedOut(Stage.SYNCHRONISING)));
        return answer.whenComplete((_, _) -> limit.cancel());
    }

    private JsonNode hash() {
        return text(DeviceDescription.hashOf(told.values()));
    }

    private static JsonNode text(String text) {
        return JsonNodeFactory.instance.stringNode(text);
    }

    private <T extends @Nullable Object> T within(CompletableFuture<T> awaited, Stage stage)
            throws TransportException, InterruptedException {
        var limits = configuration.limits();
        var limit = timer.after(
                stage == Stage.SYNCHRONISING ? limits.call() : limits.handshake(),
                () -> awaited.completeExceptionally(failed(new ConnectionFailure.TimedOut(stage))));
        try {
            return awaited.get();
        } catch (ExecutionException broken) {
            throw broken.getCause() instanceof TransportException known
                    ? known
                    : new TransportException(
                            new ConnectionFailure.Lost(String.valueOf(broken.getMessage())), broken.getCause());
        } finally {
            limit.cancel();
        }
    }

    private static TransportException failed(ConnectionFailure why) {
        return new TransportException(why, null);
    }

    private void heard(String text) {
        if (greeting.complete(text)) {
            return;
        }
        try {
            var envelope = codec.read(text);
            if (envelope.handler().equals("command")) {
                obey(
                        new Message(envelope.status(), envelope.contentType(), envelope.payload(), envelope.token()),
                        text.getBytes(StandardCharsets.UTF_8).length);
            } else if (!answers.arrived(envelope)) {
                LOG.log(Level.DEBUG, "skipped, because nobody waits for it: {0}", envelope);
            }
        } catch (EnvelopeCodec.MalformedFrame malformed) {
            complain("a frame of the platform is skipped: {0}", String.valueOf(malformed.getMessage()));
        }
    }

    /// @param length of the whole frame, in bytes
    private void obey(Message command, int length) {
        if (length <= LONGEST_COMMAND) {
            host.received(command);
            return;
        }
        complain("a command of {0} bytes is refused: expected {1} at most", length, LONGEST_COMMAND);
        var json = JsonNodeFactory.instance;
        // What the platform says to that nobody wants to know.
        say(new Request.Response(
                command,
                TOO_LARGE,
                json.stringNode("expected a command of " + LONGEST_COMMAND + " bytes at most"),
                json.nullNode()));
    }

    /// Once in a session: a platform that talks nonsense must not fill the disk.
    private void complain(String what, Object... values) {
        LOG.log(complained.getAndSet(true) ? Level.DEBUG : Level.WARNING, what, values);
    }

    private void ended(ConnectionFailure why) {
        boolean wasOpen;
        lock.lock();
        try {
            end = why;
            wasOpen = open;
        } finally {
            lock.unlock();
        }
        var failure = failed(why);
        greeting.completeExceptionally(failure);
        answers.end(failure);
        if (wasOpen) {
            host.lost(why);
        }
    }
}
