package wifisetup.platform;

import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import wifisetup.loop.SystemTimer;
import wifisetup.loop.Timer;

/// What a [PlatformClient] is made of. Not thread-safe.
public final class PlatformClientBuilder {
    private static final System.Logger LOG = System.getLogger(PlatformClientBuilder.class.getName());

    private final DeviceManager devices;
    private final List<Runnable> onConnect = new ArrayList<>();
    private final List<Runnable> onDisconnect = new ArrayList<>();
    private RandomGenerator random = RandomGenerator.getDefault();
    private @Nullable ConnectorConfiguration configuration;
    private @Nullable GatewayMemory memory;
    private @Nullable Transport transport;
    private @Nullable Timer timer;

    PlatformClientBuilder(DeviceManager devices) {
        this.devices = devices;
    }

    /// Where the platform is, and who we are there. Needed.
    public PlatformClientBuilder configuration(ConnectorConfiguration where) {
        configuration = where;
        return this;
    }

    /// Both from that file: the configuration, and the place of the gateway id.
    ///
    /// @throws ConfigurationException naming file, line and key, if something is missing or wrong
    public PlatformClientBuilder file(ConnectorFile file) throws ConfigurationException {
        return configuration(file.read()).gateway(file);
    }

    /// Where the gateway id is remembered; as long as the client lives if nobody says so.
    public PlatformClientBuilder gateway(GatewayMemory where) {
        memory = where;
        return this;
    }

    /// Runs `action` after each successful connection, on a virtual thread of the client, where it may wait. It may
    /// also close the client.
    public PlatformClientBuilder onConnect(Runnable action) {
        onConnect.add(action);
        return this;
    }

    /// Runs `action` after the end of each connection, in order with the other callbacks.
    public PlatformClientBuilder onDisconnect(Runnable action) {
        onDisconnect.add(action);
        return this;
    }

    /// Reaches the platform by `way`, which the client closes, in place of the one that the configuration names.
    public PlatformClientBuilder transport(Transport way) {
        transport = way;
        return this;
    }

    /// Time, in place of the system's. The caller ends it, after the client.
    public PlatformClientBuilder timer(Timer time) {
        timer = time;
        return this;
    }

    /// Chance, by which the attempts of many clients are spread.
    public PlatformClientBuilder random(RandomGenerator chance) {
        random = chance;
        return this;
    }

    /// Opens the client, which begins to connect. Returns at once, whatever comes of that.
    ///
    /// @throws ConfigurationException if there is no configuration, or it does not fit the transport
    public PlatformClient open() throws ConfigurationException {
        var where = configuration;
        if (where == null) {
            throw new ConfigurationException("expected a configuration, found none");
        }
        var time = timer;
        if (time != null) {
            return open(where, time, () -> {});
        }
        var own = new SystemTimer();
        try {
            return open(where, own, own::close);
        } catch (ConfigurationException | RuntimeException unfit) {
            own.close();
            throw unfit;
        }
    }

    private PlatformClient open(ConnectorConfiguration where, Timer time, Runnable endOfTime)
            throws ConfigurationException {
        warn(where);
        var way = transport != null ? transport : provider(where.transport()).create(where, time);
        var kept = memory != null ? memory : new NoMemory();
        return PlatformClient.open(
                new PlatformClient.Parts(
                        devices,
                        way,
                        kept,
                        where.gateway(),
                        time,
                        endOfTime,
                        random,
                        List.copyOf(onConnect),
                        List.copyOf(onDisconnect)),
                where.limits());
    }

    /// Whoever listens, and whoever answers in the platform's place, reads what is not encrypted.
    private static void warn(ConnectorConfiguration where) {
        if (!where.encrypted() && !where.password().isEmpty() && !isLoopback(where.host())) {
            LOG.log(
                    Level.WARNING,
                    "the password goes to {0} without encryption: expected encryption = yes for other machines",
                    where.host());
        }
    }

    /// No name is looked up: that may take long, and say something else the next time.
    private static boolean isLoopback(String host) {
        if (host.equals("localhost")) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException name) {
            return false;
        }
    }

    private static TransportProvider provider(String name) throws ConfigurationException {
        return TransportProvider.named(name)
                .orElseThrow(() -> new ConfigurationException("transport: expected one of "
                        + TransportProvider.all().stream()
                                .map(TransportProvider::name)
                                .sorted()
                                .toList()
                        + ", found " + name));
    }

    /// Where nobody keeps the gateway id for longer than the client does.
    private static final class NoMemory implements GatewayMemory {
        @Override
        public Optional<String> load() {
            return Optional.empty();
        }

        @Override
        public void store(String gateway) {
            // The client has it.
        }
    }
}
