package wifisetup.network;

import wifisetup.secret.Secret;

/// What a join presents to the access point.
public sealed interface Credentials {
    /// Nothing: open and OWE networks.
    record None() implements Credentials {}

    /// The secret of the profile that is saved for the network.
    record Saved() implements Credentials {}

    /// A password that somebody typed; [PassphraseFlaw] tells which can be right.
    record Passphrase(Secret text) implements Credentials {}
}
