package wifisetup.platform;

import java.io.IOException;
import java.lang.System.Logger.Level;
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
            case ConnectionEffect.End _ -> end(new Now.None());
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
        end(new Now.None());
    }

    private void open(long attempt, Consumer<? super ConnectionEvent> reply) throws InterruptedException {
        end(new Now.Opening());
        var host = new Host(attempt, reply);
        Session session;
        try {
            session = transport.open(host);
        } catch (TransportException refused) {
            LOG.log(Level.WARNING, "no platform: {0}", refused.failure());
            end(new Now.None());
            reply.accept(ended(attempt, refused.failure()));
            return;
        } catch (InterruptedException | RuntimeException broken) {
            end(new Now.None());
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

    private void end(Now next) {
        leave.lock();
        try {
            if (put(next) instanceof Now.Ready(var session)) {
                session.close();
            }
        } finally {
            leave.unlock();
        }
        program.changed();
    }

    private Now put(Now next) {
        lock.lock();
        try {
            var before = now;
            now = closed ? new Now.None() : next;
            return before;
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

        @Override
        public void received(Message command) {
            program.received(command);
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
