package wifisetup.network;

/// How far the network reaches, as NetworkManager's own check says (`NMConnectivityState`).
public enum Connectivity {
    /// Not known yet.
    UNKNOWN,
    /// Not connected to anything.
    NONE,
    /// A sign-in page stands in the way.
    PORTAL,
    /// Connected, but the internet was not reached.
    LIMITED,
    /// The internet is there.
    FULL
}
