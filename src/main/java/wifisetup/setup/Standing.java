package wifisetup.setup;

/// Whether this registry speaks on its bus.
public enum Standing {
    /// It answers and announces.
    SERVING,
    /// Another registry answers on this bus; this one keeps silent there and says so on the screen.
    PASSIVE
}
