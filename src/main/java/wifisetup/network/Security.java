package wifisetup.network;

/// How a network admits stations, as far as a person who joins it can tell.
public enum Security {
    /// No encryption, no password.
    OPEN,
    /// Opportunistic wireless encryption (RFC 8110): encrypted, no password.
    OWE,
    /// Wired Equivalent Privacy: broken, refused by current supplicants.
    WEP,
    /// WPA or WPA2 with a pre-shared key.
    WPA2,
    /// WPA2 and WPA3 with one password (transition mode).
    WPA2_WPA3,
    /// WPA3 by simultaneous authentication of equals (SAE) alone.
    WPA3,
    /// IEEE 802.1X: a personal account.
    ENTERPRISE,
    /// IEEE 802.1X with cryptography of 192 bits (Suite B).
    ENTERPRISE_192;

    /// Whether a password or key of [PassphraseFlaw]'s kind opens such a network.
    public boolean needsPassphrase() {
        return switch (this) {
            case WEP, WPA2, WPA2_WPA3, WPA3 -> true;
            case OPEN, OWE, ENTERPRISE, ENTERPRISE_192 -> false;
        };
    }

    /// Whether an account opens such a network: [Credentials.Account].
    public boolean needsAccount() {
        return this == ENTERPRISE || this == ENTERPRISE_192;
    }

    /// Whether a profile of that kind can be for a network of this kind: WPA's kinds share their passwords, and
    /// a network without encryption may have learnt some.
    public boolean isAlike(Security other) {
        return switch (this) {
            case OPEN, OWE -> other.isOpen();
            case WPA2, WPA2_WPA3, WPA3 -> other == WPA2 || other == WPA2_WPA3 || other == WPA3;
            case WEP, ENTERPRISE, ENTERPRISE_192 -> other == this;
        };
    }

    /// Whether anybody may join without a secret.
    public boolean isOpen() {
        return this == OPEN || this == OWE;
    }
}
