package wifisetup.device;

import java.net.InetAddress;
import java.util.List;

/// Whether the device can be found and managed over the network.
public sealed interface LanStanding {
    /// Its maker has turned it off.
    record Off() implements LanStanding {}

    /// There is no network to be found on.
    record NoNetwork() implements LanStanding {}

    /// It can be found.
    ///
    /// @param addresses where, IPv4 first
    /// @param port of the management (TCP)
    record Open(List<InetAddress> addresses, int port) implements LanStanding {
        /// Keeps its own copy of the addresses.
        public Open {
            addresses = List.copyOf(addresses);
        }
    }

    /// It cannot be managed, though there is a network: another program has the port, say.
    ///
    /// @param why in English, for the maker
    record Broken(String why) implements LanStanding {}
}
