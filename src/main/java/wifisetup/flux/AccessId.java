package wifisetup.flux;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The name of a trusted key: SHA-1 of its X.509 SubjectPublicKeyInfo.
///
/// @param hex 40 hexadecimal digits in lower case
public record AccessId(String hex) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{40}");

    /// Checks the form.
    ///
    /// @throws IllegalArgumentException if it is another one
    public AccessId {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("40 hexadecimal digits, found " + hex.length() + " characters");
        }
    }

    /// The name of `key`.
    public static AccessId of(RSAPublicKey key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(key.getEncoded());
            return new AccessId(HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-1 is part of each JDK", impossible);
        }
    }

    /// Reads 40 hexadecimal digits, or is empty if it is something else.
    public static Optional<AccessId> read(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return FORM.matcher(lower).matches() ? Optional.of(new AccessId(lower)) : Optional.empty();
    }

    @Override
    public String toString() {
        return hex;
    }
}
