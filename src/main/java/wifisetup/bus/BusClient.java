package wifisetup.bus;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import wifisetup.loop.Timer;
import wifisetup.message.MalformedMessage;
import wifisetup.message.Message;
import wifisetup.message.MessageCodec;

/// A participant of the bus of somebody else, which comes back to it whenever it was lost.
///
/// What is published while the bus is away is dropped: it would tell of a past that others have left behind, and
/// services register again at each [BusState.Connected]. Our own frames, which the bus repeats to us, are not
/// delivered.
public final class BusClient implements MessageBus {
    private static final System.Logger LOG = System.getLogger(BusClient.class.getName());

    /// A server that takes the connection and then says nothing is none.
    private static final Duration HANDSHAKE = Duration.ofSeconds(10);

    private final BusSettings settings;
    private final MessageCodec codec;
    private final Timer timer;
    private final Backoff backoff;
    private final Inbox inbox;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable BusLink link;
    private boolean open;
    private boolean closed;
    private Timer.@Nullable Scheduled scheduled;

    private BusClient(BusSettings settings, Timer timer, RandomGenerator random) throws BusException {
        this.settings = settings;
        this.codec = settings.codec();
        this.timer = timer;
        this.backoff = new Backoff(random);
        this.inbox = new Inbox(new BusState.Connecting(settings.uri()));
    }

    /// Starts to connect and returns at once; [#observe] tells how it goes.
    ///
    /// @param random the jitter between attempts
    /// @throws BusException if the address or the key cannot be one
    public static BusClient open(BusSettings settings, Timer timer, RandomGenerator random) throws BusException {
        var uri = settings.uri();
        if (uri.getHost() == null || !("ws".equals(uri.getScheme()) || "wss".equals(uri.getScheme()))) {
            throw new BusException("bus: expected an address like " + BusSettings.DEFAULT_URI + ", found " + uri, null);
        }
        var client = new BusClient(settings, timer, random);
        client.connect();
        return client;
    }

    @Override
    public void publish(Message message) {
        var current = current();
        if (current == null || !current.offer(codec.write(message))) {
            LOG.log(Level.DEBUG, "the bus is away: {0} is dropped", message);
        }
    }

    @Override
    public void subscribe(Consumer<? super Message> subscriber) {
        inbox.subscribe(subscriber);
    }

    @Override
    public void observe(Consumer<? super BusState> observer) {
        inbox.observe(observer);
    }

    @Override
    public void close() {
        BusLink last;
        lock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            last = link;
            cancelScheduled();
        } finally {
            lock.unlock();
        }
        if (last != null) {
            last.leave();
        }
        inbox.show(new BusState.Closed());
        inbox.close();
    }

    private @Nullable BusLink current() {
        lock.lock();
        try {
            return open ? link : null;
        } finally {
            lock.unlock();
        }
    }

    private void connect() {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            var attempt = new BusLink(settings, new Transitions());
            link = attempt;
            inbox.show(new BusState.Connecting(settings.uri()));
            scheduled = timer.after(HANDSHAKE, () -> attempt.abandon("no answer to the handshake"));
            attempt.connect();
        } finally {
            lock.unlock();
        }
    }

    private void cancelScheduled() {
        if (scheduled != null) {
            scheduled.cancel();
        }
    }

    /// What follows from the news of a connection, unless it is no longer ours.
    private final class Transitions implements BusLink.Events {
        @Override
        public void opened(BusLink from) {
            ifCurrent(from, () -> {
                cancelScheduled();
                open = true;
                backoff.reset();
                LOG.log(Level.INFO, "joined the bus at {0}", settings.uri());
                inbox.show(new BusState.Connected(settings.uri()));
            });
        }

        @Override
        public void received(BusLink from, String text) {
            try {
                var frame = codec.read(text);
                ifCurrent(from, () -> inbox.deliver(frame));
            } catch (MalformedMessage malformed) {
                LOG.log(Level.WARNING, "a frame of the bus is refused: {0}", malformed.getMessage());
            }
        }

        @Override
        public void lost(BusLink from, String why) {
            ifCurrent(from, () -> {
                cancelScheduled();
                open = false;
                link = null;
                var delay = backoff.next();
                LOG.log(Level.INFO, "no bus at {0} ({1}); next attempt in {2}", settings.uri(), why, delay);
                scheduled = timer.after(delay, BusClient.this::connect);
                inbox.show(new BusState.Disconnected(why, delay));
            });
        }

        private void ifCurrent(BusLink from, Runnable transition) {
            lock.lock();
            try {
                if (!closed && link == from) {
                    transition.run();
                }
            } finally {
                lock.unlock();
            }
        }
    }
}
