package wifisetup.network;

/// What a person may decide about a saved network.
///
/// @param autoconnect whether the device connects by itself
/// @param priority which of several networks in reach is tried first: the highest; -999 to 999 (NetworkManager's
///     `connection.autoconnect-priority`)
/// @param ipv4 its IPv4 address
/// @param ipv6 its IPv6 address
public record NetworkSettings(
        boolean autoconnect,
        int priority,
        IpSettings ipv4,
        IpSettings ipv6,
        Metered metered,
        MacAddressPolicy macAddress) {
    /// The highest [#priority()], and the lowest below zero.
    public static final int MAX_PRIORITY = 999;

    /// What holds until somebody decides otherwise.
    public static final NetworkSettings DEFAULT = new NetworkSettings(
            true, 0, IpSettings.AUTOMATIC, IpSettings.AUTOMATIC, Metered.AUTOMATIC, MacAddressPolicy.SYSTEM);

    /// Checks the priority's range.
    public NetworkSettings {
        if (Math.abs(priority) > MAX_PRIORITY) {
            throw new IllegalArgumentException("a priority is -999 to 999, found " + priority);
        }
    }

    /// These, connecting by itself or not.
    public NetworkSettings withAutoconnect(boolean other) {
        return new NetworkSettings(other, priority, ipv4, ipv6, metered, macAddress);
    }

    /// These, with that priority.
    public NetworkSettings withPriority(int other) {
        return new NetworkSettings(autoconnect, other, ipv4, ipv6, metered, macAddress);
    }

    /// These, with that IPv4 address.
    public NetworkSettings withIpv4(IpSettings other) {
        return new NetworkSettings(autoconnect, priority, other, ipv6, metered, macAddress);
    }

    /// These, with that IPv6 address.
    public NetworkSettings withIpv6(IpSettings other) {
        return new NetworkSettings(autoconnect, priority, ipv4, other, metered, macAddress);
    }

    /// These, metered like that.
    public NetworkSettings withMetered(Metered other) {
        return new NetworkSettings(autoconnect, priority, ipv4, ipv6, other, macAddress);
    }

    /// These, with a hardware address like that.
    public NetworkSettings withMacAddress(MacAddressPolicy other) {
        return new NetworkSettings(autoconnect, priority, ipv4, ipv6, metered, other);
    }
}
