package wifisetup.network;

/// Why a network that is in the air cannot be joined from here.
public enum Obstacle {
    /// WEP is broken and the supplicant of this device refuses it.
    WEP,
    /// It wants an account with cryptography of 192 bits (WPA3-Enterprise, Suite B), which this program does not set
    /// up.
    SUITE_B,
    /// The backend in use cannot express the name: it is not UTF-8, say.
    NAME
}
