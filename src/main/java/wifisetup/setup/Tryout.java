package wifisetup.setup;

/// Whether a network is being tried for somebody who manages the device, and the radio so is spoken for: the device
/// is off its network for a while and returns to one by itself.
public enum Tryout {
    /// None is.
    NONE,
    /// One is.
    RUNNING
}
