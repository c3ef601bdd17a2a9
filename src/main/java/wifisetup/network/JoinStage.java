package wifisetup.network;

/// How far a join has come. The stages come in this order; some may be left out, none comes twice but
/// [#CHECKING_PASSWORD_AGAIN].
public enum JoinStage {
    /// The request is on its way to whoever runs the radio.
    PREPARING,
    /// The access point checks the password.
    AUTHENTICATING,
    /// The access point refused the password once; it is tried again before that counts.
    CHECKING_PASSWORD_AGAIN,
    /// The access point, which offers WPA2 and WPA3, refused by WPA3: now by WPA2 alone.
    TRYING_OLDER_SECURITY,
    /// On the network, waiting for an address.
    GETTING_ADDRESS,
    /// An address is there; is the internet behind it?
    CHECKING_INTERNET
}
