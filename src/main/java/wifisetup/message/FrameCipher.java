package wifisetup.message;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import wifisetup.secret.Secret;

/// Encrypts the text of a frame with AES-GCM under the key that all participants share (`websocket.secret_key` of the
/// Python bus). Any thread.
public final class FrameCipher {
    /// The tag has 128 bits, in the Python clients as in web cryptography.
    private static final int TAG_BYTES = 16;

    /// NIST SP 800-38D, 8.2: a nonce of 96 bits is the recommended one. The Python clients send 128 and take any.
    private static final int NONCE_BYTES = 12;

    private final SecretKeySpec key;
    private final RandomGenerator random;

    /// A cipher under `key`, whose UTF-8 bytes are the AES key.
    ///
    /// @throws IllegalArgumentException if these are not 16, 24 or 32 bytes
    public FrameCipher(Secret key) {
        this(key, new SecureRandom());
    }

    FrameCipher(Secret key, RandomGenerator nonces) {
        byte[] bytes = key.reveal().getBytes(StandardCharsets.UTF_8);
        if (bytes.length != 16 && bytes.length != 24 && bytes.length != 32) {
            throw new IllegalArgumentException("a key of 16, 24 or 32 bytes of UTF-8 (AES), found " + bytes.length);
        }
        this.key = new SecretKeySpec(bytes, "AES");
        this.random = nonces;
    }

    /// The three parts of an encrypted frame, under a nonce never used before.
    Box encrypt(String text) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] both = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(text.getBytes(StandardCharsets.UTF_8));
            int length = both.length - TAG_BYTES;
            return new Box(slice(both, 0, length), slice(both, length, both.length), nonce);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM is part of each JDK", impossible);
        }
    }

    /// The text inside, if the box was made under this key.
    ///
    /// @throws GeneralSecurityException if it was not
    String decrypt(Box box) throws GeneralSecurityException {
        var cipher = cipher(Cipher.DECRYPT_MODE, box.nonce);
        cipher.update(box.ciphertext);
        return new String(cipher.doFinal(box.tag), StandardCharsets.UTF_8);
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
        return cipher;
    }

    private static byte[] slice(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    /// What travels of an encrypted frame. The tag may be empty: then it is the end of the ciphertext, as web
    /// cryptography writes it.
    static final class Box {
        final byte[] ciphertext;
        final byte[] tag;
        final byte[] nonce;

        Box(byte[] ciphertext, byte[] tag, byte[] nonce) {
            this.ciphertext = ciphertext;
            this.tag = tag;
            this.nonce = nonce;
        }
    }
}
