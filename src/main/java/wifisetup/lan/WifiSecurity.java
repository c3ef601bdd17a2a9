package wifisetup.lan;

/// How a Wi-Fi is protected, as far as a device can be told.
public enum WifiSecurity {
    /// Not at all.
    NONE,
    /// By WEP, which is broken.
    WEP,
    /// By WPA with a passphrase.
    WPA,
    /// By WPA2 with a passphrase, or what a device makes of it today.
    WPA2
}
