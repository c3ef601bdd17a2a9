package wifisetup.network;

/// All that is known about the device's connection at one moment.
///
/// @param adapter the radio
/// @param link the radio's connection
/// @param wire the wired link
/// @param connectivity how far the primary connection reaches
/// @param savedNetworks how many Wi-Fi profiles are kept that connect by themselves
public record NetworkStatus(Adapter adapter, Link link, Wire wire, Connectivity connectivity, int savedNetworks) {
    /// What holds before anything is known.
    public static final NetworkStatus UNKNOWN =
            new NetworkStatus(new Adapter.Starting(), new Link.Down(), Wire.DOWN, Connectivity.UNKNOWN, 0);

    /// Whether a wired link carries the device's traffic.
    public boolean wired() {
        return wire == Wire.UP;
    }

    /// Whether the device is on a network at all, by radio or by wire.
    public boolean isLinked() {
        return wired() || link instanceof Link.Up;
    }

    /// Whether the internet is there.
    public boolean isOnline() {
        return isLinked() && connectivity == Connectivity.FULL;
    }
}
