package wifisetup.network;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/// Where a device gets its address on a network from, for one of IPv4 and IPv6.
public sealed interface IpSettings {
    /// From the network: DHCP, or router advertisements.
    ///
    /// @param dns name servers to use in place of the network's; none: the network's
    record Automatic(List<InetAddress> dns) implements IpSettings {
        /// Keeps its own copy of the servers.
        public Automatic {
            dns = List.copyOf(dns);
        }
    }

    /// From a person.
    ///
    /// @param prefix the network's part of the address, in bits
    /// @param gateway the router, if there is one
    /// @param dns name servers, perhaps none
    record Manual(InetAddress address, int prefix, Optional<InetAddress> gateway, List<InetAddress> dns)
            implements IpSettings {
        /// Checks that all addresses are of one family, and the prefix.
        ///
        /// @throws IllegalArgumentException if they are not
        public Manual {
            dns = List.copyOf(dns);
            int bits = address.getAddress().length * Byte.SIZE;
            if (prefix < 1 || prefix > bits) {
                throw new IllegalArgumentException("a prefix is 1 to " + bits + ", found " + prefix);
            }
            if (gateway.isPresent() && gateway.get().getAddress().length != address.getAddress().length) {
                throw new IllegalArgumentException("the gateway is of the other family");
            }
            if (dns.stream().anyMatch(server -> server.getAddress().length != address.getAddress().length)) {
                throw new IllegalArgumentException("a name server is of the other family");
            }
        }
    }

    /// Not at all.
    record Off() implements IpSettings {}

    /// From the network, name servers too.
    IpSettings AUTOMATIC = new Automatic(List.of());
}
