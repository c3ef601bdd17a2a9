package wifisetup.network;

/// What keeps a radio off (Linux calls it rfkill).
public enum Block {
    /// Software: it can be turned on.
    SOFTWARE,
    /// A switch on the device, which software cannot move.
    SWITCH,
    /// Software, because nobody has said yet in which country the device is: it can be turned on together with that.
    COUNTRY
}
