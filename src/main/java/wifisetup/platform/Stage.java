package wifisetup.platform;

/// How far a session that is being opened has come.
public enum Stage {
    /// It reaches for the platform.
    CONNECTING,
    /// It says who we are.
    HANDSHAKE,
    /// It makes the platform know our devices.
    SYNCHRONISING
}
