package wifisetup.network;

import java.util.List;
import java.util.Optional;

/// The Wi-Fi adapter's connection.
public sealed interface Link {
    /// Not connected.
    record Down() implements Link {}

    /// On its way onto a network, whoever asked for it.
    record Joining(Ssid ssid) implements Link {}

    /// On a network.
    ///
    /// @param ssid the network
    /// @param addresses the device's own addresses there, without prefix length, IPv4 first
    /// @param gateway the router's address, if there is one
    record Up(Ssid ssid, List<String> addresses, Optional<String> gateway) implements Link {
        /// Keeps its own copy of the addresses.
        public Up {
            addresses = List.copyOf(addresses);
        }
    }
}
