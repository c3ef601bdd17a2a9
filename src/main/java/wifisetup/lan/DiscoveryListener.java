package wifisetup.lan;

/// Hears what a [DeviceDiscovery] finds, on the thread that discovers: whoever takes long here misses frames.
public interface DiscoveryListener {
    /// A device that was not known.
    void found(Device device);

    /// A known device said something: most often what it does, sometimes a new name or address.
    void updated(Device device);

    /// Two devices claim one UUID: their keys differ, or one key is used in two places at once. Said once a
    /// pair.
    ///
    /// @param first the one that was known
    /// @param second the other one, which is [#found] or [#updated] as well
    default void conflict(Device first, Device second) {}

    /// Between two rounds, at least twice a second: the place to stop a discovery, or to poke.
    default void lookup(DeviceDiscovery discovery) {}
}
