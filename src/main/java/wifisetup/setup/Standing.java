package wifisetup.setup;

/// Whether this registry speaks on its bus.
public enum Standing {
    /// It answers and announces.
    SERVING,
    /// It asks whether another registry serves this bus, and keeps silent until that is known.
    ASKING,
    /// Another registry answers on this bus; this one keeps silent there and says so on the screen.
    PASSIVE
}
