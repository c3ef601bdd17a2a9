package wifisetup.device.flux;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardProtocolFamily;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import wifisetup.device.Activity;
import wifisetup.flux.Drops;
import wifisetup.flux.Frame;
import wifisetup.flux.FrameWriter;
import wifisetup.flux.Received;
import wifisetup.loop.Timer;

/// Makes the device known on each network that it is on: says every two seconds that it is there, and answers
/// who asks, by IPv6, too. While so many ask that it cannot answer each, it introduces itself to all with what
/// it says every two seconds: whoever forges questions keeps nobody from finding it.
///
/// Every datagram leaves from the port of discovery. What the device says may be changed from any thread.
public final class Announcer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Announcer.class.getName());
    private static final Duration INTERVAL = Duration.ofSeconds(2);

    private final UUID uuid;
    private final int port;
    private final Timer timer;
    private final InstantSource clock;
    private final Twins twins;
    private final DiscoverySocket ipv4;
    private final Optional<DiscoverySocket> ipv6;
    private final InetAddress group = InetAddress.ofLiteral(Frame.GROUP);
    private final Drops drops = new Drops();
    private final AnswerBudget budget = new AnswerBudget();
    private volatile Surroundings surroundings = new Surroundings(List.of());
    private volatile Introductions introductions;
    private volatile Doing doing;
    private volatile boolean unanswered;
    private volatile boolean closed;

    // This belongs to whoever announces: one at a time.
    private Set<NetworkInterface> joined = Set.of();

    private record Doing(Activity activity, Instant since) {}

    /// Opens the sockets and begins.
    ///
    /// @param port 1901, but for tests
    /// @param twins told who else has the device's number
    /// @throws IOException if the port cannot be had
    Announcer(UUID uuid, Introductions introductions, int port, Timer timer, InstantSource clock, Twins twins)
            throws IOException {
        this.uuid = uuid;
        this.introductions = introductions;
        this.port = port;
        this.timer = timer;
        this.clock = clock;
        this.twins = twins;
        this.doing = new Doing(new Activity.Idle(), clock.instant());
        this.surroundings = Surroundings.now();
        this.ipv4 = new DiscoverySocket(StandardProtocolFamily.INET, port, this::answer);
        this.ipv6 = ipv6(port);
        ipv4.listen();
        ipv6.ifPresent(DiscoverySocket::listen);
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
        ipv4.close();
        ipv6.ifPresent(DiscoverySocket::close);
    }

    /// Nobody is looked for by IPv6 multicast, but a poke may come.
    private Optional<DiscoverySocket> ipv6(int port) {
        try {
            return Optional.of(new DiscoverySocket(StandardProtocolFamily.INET6, port, (received, sender, socket) -> {
                // What comes by IPv4 the other socket answers.
                if (!(sender.getAddress() instanceof Inet4Address)) {
                    answer(received, sender, socket);
                }
            }));
        } catch (IOException | UnsupportedOperationException without) {
            LOG.log(Level.DEBUG, "no discovery by IPv6: {0}", without.getMessage());
            return Optional.empty();
        }
    }

    private void announceFromNowOn() {
        start(true);
        if (!closed) {
            timer.after(INTERVAL, this::announceFromNowOn);
        }
    }

    private void announceSoon() {
        start(false);
    }

    /// The timer's thread must not wait for a socket.
    ///
    /// @param regular whether this is what is said every two seconds
    private void start(boolean regular) {
        Thread.ofVirtual().name("lan-announcement").start(() -> announce(regular));
    }

    private synchronized void announce(boolean regular) {
        var told = new ArrayList<byte[]>();
        told.add(introductions.heartbeat(doing.activity(), doing.since()));
        if (regular && unanswered) {
            unanswered = false;
            told.add(introductions.introduction());
        }
        try {
            surroundings = Surroundings.now();
            twins.forget(clock.instant());
            var present = Interfaces.present();
            for (var network : present) {
                if (!joined.contains(network)) {
                    ipv4.join(group, network);
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

    private void announce(NetworkInterface network, List<byte[]> told) throws ClosedChannelException {
        try {
            ipv4.sendBy(network);
            for (byte[] datagram : told) {
                ipv4.send(datagram, new InetSocketAddress(group, port));
                for (var broadcast : Interfaces.broadcasts(network)) {
                    ipv4.send(datagram, new InetSocketAddress(broadcast, port));
                }
            }
        } catch (ClosedChannelException ended) {
            throw ended;
        } catch (IOException gone) {
            // The network may have gone this very moment; it is asked again in two seconds.
            LOG.log(Level.DEBUG, "not announced on {0}: {1}", network.getName(), gone.getMessage());
        }
    }

    private void answer(Received received, InetSocketAddress sender, DiscoverySocket socket) throws IOException {
        switch (received) {
            case Received.Dropped(var reason) -> drops.count(reason);
            case Frame.Poke _ -> heartbeat(sender, socket);
            case Frame.Hello hello when hello.uuid().equals(Frame.NOBODY) -> heartbeat(sender, socket);
            case Frame.Touch touch when touch.uuid().equals(uuid) && touch.version() == 2 -> introduce(sender, socket);
            case Frame.Heartbeat beat
            when isTwin(beat.uuid(), sender) -> {
                if (twins.heard(sender.getAddress(), beat.session(), clock.instant())) {
                    send(FrameWriter.write(new Frame.Touch(2, uuid)), sender, socket);
                }
            }
            case Frame.Introduction introduction
            when isTwin(introduction.uuid(), sender) ->
                twins.introduced(sender.getAddress(), introduction, clock.instant());
            // Questions to others, and what only clients listen to.
            case Frame.Hello _,
                    Frame.Touch _,
                    Frame.Heartbeat _,
                    Frame.Introduction _,
                    Frame.MasterKey _,
                    Frame.SlaveKey _ -> {}
        }
    }

    private void heartbeat(InetSocketAddress sender, DiscoverySocket socket) throws IOException {
        send(introductions.heartbeat(doing.activity(), doing.since()), sender, socket);
    }

    private void introduce(InetSocketAddress sender, DiscoverySocket socket) throws IOException {
        boolean exhausted;
        synchronized (budget) {
            exhausted = budget.isExhausted(clock.instant());
        }
        if (exhausted) {
            unanswered = true;
        } else {
            send(introductions.introduction(), sender, socket);
        }
    }

    private void send(byte[] datagram, InetSocketAddress to, DiscoverySocket socket) throws IOException {
        boolean answers;
        synchronized (budget) {
            answers = budget.take(to.getAddress(), surroundings.isNear(to.getAddress()), clock.instant());
        }
        if (answers) {
            socket.send(datagram, to);
        }
    }

    /// Our own announcements come back to us, from an address of ours.
    private boolean isTwin(UUID said, InetSocketAddress sender) {
        return said.equals(uuid) && !surroundings.isOwn(sender.getAddress());
    }
}
