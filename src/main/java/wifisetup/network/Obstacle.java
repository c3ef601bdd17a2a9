package wifisetup.network;

/// Why a network that is in the air cannot be joined from here.
public enum Obstacle {
    /// WEP is broken and the supplicant refuses it.
    WEP,
    /// It wants a personal account (IEEE 802.1X).
    ENTERPRISE
}
