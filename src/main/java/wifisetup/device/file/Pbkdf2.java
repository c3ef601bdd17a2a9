package wifisetup.device.file;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import wifisetup.device.PasswordHash;
import wifisetup.device.Passwords;
import wifisetup.secret.Secret;

/// [Passwords] by PBKDF2 (RFC 8018, 5.2) with HMAC-SHA-256: `pbkdf2-sha256:iterations:salt:hash`.
public final class Pbkdf2 implements Passwords {
    /// How often the hash is iterated (OWASP, Password Storage Cheat Sheet: 600,000 for HMAC-SHA-256).
    public static final int ITERATIONS = 600_000;

    private static final String NAME = "pbkdf2-sha256";
    /// RFC 8018, 4.1 asks for 8 bytes at least; NIST SP 800-132, 5.1 for 16.
    private static final int SALT_BYTES = 16;

    private static final int HASH_BYTES = 32;
    /// What a file may ask for: more would hold a session for minutes.
    private static final int MOST_ITERATIONS = 10_000_000;

    private final SecureRandom random;
    private final int iterations;

    /// Hashes with [#ITERATIONS].
    public Pbkdf2(SecureRandom random) {
        this(random, ITERATIONS);
    }

    /// Hashes with fewer iterations, for tests that do not wait.
    Pbkdf2(SecureRandom random, int iterations) {
        this.random = random;
        this.iterations = iterations;
    }

    @Override
    public PasswordHash hash(Secret password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        var base64 = Base64.getEncoder();
        return new PasswordHash(String.join(
                ":",
                NAME,
                String.valueOf(iterations),
                base64.encodeToString(salt),
                base64.encodeToString(derive(password, salt, iterations))));
    }

    @Override
    public boolean matches(Secret password, PasswordHash hash) {
        var kept = Parameters.of(hash);
        return MessageDigest.isEqual(kept.hash, derive(password, kept.salt, kept.iterations));
    }

    /// Whether `hash` is one of ours.
    static boolean isReadable(PasswordHash hash) {
        try {
            return Parameters.of(hash).hash.length == HASH_BYTES;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static byte[] derive(Secret password, byte[] salt, int iterations) {
        // One password, however the keyboard composes its accents.
        var text = Normalizer.normalize(password.reveal(), Normalizer.Form.NFC);
        var spec = new PBEKeySpec(text.toCharArray(), salt, iterations, HASH_BYTES * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException impossible) {
            // The JDK's own provider has it (SunJCE).
            throw new IllegalStateException(impossible);
        } finally {
            spec.clearPassword();
        }
    }

    private static final class Parameters {
        private final int iterations;
        private final byte[] salt;
        private final byte[] hash;

        private Parameters(int iterations, byte[] salt, byte[] hash) {
            this.iterations = iterations;
            this.salt = salt;
            this.hash = hash;
        }

        static Parameters of(PasswordHash hash) {
            String[] parts = hash.encoded().split(":", -1);
            if (parts.length != 4 || !parts[0].equals(NAME)) {
                throw new IllegalArgumentException("a hash is " + NAME + ":iterations:salt:hash");
            }
            int iterations = Integer.parseInt(parts[1]);
            if (iterations < 1 || iterations > MOST_ITERATIONS) {
                throw new IllegalArgumentException("iterations are 1 to " + MOST_ITERATIONS + ", found " + iterations);
            }
            var base64 = Base64.getDecoder();
            return new Parameters(iterations, base64.decode(parts[2]), base64.decode(parts[3]));
        }
    }
}
