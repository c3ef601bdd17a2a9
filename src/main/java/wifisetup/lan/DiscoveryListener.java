package wifisetup.lan;

/// Hears what a [DeviceDiscovery] finds, on the thread that discovers: whoever takes long here misses frames.
public interface DiscoveryListener {
    /// A device that was not known.
    void found(Device device);

    /// A known device said something: most often what it does, sometimes a new name or address.
    void updated(Device device);

    /// Two devices claim one UUID: their keys differ, or one key is used by two at once, as by a copied memory
    /// card. Said once a pair of devices, wherever they are.
    ///
    /// @param first the one that was known
    /// @param second the other one, which is [#found] or [#updated] as well
    default void conflict(Device first, Device second) {}

    /// A device has not been heard for half a minute, and did not answer when it was asked. If it comes back, it
    /// is [#found] again.
    default void lost(Device device) {}

    /// Between two rounds, at least twice a second: the place to stop a discovery, or to poke.
    default void lookup(DeviceDiscovery discovery) {}
}
