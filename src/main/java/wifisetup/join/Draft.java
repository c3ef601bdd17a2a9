package wifisetup.join;

import wifisetup.secret.Secret;

/// What a page holds that somebody has typed, when it is left.
public sealed interface Draft {
    /// Nothing worth keeping.
    Draft NONE = new None();

    /// Nothing worth keeping.
    record None() implements Draft {}

    /// A password.
    record Password(Secret text) implements Draft {}

    /// An account.
    record Account(AccountEntry entry) implements Draft {}

    /// Addresses.
    record Address(AddressEntry entry) implements Draft {}
}
