package wifisetup.lan;

import java.net.InetAddress;
import java.security.interfaces.ECPublicKey;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import wifisetup.flux.AcceptedVendors;
import wifisetup.flux.Frame;

/// What to look for, and whom to believe.
///
/// @param uuid look for this device alone, if present
/// @param address hear this address alone, if present; it is poked every three seconds, so it may be on another
///     network
/// @param vendors the public keys of the vendors whose devices are believed; a device of another one is dropped
/// @param development whether devices under development are believed, which nobody has signed: anyone may
///     pretend to be one
/// @param port where devices listen and announce themselves, 1901
/// @param listen the one local address to listen at, for tests; empty: the multicast group and the broadcast
///     addresses on every interface
/// @param maximumDevices what comes beyond that many places of devices is dropped, until one has been silent for
///     half a minute
public record DiscoverySettings(
        Optional<UUID> uuid,
        Optional<InetAddress> address,
        List<ECPublicKey> vendors,
        boolean development,
        int port,
        Optional<InetAddress> listen,
        int maximumDevices) {
    private static final int MOST_DEVICES = 16_384;

    /// Keeps its own copy of the keys.
    public DiscoverySettings {
        vendors = List.copyOf(vendors);
    }

    /// All devices of these vendors.
    public static DiscoverySettings of(List<ECPublicKey> vendors) {
        return new DiscoverySettings(
                Optional.empty(), Optional.empty(), vendors, false, Frame.PORT, Optional.empty(), MOST_DEVICES);
    }

    /// The same for one device.
    public DiscoverySettings withUuid(UUID only) {
        return new DiscoverySettings(Optional.of(only), address, vendors, development, port, listen, maximumDevices);
    }

    /// The same for one address.
    public DiscoverySettings withAddress(InetAddress only) {
        return new DiscoverySettings(uuid, Optional.of(only), vendors, development, port, listen, maximumDevices);
    }

    /// The same, and devices under development are believed or not.
    public DiscoverySettings withDevelopment(boolean believed) {
        return new DiscoverySettings(uuid, address, vendors, believed, port, listen, maximumDevices);
    }

    /// The same on another port, at one local address.
    public DiscoverySettings withPlace(InetAddress local, int other) {
        return new DiscoverySettings(uuid, address, vendors, development, other, Optional.of(local), maximumDevices);
    }

    /// The same for fewer or more devices.
    public DiscoverySettings withMaximumDevices(int maximum) {
        return new DiscoverySettings(uuid, address, vendors, development, port, listen, maximum);
    }

    AcceptedVendors acceptedVendors() {
        return new AcceptedVendors(vendors, development);
    }
}
