package wifisetup.device;

import java.security.PublicKey;
import java.time.Instant;
import wifisetup.network.HarmlessText;

/// A key whose owner may manage the device.
///
/// @param label what the owner called it, or the address from which it came
/// @param since when the device began to trust it
/// @param used when its owner came in by it last, to a day
public record TrustedKey(PublicKey key, String label, Instant since, Instant used) {
    /// The most characters that a label has.
    public static final int LONGEST_LABEL = 64;

    /// Keeps a label that can be shown: what is no letter becomes a replacement character, what is too long
    /// is cut.
    public TrustedKey {
        String harmless = HarmlessText.of(label);
        int length = harmless.codePointCount(0, harmless.length());
        label = harmless.substring(0, harmless.offsetByCodePoints(0, Math.min(length, LONGEST_LABEL)));
    }

    /// A key that was used when the device began to trust it.
    public TrustedKey(PublicKey key, String label, Instant since) {
        this(key, label, since, since);
    }

    TrustedKey usedAt(Instant at) {
        return new TrustedKey(key, label, since, at);
    }

    /// Its number.
    public AccessId accessId() {
        return AccessId.of(key);
    }

    /// What people compare it by.
    public KeyFingerprint fingerprint() {
        return KeyFingerprint.of(key);
    }
}
