package wifisetup.device;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// The number of a key on the wire: SHA-1 of its X.509 SubjectPublicKeyInfo.
///
/// It names a key and proves nothing: whoever presents a key is known by the key itself.
///
/// @param hex 40 lower-case hex digits
public record AccessId(String hex) {
    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{40}");

    /// Checks the digits.
    ///
    /// @throws IllegalArgumentException if they are not 40 lower-case hex digits
    public AccessId {
        if (!DIGITS.matcher(hex).matches()) {
            throw new IllegalArgumentException("an access id is 40 lower-case hex digits, found " + hex);
        }
    }

    /// The number of `key`.
    public static AccessId of(PublicKey key) {
        try {
            return new AccessId(
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(key.getEncoded())));
        } catch (NoSuchAlgorithmException impossible) {
            // Every Java platform has SHA-1 (java.security.MessageDigest).
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
