package wifisetup.network.dbus;

import java.lang.System.Logger.Level;
import java.time.Duration;
import wifisetup.dbus.BusException;
import wifisetup.network.Connectivity;
import wifisetup.network.dbus.api.NetworkManagerApi;

/// Looks how far the primary connection reaches, by NetworkManager's own check.
final class InternetCheck {
    private static final System.Logger LOG = System.getLogger(InternetCheck.class.getName());

    /// How long NetworkManager may look for the internet behind a new address.
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final ServiceConnection service;

    InternetCheck(ServiceConnection service) {
        this.service = service;
    }

    /// Looks afresh; where that is not allowed, or takes too long, what the last check found.
    Connectivity look() throws BusException, InterruptedException {
        var root = service.root();
        try {
            return StatusReading.connectivity(
                    ((Number) root.call(LIMIT, NetworkManagerApi.MANAGER, "CheckConnectivity", null)
                                    .getFirst())
                            .longValue());
        } catch (BusException failure) {
            LOG.log(Level.DEBUG, "no fresh look at the internet: {0}", failure.getMessage());
            return StatusReading.connectivity(
                    root.properties(NetworkManagerApi.MANAGER).number("Connectivity"));
        }
    }
}
