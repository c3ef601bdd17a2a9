package wifisetup.hotspot.portal.web;

import java.io.IOException;
import java.io.Serial;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Locale;

/// The page's server cannot have its address. The message says what was found and what helps.
public final class PortalUnavailable extends Exception {
    /// Why not.
    public enum Reason {
        /// Another program has the port.
        PORT_IN_USE,
        /// The port is a privileged one, and this program may not have it.
        NOT_PERMITTED,
        /// No interface of this device has the address.
        NO_SUCH_ADDRESS,
        /// Something else.
        OTHER
    }

    @Serial
    private static final long serialVersionUID = 1;

    private final Reason reason;

    private PortalUnavailable(Reason reason, String message, IOException cause) {
        super(message, cause);
        this.reason = reason;
    }

    /// What stands in the way.
    public Reason reason() {
        return reason;
    }

    /// What `refusal` of that address means.
    static PortalUnavailable at(InetSocketAddress address, IOException refusal) {
        var reason = reason(address, refusal);
        String place = address.getAddress().getHostAddress() + ":" + address.getPort();
        return new PortalUnavailable(
                reason,
                "the phone's page: expected to listen on " + place + ", found \"" + refusal.getMessage() + "\"; "
                        + remedy(reason, address.getPort()),
                refusal);
    }

    private static Reason reason(InetSocketAddress address, IOException refusal) {
        // Linux looks for the permission first; the words of the system are all that tells these two apart.
        String found = String.valueOf(refusal.getMessage()).toLowerCase(Locale.ROOT);
        if (found.contains("permission denied")) {
            return Reason.NOT_PERMITTED;
        }
        if (!isOurs(address)) {
            return Reason.NO_SUCH_ADDRESS;
        }
        return refusal instanceof java.net.BindException ? Reason.PORT_IN_USE : Reason.OTHER;
    }

    private static boolean isOurs(InetSocketAddress address) {
        try {
            return address.getAddress().isLoopbackAddress()
                    || NetworkInterface.getByInetAddress(address.getAddress()) != null;
        } catch (SocketException unknown) {
            return true;
        }
    }

    private static String remedy(Reason reason, int port) {
        return switch (reason) {
            case PORT_IN_USE -> "stop the web server that has port " + port + ", or choose another port";
            case NOT_PERMITTED ->
                "give the service AmbientCapabilities=CAP_NET_BIND_SERVICE, or lower"
                        + " net.ipv4.ip_unprivileged_port_start to " + port;
            case NO_SUCH_ADDRESS -> "the access point has to be open, with this address, before its page";
            case OTHER -> "see the cause";
        };
    }
}
