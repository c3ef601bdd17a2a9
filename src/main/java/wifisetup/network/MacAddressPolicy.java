package wifisetup.network;

/// Which hardware address the device shows to a network.
public enum MacAddressPolicy {
    /// What the system is set to.
    SYSTEM,
    /// The adapter's own, as a network that admits known devices alone needs it.
    PERMANENT,
    /// A made-up one, always the same for this network: others cannot follow the device from network to network.
    STABLE,
    /// A made-up one, new each time.
    RANDOM
}
