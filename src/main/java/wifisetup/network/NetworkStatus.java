package wifisetup.network;

/// All that is known about the device's connection at one moment.
///
/// @param adapter the radio
/// @param link the radio's connection
/// @param wired whether a wired link carries the device's traffic
/// @param connectivity how far the primary connection reaches
/// @param savedNetworks how many Wi-Fi profiles are kept that connect by themselves
public record NetworkStatus(Adapter adapter, Link link, boolean wired, Connectivity connectivity, int savedNetworks) {
    /// What holds before anything is known.
    public static final NetworkStatus UNKNOWN =
            new NetworkStatus(new Adapter.Starting(), new Link.Down(), false, Connectivity.UNKNOWN, 0);

    /// Whether the device is on a network at all, by radio or by wire.
    public boolean isLinked() {
        return wired || link instanceof Link.Up;
    }

    /// Whether the internet is there.
    public boolean isOnline() {
        return isLinked() && connectivity == Connectivity.FULL;
    }
}
