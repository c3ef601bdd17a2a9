package wifisetup.network;

/// The wired link.
public enum Wire {
    /// No cable, or nothing comes of it.
    DOWN,
    /// A cable is in, and the device is on its way onto the network behind it.
    JOINING,
    /// It carries the device's traffic.
    UP
}
