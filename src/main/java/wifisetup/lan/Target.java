package wifisetup.lan;

import java.net.InetAddress;
import java.util.UUID;

/// Which device to manage.
public sealed interface Target {
    /// The one with this UUID, wherever it is found.
    record ByUuid(UUID uuid) implements Target {}

    /// The one at this address, whichever it is. An IPv6 address of the link names its interface
    /// (`fe80::1%eth0`).
    record ByAddress(InetAddress address) implements Target {}

    /// This one, as a discovery found it: nothing is looked for.
    record Known(Device device) implements Target {}

    /// The device with this UUID.
    static Target of(UUID uuid) {
        return new ByUuid(uuid);
    }

    /// The device at this address.
    static Target of(InetAddress address) {
        return new ByAddress(address);
    }

    /// The device with this UUID; if that is 0, the one at this address.
    static Target of(UUID uuid, InetAddress address) {
        return uuid.equals(new UUID(0, 0)) ? new ByAddress(address) : new ByUuid(uuid);
    }

    /// This device.
    static Target of(Device device) {
        return new Known(device);
    }
}
