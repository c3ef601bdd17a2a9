package wifisetup.cli;

import wifisetup.network.Credentials;
import wifisetup.network.Eap;
import wifisetup.network.ServerTrust;
import wifisetup.secret.Secret;

/// An account but for its secret, which no command line holds.
///
/// @param identity who: a user name
/// @param anonymousIdentity who, to those who listen; empty: the same
/// @param proof how the account is proved
/// @param trust to whom
public record AccountWish(String identity, String anonymousIdentity, Proof proof, ServerTrust trust) {
    /// An [Eap] but for its secret.
    public sealed interface Proof {
        /// As [Eap.Peap].
        record Peap() implements Proof {}

        /// As [Eap.Ttls].
        record Ttls(Eap.Inner inner) implements Proof {}

        /// As [Eap.Tls]: only a key that is locked needs a secret.
        record Tls(String certificate, String privateKey) implements Proof {}
    }

    /// Whether nothing can be proved without a secret.
    boolean needsSecret() {
        return switch (proof) {
            case Proof.Peap _, Proof.Ttls _ -> true;
            case Proof.Tls _ -> false;
        };
    }

    /// The account with its secret.
    Credentials.Account with(Secret secret) {
        Eap eap = switch (proof) {
            case Proof.Peap _ -> new Eap.Peap(secret);
            case Proof.Ttls(var inner) -> new Eap.Ttls(secret, inner);
            case Proof.Tls(var certificate, var privateKey) -> new Eap.Tls(certificate, privateKey, secret);
        };
        return new Credentials.Account(identity, anonymousIdentity, eap, trust);
    }
}
