package wifisetup.device.flux;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import wifisetup.device.Activity;
import wifisetup.device.DeviceEvent;
import wifisetup.device.DeviceState;
import wifisetup.device.FrontDesk;
import wifisetup.device.LanStanding;
import wifisetup.flux.Drops;
import wifisetup.loop.Timer;

/// The device on its networks: found and managed while it is on one, and silent while it is not. Any thread.
public final class DeviceLan implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(DeviceLan.class.getName());

    private static final Duration RETRY = Duration.ofSeconds(10);

    private final DeviceKey key;
    private final int port;
    private final String software;
    private final FrontDesk desk;
    private final Supplier<DeviceState> state;
    private final Timer timer;
    private final InstantSource clock;
    private final Session.Entrance entrance;
    private final Twins twins;
    private final long firstSession;
    private Optional<Open> open = Optional.empty();
    private Activity activity = new Activity.Idle();
    private Introductions.Said said;
    private long session;
    private boolean wanted;
    private boolean refused;
    private boolean retrying;
    private boolean closed;

    /// Both sockets.
    private record Open(Announcer announcer, ManagementServer server) implements AutoCloseable {
        @Override
        public void close() {
            announcer.close();
            server.close();
        }
    }

    /// A device that is on no network yet.
    ///
    /// @param port of discovery (UDP) and management (TCP)
    /// @param software the version of the product
    /// @param state the device, as it is at that moment
    public DeviceLan(
            DeviceKey key,
            int port,
            String software,
            FrontDesk desk,
            Supplier<DeviceState> state,
            Timer timer,
            InstantSource clock,
            SecureRandom random) {
        this.key = key;
        this.port = port;
        this.software = software;
        this.desk = desk;
        this.state = state;
        this.timer = timer;
        this.clock = clock;
        var tls = new TlsServer(key, state.get().identity().uuid());
        this.entrance = new Session.Entrance(key, tls, new Handshakes(), desk, state, random, clock);
        this.twins = new Twins(key, this::isOurs, this::tell);
        this.said = said(state.get());
        // Two devices that are copies of each other must not say the same: clients tell them apart by that.
        this.firstSession = random.nextLong();
        this.session = firstSession;
    }

    /// The device is on a network now, or not.
    public synchronized void network(boolean there) {
        if (closed) {
            return;
        }
        wanted = there;
        if (!there) {
            shut();
            desk.tell(new DeviceEvent.LanChanged(new LanStanding.NoNetwork()));
            return;
        }
        try {
            if (open.isEmpty()) {
                open = Optional.of(open());
            }
            refused = false;
            desk.tell(new DeviceEvent.LanChanged(new LanStanding.Open(addresses(), port)));
        } catch (IOException taken) {
            // Said once, not every ten seconds.
            LOG.log(
                    refused ? Level.DEBUG : Level.ERROR,
                    "the device can be neither found nor managed at port " + port,
                    taken);
            refused = true;
            desk.tell(new DeviceEvent.LanChanged(new LanStanding.Broken(String.valueOf(taken.getMessage()))));
            tryAgainLater();
        }
    }

    /// Who has the port may let it go: the program before this one, in its last second, say.
    private void tryAgainLater() {
        if (!retrying) {
            retrying = true;
            timer.after(RETRY, () -> Thread.ofVirtual().name("lan-port").start(this::tryAgain));
        }
    }

    private synchronized void tryAgain() {
        retrying = false;
        if (wanted && open.isEmpty()) {
            network(true);
        }
    }

    /// The device's name or password may have changed.
    public synchronized void show(DeviceState changed) {
        if (!said(changed).equals(said)) {
            said = said(changed);
            session++;
            open.ifPresent(sockets -> sockets.announcer().say(introductions()));
        }
    }

    private synchronized boolean isOurs(long announced) {
        return Long.compareUnsigned(announced - firstSession, session - firstSession) <= 0;
    }

    /// The device is at that now.
    public synchronized void doing(Activity now) {
        activity = now;
        open.ifPresent(sockets -> sockets.announcer().doing(now));
    }

    /// What was dropped of the datagrams that came, and why; none while the device is on no network.
    synchronized Optional<Drops> drops() {
        return open.map(sockets -> sockets.announcer().drops());
    }

    @Override
    public synchronized void close() {
        closed = true;
        shut();
    }

    private Open open() throws IOException {
        var server = new ManagementServer(new InetSocketAddress(port), entrance, timer);
        try {
            var announcer = new Announcer(state.get().identity().uuid(), introductions(), port, timer, clock, twins);
            announcer.doing(activity);
            return new Open(announcer, server);
        } catch (IOException taken) {
            server.close();
            throw taken;
        }
    }

    private void shut() {
        open.ifPresent(Open::close);
        open = Optional.empty();
    }

    private Introductions introductions() {
        return Introductions.of(state.get().identity(), key, software, said, session);
    }

    private static Introductions.Said said(DeviceState state) {
        return new Introductions.Said(state.name().text(), state.hasPassword());
    }

    private static List<InetAddress> addresses() throws SocketException {
        return Interfaces.addresses();
    }

    private void tell(DeviceEvent event) {
        if (event instanceof DeviceEvent.TwinHeard(var address)) {
            LOG.log(Level.WARNING, "another device has the number of this one, at {0}", address.getHostAddress());
        }
        desk.tell(event);
    }
}
