package wifisetup.network;

/// Whom a device believes to be the network's authentication server.
public sealed interface ServerTrust {
    /// One with a certificate by an authority of one's own.
    ///
    /// @param file the authority's certificate: PEM or DER
    /// @param domain what the server's name ends with; empty: any name
    record Authority(String file, String domain) implements ServerTrust {}

    /// One with a certificate by an authority that the system trusts.
    ///
    /// @param domain what the server's name ends with; without it anybody with any certificate would do
    record SystemAuthorities(String domain) implements ServerTrust {}

    /// Anybody: whoever imitates the network learns the password.
    record Anybody() implements ServerTrust {}
}
