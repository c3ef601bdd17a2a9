package wifisetup.platform;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import tools.jackson.databind.json.JsonMapper;
import wifisetup.loop.Loop;
import wifisetup.loop.Timer;

/// A lasting connection to an IoT platform, and what a program does with it.
///
/// It connects by itself when it is opened, makes the platform know the devices of its [DeviceManager], and comes
/// back whenever the connection was lost. Any thread; several clients may live in one program.
///
/// ```java
/// try (var client = PlatformClient.with(devices).file(new ConnectorFile(path)).open()) {
///     client.event("thermometer", "temperature", 21.5);
///     Message command = client.receive();
///     client.respond(command, "done");
/// }
/// ```
public final class PlatformClient implements PlatformCalls, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(PlatformClient.class.getName());

    /// What the program and the platform are given to take leave, each; threads end after it.
    private static final Duration LEAVE = Duration.ofMillis(500);

    /// Whose callback runs on this thread.
    private static final ScopedValue<PlatformClient> IN_CALLBACK = ScopedValue.newInstance();

    private final Parts parts;
    private final ExecutorService workers;
    private final Exchange exchange;
    private final AsyncCalls calls;
    private final Commands commands;
    private final Sessions sessions;
    private final Loop<Connection, ConnectionEvent, ConnectionEffect> loop;
    private final CompletableFuture<Void> told = new CompletableFuture<>();

    private PlatformClient(Parts parts, Limits limits) {
        this.parts = parts;
        this.workers = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("platform-result-", 0).factory());
        this.sessions = new Sessions(
                parts.transport(),
                parts.devices(),
                parts.memory(),
                parts.gateway(),
                parts.timer(),
                parts.random(),
                new News());
        this.exchange = new Exchange(sessions::now, parts.timer(), this::result);
        this.calls = new AsyncCalls(exchange, parts.devices(), new JsonMapper(), limits.call());
        this.commands = new Commands(parts.devices(), exchange, parts.timer(), limits.call());
        this.loop =
                new Loop<>("platform", new ConnectionMachine(limits), Connection.INITIAL, sessions, sessions::failed);
    }

    /// Begins a client with those devices.
    public static PlatformClientBuilder with(DeviceManager devices) {
        return new PlatformClientBuilder(devices);
    }

    static PlatformClient open(Parts parts, Limits limits) {
        var client = new PlatformClient(parts, limits);
        client.loop.submit(new ConnectionEvent.Start());
        return client;
    }

    /// The calls without the wait; each result comes within the configuration's time-out.
    @Override
    public AsyncCalls async() {
        return calls;
    }

    /// The calls without the wait; each result comes within `timeout`.
    public AsyncCalls async(Duration timeout) {
        return calls.within(timeout);
    }

    /// The calls, each waiting for `timeout` at most.
    public PlatformCalls within(Duration timeout) {
        return () -> async(timeout);
    }

    /// Waits for the next command. Each command goes to one receiver or subscriber. A hundred wait for them; what
    /// comes beyond is answered with 503, and a command of more than 64 KiB or 2,048 JSON values with 413.
    ///
    /// @throws IllegalStateException if the client is or gets closed
    public Message receive() throws InterruptedException {
        return commands.receive();
    }

    /// Waits for the next command, for `timeout` at most.
    ///
    /// @throws IllegalStateException if the client is or gets closed
    public Optional<Message> receive(Duration timeout) throws InterruptedException {
        return commands.receive(timeout);
    }

    /// Gives `consumer` each command that comes, one after the other on a virtual thread of its own, where it may
    /// wait, until the subscription or the client is closed.
    ///
    /// @throws IllegalStateException if the client is closed
    public Subscription subscribe(Consumer<? super Message> consumer) {
        return commands.subscribe(command -> inCallback(() -> consumer.accept(command)));
    }

    /// How the client stands with the platform, at this moment.
    public ConnectionState state() {
        return loop.state().shown();
    }

    /// Shows `consumer` that state and then each other one, in order, through `on`.
    public void observe(Executor on, Consumer<? super ConnectionState> consumer) {
        loop.observe(on, connection -> inCallback(() -> consumer.accept(connection.shown())));
    }

    /// Tries now what the client would try after a pause, because there is reason to hope: a network came up.
    /// Nothing is tried sooner while the platform refuses our credentials.
    public void reconnect() {
        loop.submit(new ConnectionEvent.RetryNow());
    }

    /// Takes leave of the platform and ends every thread of the client within 2 s. Calls under way are answered
    /// [Message#EMPTY], receivers end.
    ///
    /// Within a callback of the client, such as an observer's or a subscriber's, it returns at once, and the client
    /// ends when the callback has returned.
    @Override
    public void close() {
        loop.submit(new ConnectionEvent.Close());
        if (IN_CALLBACK.isBound() && IN_CALLBACK.get().equals(this)) {
            Thread.ofVirtual().name("platform-close").start(this::end);
        } else {
            end();
        }
    }

    private void end() {
        try {
            told.get(LEAVE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException slow) {
            LOG.log(Level.WARNING, "a callback of the program does not return", slow);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        sessions.close();
        loop.close();
        parts.transport().close();
        commands.close();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(LEAVE.toMillis(), TimeUnit.MILLISECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
        parts.endOfTime().run();
    }

    /// Whoever waits for a result gets it, even when there are no threads any longer.
    private void result(Runnable task) {
        try {
            workers.execute(() -> inCallback(task));
        } catch (RejectedExecutionException _) {
            task.run();
        }
    }

    /// Runs what may be the program's, so that it may close the client.
    private void inCallback(Runnable callback) {
        ScopedValue.where(IN_CALLBACK, this).run(callback);
    }

    /// What a client works with.
    ///
    /// @param gateway the configured gateway id, which holds while the memory has none
    /// @param endOfTime ends the timer, if it is the client's own
    record Parts(
            DeviceManager devices,
            Transport transport,
            GatewayMemory memory,
            Optional<String> gateway,
            Timer timer,
            Runnable endOfTime,
            RandomGenerator random,
            List<Runnable> onConnect,
            List<Runnable> onDisconnect) {}

    private final class News implements Sessions.Program {
        @Override
        public void changed() {
            exchange.changed();
        }

        @Override
        public void received(Message command) {
            commands.arrived(command);
        }

        @Override
        public void connected() {
            parts.onConnect().forEach(this::run);
        }

        @Override
        public void disconnected() {
            parts.onDisconnect().forEach(this::run);
        }

        @Override
        public void closed() {
            told.complete(null);
        }

        private void run(Runnable callback) {
            try {
                inCallback(callback);
            } catch (RuntimeException failure) {
                LOG.log(Level.ERROR, "a callback of the program failed", failure);
            }
        }
    }
}
