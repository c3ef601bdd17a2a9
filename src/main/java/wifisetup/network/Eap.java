package wifisetup.network;

import wifisetup.secret.Secret;

/// How an account is proved to a network (EAP, RFC 3748).
public sealed interface Eap {
    /// A password, inside a tunnel, by MSCHAPv2 (PEAPv0).
    record Peap(Secret password) implements Eap {}

    /// A password, inside a tunnel (RFC 5281).
    record Ttls(Secret password, Inner inner) implements Eap {}

    /// A certificate (RFC 5216).
    ///
    /// @param certificate the file of the device's certificate: PEM, DER, or a PKCS #12 of both
    /// @param privateKey the file of its key
    /// @param keyPassword opens the key's file, empty if it is open
    record Tls(String certificate, String privateKey, Secret keyPassword) implements Eap {}

    /// How a password is presented inside the tunnel of [Ttls].
    enum Inner {
        /// In clear.
        PAP,
        /// By a challenge (RFC 2759).
        MSCHAPV2
    }
}
