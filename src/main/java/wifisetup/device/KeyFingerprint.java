package wifisetup.device;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.HexFormat;
import java.util.Locale;

/// What people compare a key by: the first 8 bytes of SHA-256 over its X.509 SubjectPublicKeyInfo, as
/// `1A2B 3C4D 5E6F 7081`.
///
/// @param text four groups of four upper-case hex digits
public record KeyFingerprint(String text) {
    private static final int BYTES = 8;

    /// The fingerprint of `key`.
    public static KeyFingerprint of(PublicKey key) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            String digits = HexFormat.of().formatHex(sum, 0, BYTES).toUpperCase(Locale.ROOT);
            return new KeyFingerprint(digits.replaceAll("(.{4})(?=.)", "$1 "));
        } catch (NoSuchAlgorithmException impossible) {
            // Every Java platform has SHA-256 (java.security.MessageDigest).
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
