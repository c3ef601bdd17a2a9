package wifisetup.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-1 (FIPS 180-4 section 6.1), by which client and platform compare what they know. It protects nothing.
final class Sha1 {
    private Sha1() {}

    /// The digest of `text` in UTF-8, in lower case hexadecimal.
    static String hex(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("each Java platform has SHA-1", impossible);
        }
    }
}
