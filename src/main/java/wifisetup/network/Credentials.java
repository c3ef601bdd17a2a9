package wifisetup.network;

import wifisetup.secret.Secret;

/// What a join presents to the access point.
public sealed interface Credentials {
    /// Nothing: open and OWE networks.
    record None() implements Credentials {}

    /// The secret of the profile that is saved for the network.
    record Saved() implements Credentials {}

    /// A password or key that somebody typed; [PassphraseFlaw] tells which can be right.
    record Passphrase(Secret text) implements Credentials {}

    /// An account (IEEE 802.1X).
    ///
    /// @param identity who: a user name
    /// @param anonymousIdentity who, to those who listen; empty: the same
    /// @param eap the proof
    /// @param trust to whom it is given
    record Account(String identity, String anonymousIdentity, Eap eap, ServerTrust trust) implements Credentials {}
}
