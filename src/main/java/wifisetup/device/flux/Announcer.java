package wifisetup.device.flux;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import wifisetup.device.Activity;
import wifisetup.flux.Drops;
import wifisetup.flux.Frame;
import wifisetup.flux.FrameReader;
import wifisetup.flux.Received;
import wifisetup.loop.Timer;

/// Makes the device known on each network that it is on: says every two seconds that it is there, and answers
/// who asks.
///
/// Every datagram leaves from the port of discovery. What the device says may be changed from any thread.
public final class Announcer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Announcer.class.getName());
    private static final Duration INTERVAL = Duration.ofSeconds(2);

    private final UUID uuid;
    private final int port;
    private final Timer timer;
    private final InstantSource clock;
    private final Consumer<? super InetAddress> twins;
    private final DatagramChannel channel;
    private final InetAddress group = InetAddress.ofLiteral(Frame.GROUP);
    private final Drops drops = new Drops();
    private final AnswerBudget budget = new AnswerBudget();
    private volatile Introductions introductions;
    private volatile Doing doing;
    private volatile boolean closed;

    // This belongs to whoever announces: one at a time.
    private Set<NetworkInterface> joined = Set.of();

    private record Doing(Activity activity, Instant since) {}

    /// Opens the socket and begins.
    ///
    /// @param port 1901, but for tests
    /// @param twins told where another device is that has this one's number
    /// @throws IOException if the port cannot be had
    Announcer(
            UUID uuid,
            Introductions introductions,
            int port,
            Timer timer,
            InstantSource clock,
            Consumer<? super InetAddress> twins)
            throws IOException {
        this.uuid = uuid;
        this.introductions = introductions;
        this.port = port;
        this.timer = timer;
        this.clock = clock;
        this.twins = twins;
        this.doing = new Doing(new Activity.Idle(), clock.instant());
        this.channel = open(port);
        Thread.ofVirtual().name("lan-discovery").start(this::listen);
        announceFromNowOn();
    }

    /// The device says that of itself from now on.
    void say(Introductions changed) {
        introductions = changed;
        announceSoon();
    }

    /// The device is at that from now on; everybody hears it at once.
    void doing(Activity activity) {
        if (!doing.activity().equals(activity)) {
            doing = new Doing(activity, clock.instant());
            announceSoon();
        }
    }

    /// What was dropped, and why.
    Drops drops() {
        return drops;
    }

    @Override
    public void close() {
        closed = true;
        try {
            channel.close();
        } catch (IOException stuck) {
            LOG.log(Level.DEBUG, "the socket of discovery did not close well", stuck);
        }
    }

    private static DatagramChannel open(int port) throws IOException {
        var channel = DatagramChannel.open(StandardProtocolFamily.INET);
        try {
            return channel.setOption(StandardSocketOptions.SO_REUSEADDR, true)
                    .setOption(StandardSocketOptions.SO_REUSEPORT, true)
                    .setOption(StandardSocketOptions.SO_BROADCAST, true)
                    .bind(new InetSocketAddress(port));
        } catch (IOException | RuntimeException failed) {
            channel.close();
            throw failed;
        }
    }

    private void announceFromNowOn() {
        announceSoon();
        if (!closed) {
            timer.after(INTERVAL, this::announceFromNowOn);
        }
    }

    /// The timer's thread must not wait for a socket.
    private void announceSoon() {
        Thread.ofVirtual().name("lan-announcement").start(this::announce);
    }

    private synchronized void announce() {
        var told = ByteBuffer.wrap(introductions.heartbeat(doing.activity(), doing.since()));
        try {
            var present = Interfaces.present();
            for (var network : present) {
                if (!joined.contains(network)) {
                    join(network);
                }
                announce(network, told);
            }
            joined = Set.copyOf(present);
        } catch (ClosedChannelException ended) {
            LOG.log(Level.TRACE, "discovery has ended");
        } catch (IOException unreadable) {
            LOG.log(Level.DEBUG, "the device cannot announce itself now: {0}", unreadable.getMessage());
        }
    }

    private void join(NetworkInterface network) throws ClosedChannelException {
        try {
            channel.join(group, network);
        } catch (ClosedChannelException ended) {
            throw ended;
        } catch (IOException | RuntimeException gone) {
            LOG.log(Level.DEBUG, "no multicast on {0}: {1}", network.getName(), gone.getMessage());
        }
    }

    private void announce(NetworkInterface network, ByteBuffer told) throws ClosedChannelException {
        try {
            channel.setOption(StandardSocketOptions.IP_MULTICAST_IF, network);
            channel.send(told.duplicate(), new InetSocketAddress(group, port));
            for (var broadcast : Interfaces.broadcasts(network)) {
                channel.send(told.duplicate(), new InetSocketAddress(broadcast, port));
            }
        } catch (ClosedChannelException ended) {
            throw ended;
        } catch (IOException gone) {
            // The network may have gone this very moment; it is asked again in two seconds.
            LOG.log(Level.DEBUG, "not announced on {0}: {1}", network.getName(), gone.getMessage());
        }
    }

    private void listen() {
        // One byte more than a frame has: a longer datagram is seen to be.
        var buffer = ByteBuffer.allocate(Frame.MAXIMUM_BYTES + 1);
        while (!closed) {
            try {
                buffer.clear();
                var sender = (InetSocketAddress) Objects.requireNonNull(channel.receive(buffer));
                answer(FrameReader.read(buffer.array(), buffer.position()), sender);
            } catch (AsynchronousCloseException ended) {
                return;
            } catch (IOException | RuntimeException failed) {
                if (!channel.isOpen()) {
                    return;
                }
                // An answer may be refused by the network (ICMP), and this one is no reason to be deaf.
                LOG.log(Level.DEBUG, "a datagram was not answered", failed);
            }
        }
    }

    private void answer(Received received, InetSocketAddress sender) throws IOException {
        switch (received) {
            case Received.Dropped(var reason) -> drops.count(reason);
            case Frame.Poke _ -> heartbeat(sender);
            case Frame.Hello hello when hello.uuid().equals(Frame.NOBODY) -> heartbeat(sender);
            case Frame.Touch touch
            when touch.uuid().equals(uuid) && touch.version() == 2 -> send(introductions.introduction(), sender);
            case Frame.Heartbeat beat -> other(beat.uuid(), sender);
            case Frame.Introduction introduction -> other(introduction.uuid(), sender);
            // Questions to others, and what only clients listen to.
            case Frame.Hello _, Frame.Touch _, Frame.MasterKey _, Frame.SlaveKey _ -> {}
        }
    }

    private void heartbeat(InetSocketAddress sender) throws IOException {
        send(introductions.heartbeat(doing.activity(), doing.since()), sender);
    }

    private void send(byte[] datagram, InetSocketAddress to) throws IOException {
        if (budget.take(to.getAddress(), clock.instant())) {
            channel.send(ByteBuffer.wrap(datagram), to);
        }
    }

    /// Our own announcements come back to us, from an address of ours.
    private void other(UUID said, InetSocketAddress sender) throws SocketException {
        if (said.equals(uuid) && NetworkInterface.getByInetAddress(sender.getAddress()) == null) {
            twins.accept(sender.getAddress());
        }
    }
}
