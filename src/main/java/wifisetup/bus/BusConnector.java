package wifisetup.bus;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.random.RandomGenerator;
import wifisetup.loop.Timer;

/// Comes to a bus in the way that the settings want.
public final class BusConnector {
    private static final System.Logger LOG = System.getLogger(BusConnector.class.getName());

    /// A local port answers at once; a host that is away must not hold up the start.
    private static final int PROBE_MILLIS = 500;

    private final Timer timer;
    private final RandomGenerator random;

    /// @param timer of attempts
    /// @param random jitter between attempts
    public BusConnector(Timer timer, RandomGenerator random) {
        this.timer = timer;
        this.random = random;
    }

    /// Serves the bus or joins it. [BusSettings.Mode#AUTO] decides once: a bus that dies later is waited for and never
    /// replaced, because whoever ran it will bring it back and needs its port.
    ///
    /// @throws BusException if the bus cannot be as configured
    public MessageBus open(BusSettings settings) throws BusException {
        return switch (settings.mode()) {
            case EMBEDDED -> BusServer.open(settings, timer);
            case CONNECT -> BusClient.open(settings, timer, random);
            case AUTO -> somebodyListens(settings) ? BusClient.open(settings, timer, random) : serveOrJoin(settings);
        };
    }

    private MessageBus serveOrJoin(BusSettings settings) throws BusException {
        try {
            return BusServer.open(settings, timer);
        } catch (BusException refused) {
            if (!somebodyListens(settings)) {
                throw refused;
            }
            LOG.log(Level.INFO, "somebody else was quicker to serve the bus at {0}: joining it", settings.uri());
            return BusClient.open(settings, timer, random);
        }
    }

    private static boolean somebodyListens(BusSettings settings) {
        var uri = settings.uri();
        if (uri.getPort() <= 0) {
            return false;
        }
        try (var probe = new Socket()) {
            probe.connect(new InetSocketAddress(uri.getHost(), uri.getPort()), PROBE_MILLIS);
            return true;
        } catch (IOException nobody) {
            LOG.log(Level.DEBUG, "nobody serves the bus at {0}: {1}", uri, nobody.getMessage());
            return false;
        }
    }
}
