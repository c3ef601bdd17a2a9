package wifisetup.platform;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import wifisetup.loop.Effects;
import wifisetup.loop.Timer;

/// Does with a [Transport] what the connection wants done, and has the session of the moment.
final class Sessions implements Effects<ConnectionEffect, ConnectionEvent> {
    private static final System.Logger LOG = System.getLogger(Sessions.class.getName());

    /// Commands that may wait for the session with which they came to be open, as many as may wait for the device
    /// manager then, and the JSON values in them, as many as those may have.
    private static final int MOST_EARLY = 100;

    private static final int MOST_EARLY_VALUES = 100 * 2048;

    private final Transport transport;
    private final DeviceManager devices;
    private final GatewayMemory memory;
    private final Optional<String> configured;
    private final Timer timer;
    private final RandomGenerator random;
    private final Program program;
    private final ReentrantLock lock = new ReentrantLock();

    /// Held while a session takes leave: who closes waits for that, or the end of the loop would interrupt it.
    private final ReentrantLock leave = new ReentrantLock();
    private Now now = new Now.Opening();
    private long newest;
    private boolean closed;

    /// Holds where it cannot be stored.
    private volatile Optional<String> gateway = Optional.empty();

    /// @param memory where the gateway id outlives this run
    /// @param configured the gateway id for as long as none is remembered
    /// @param random spreads the attempts of many clients
    /// @param program is told what happens
    Sessions(
            Transport transport,
            DeviceManager devices,
            GatewayMemory memory,
            Optional<String> configured,
            Timer timer,
            RandomGenerator random,
            Program program) {
        this.transport = transport;
        this.devices = devices;
        this.memory = memory;
        this.configured = configured;
        this.timer = timer;
        this.random = random;
        this.program = program;
    }

    /// Who is told. Nothing here may wait, but for what is said on the connection's ordered thread.
    interface Program {
        /// [Sessions#now] has changed.
        void changed();

        /// The platform wants something done.
        void received(Message command);

        /// There is a connection. Ordered.
        void connected();

        /// The connection has ended. Ordered.
        void disconnected();

        /// Everything has been told. Ordered.
        void closed();
    }

    /// What there is for requests.
    sealed interface Now {
        /// An attempt is under way.
        record Opening() implements Now {}

        /// That session.
        record Ready(Session session) implements Now {}

        /// Nothing: the next attempt comes later.
        record None() implements Now {}
    }

    /// What the machine is told when an effect throws.
    ConnectionEvent failed(ConnectionEffect effect, Throwable thrown) {
        if (!(thrown instanceof InterruptedException)) {
            LOG.log(Level.ERROR, "not done: " + effect.getClass().getSimpleName(), thrown);
        }
        return effect instanceof ConnectionEffect.Open(long attempt)
                ? ended(attempt, new ConnectionFailure.Lost(thrown.getClass().getSimpleName()))
                : new ConnectionEvent.RetryDue(-1);
    }

    Now now() {
        lock.lock();
        try {
            return now;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void perform(ConnectionEffect effect, Consumer<? super ConnectionEvent> reply) throws InterruptedException {
        switch (effect) {
            case ConnectionEffect.Open(long attempt) -> open(attempt, reply);
            case ConnectionEffect.RetryLater(long attempt, var pause) ->
                timer.after(pause, () -> reply.accept(new ConnectionEvent.RetryDue(attempt)));
            case ConnectionEffect.End(long attempt) -> end(attempt, new Now.None());
            case ConnectionEffect.TellConnected _ -> program.connected();
            case ConnectionEffect.TellDisconnected _ -> program.disconnected();
            case ConnectionEffect.TellClosed _ -> program.closed();
        }
    }

    /// Ends the session, and each that would come.
    void close() {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
        end(Long.MAX_VALUE, new Now.None());
    }

    private void open(long attempt, Consumer<? super ConnectionEvent> reply) throws InterruptedException {
        end(attempt, new Now.Opening());
        var host = new Host(attempt, reply);
        try {
            open(attempt, host, reply);
        } finally {
            // Also where it failed: the platform may hold them for delivered.
            host.handUp();
        }
    }

    private void open(long attempt, Host host, Consumer<? super ConnectionEvent> reply) throws InterruptedException {
        Session session;
        try {
            session = transport.open(host);
        } catch (TransportException refused) {
            LOG.log(Level.WARNING, "no platform: {0}", refused.failure());
            end(attempt, new Now.None());
            reply.accept(ended(attempt, refused.failure()));
            return;
        } catch (InterruptedException | RuntimeException broken) {
            end(attempt, new Now.None());
            throw broken;
        }
        if (host.use(session)) {
            LOG.log(Level.INFO, "connected to the platform as gateway {0}", session.gateway());
            program.changed();
            reply.accept(new ConnectionEvent.Opened(attempt, session.gateway()));
        } else {
            session.close();
        }
    }

    /// Ends what there is, unless a newer attempt than that has begun: effects run beside each other, and one may
    /// be late.
    private void end(long attempt, Now next) {
        leave.lock();
        try {
            var before = put(attempt, next);
            if (before.isEmpty()) {
                return;
            }
            if (before.get() instanceof Now.Ready(var session)) {
                session.close();
            }
        } finally {
            leave.unlock();
        }
        program.changed();
    }

    /// @return what there was; nothing if that attempt is older
    private Optional<Now> put(long attempt, Now next) {
        lock.lock();
        try {
            if (attempt < newest) {
                return Optional.empty();
            }
            newest = attempt;
            var before = now;
            now = closed ? new Now.None() : next;
            return Optional.of(before);
        } finally {
            lock.unlock();
        }
    }

    private Optional<String> gateway() {
        if (gateway.isPresent()) {
            return gateway;
        }
        try {
            return memory.load().or(() -> configured);
        } catch (IOException | RuntimeException failure) {
            LOG.log(Level.WARNING, "the gateway id cannot be read: the platform may take us for another", failure);
            return configured;
        }
    }

    private void remember(String id) {
        gateway = Optional.of(id);
        try {
            if (!memory.load().equals(gateway)) {
                memory.store(id);
            }
        } catch (IOException | RuntimeException failure) {
            LOG.log(Level.WARNING, "the gateway id cannot be stored: it ends with this program", failure);
        }
    }

    private ConnectionEvent ended(long attempt, ConnectionFailure why) {
        return new ConnectionEvent.Ended(attempt, why, random.nextDouble());
    }

    /// Our side of one session. What it says is about its own attempt.
    private final class Host implements SessionHost {
        private final long attempt;
        private final Consumer<? super ConnectionEvent> reply;
        private final Deque<Message> early = new ArrayDeque<>();
        private int earlyValues;
        private boolean dropping;
        private boolean handing = true;
        private boolean lost;
        private @Nullable Session own;

        Host(long attempt, Consumer<? super ConnectionEvent> reply) {
            this.attempt = attempt;
            this.reply = reply;
        }

        /// The session is open; says whether it still is.
        boolean use(Session session) {
            lock.lock();
            try {
                if (closed || lost) {
                    return false;
                }
                own = session;
                now = new Now.Ready(session);
                return true;
            } finally {
                lock.unlock();
            }
        }

        /// Gives the program the commands that wait, in order, and from then on each at once.
        void handUp() {
            for (var command = nextEarly(); command != null; command = nextEarly()) {
                program.received(command);
            }
        }

        private @Nullable Message nextEarly() {
            lock.lock();
            try {
                var next = early.poll();
                handing = next != null;
                return next;
            } finally {
                lock.unlock();
            }
        }

        private boolean isEarly(Message command) {
            lock.lock();
            try {
                if (!handing) {
                    return false;
                }
                if (early.size() < MOST_EARLY && earlyValues < MOST_EARLY_VALUES) {
                    earlyValues += command.values();
                    early.add(command);
                } else if (!dropping) {
                    dropping = true;
                    LOG.log(Level.WARNING, "too many commands come at the start of a session: some are dropped");
                }
                return true;
            } finally {
                lock.unlock();
            }
        }

        @Override
        public Optional<String> gateway() {
            return Sessions.this.gateway();
        }

        @Override
        public void gateway(String id) {
            remember(id);
        }

        @Override
        public List<DeviceDescription> devices() {
            return devices.devices().stream().map(Device::description).toList();
        }

        @Override
        public void reached(Stage stage) {
            reply.accept(new ConnectionEvent.Reached(attempt, stage));
        }

        /// What comes while the session opens waits until it is open: before, nobody could answer it.
        @Override
        public void received(Message command) {
            if (!isEarly(command)) {
                program.received(command);
            }
        }

        @Override
        public void lost(ConnectionFailure why) {
            LOG.log(Level.WARNING, "the platform is gone: {0}", why);
            lock.lock();
            try {
                lost = true;
                if (now instanceof Now.Ready(var session) && session.equals(own)) {
                    now = new Now.None();
                }
            } finally {
                lock.unlock();
            }
            program.changed();
            reply.accept(ended(attempt, why));
        }
    }
}
