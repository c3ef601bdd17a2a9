package wifisetup.device.flux;

import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;

/// What the machine's addresses say about those of others. Immutable; it is true for the moment.
///
/// @param own the machine's addresses, with their networks
record Surroundings(List<InterfaceAddress> own) {
    /// Keeps its own copy.
    Surroundings {
        own = List.copyOf(own);
    }

    /// Those of this moment.
    ///
    /// @throws SocketException if that cannot be told
    static Surroundings now() throws SocketException {
        return new Surroundings(NetworkInterface.networkInterfaces()
                .flatMap(network -> network.getInterfaceAddresses().stream())
                .toList());
    }

    /// Whether it is one of the machine's.
    boolean isOwn(InetAddress address) {
        return own.stream().anyMatch(ours -> ours.getAddress().equals(address));
    }

    /// Whether it is on a network of the machine, so that a router does not lie in between.
    boolean isNear(InetAddress address) {
        return address.isLinkLocalAddress() || own.stream().anyMatch(ours -> contains(ours, address));
    }

    private static boolean contains(InterfaceAddress network, InetAddress address) {
        byte[] ours = network.getAddress().getAddress();
        byte[] theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < network.getNetworkPrefixLength(); bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if (((ours[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
