package wifisetup.flux;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/// Public RSA keys as they travel: X.509 SubjectPublicKeyInfo or PKCS#1, in DER or PEM. Any thread.
public final class KeyEncoding {
    /// The reference client makes keys of this size; below it nothing is accepted.
    public static final int SMALLEST_BITS = 1024;

    /// A check of a signature by a larger key would cost too much of what anybody may ask for.
    public static final int LARGEST_BITS = 8192;

    /// For the same reason (FIPS 186-5, A.1.1, allows up to 256).
    private static final int LARGEST_EXPONENT_BITS = 33;

    /// No text of a key of [#LARGEST_BITS] is longer.
    private static final int LONGEST = 3072;

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN (RSA |)PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END \\1PUBLIC KEY-----");

    /// RFC 8017, A.1: SEQUENCE { rsaEncryption, NULL }.
    private static final byte[] RSA_ALGORITHM =
            Der.sequence(Der.objectIdentifier(1, 2, 840, 113549, 1, 1, 1), Der.NULL);

    private KeyEncoding() {}

    /// Reads a public key in any of the encodings, or is empty if there is none of a size that is fit for use.
    public static Optional<RSAPublicKey> read(Octets sent) {
        if (sent.length() > LONGEST) {
            return Optional.empty();
        }
        byte[] bytes = sent.toBytes();
        var pem = PEM.matcher(new String(bytes, StandardCharsets.ISO_8859_1).strip());
        if (!pem.matches()) {
            return der(bytes).or(() -> der(wrap(bytes)));
        }
        byte[] inside;
        try {
            inside = Base64.getMimeDecoder().decode(pem.group(2));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
        return der(pem.group(1).isEmpty() ? inside : wrap(inside));
    }

    /// The bytes of X.509 SubjectPublicKeyInfo in DER.
    public static Octets der(RSAPublicKey key) {
        return Octets.of(key.getEncoded());
    }

    /// The same in PEM (RFC 7468), ended by a line feed.
    public static String pem(RSAPublicKey key) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----\n";
    }

    private static Optional<RSAPublicKey> der(byte[] bytes) {
        try {
            var key = KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(bytes));
            return key instanceof RSAPublicKey rsa && isFit(rsa) ? Optional.of(rsa) : Optional.empty();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("RSA is part of each JDK", impossible);
        } catch (GeneralSecurityException _) {
            return Optional.empty();
        }
    }

    private static boolean isFit(RSAPublicKey key) {
        int bits = key.getModulus().bitLength();
        BigInteger exponent = key.getPublicExponent();
        return bits >= SMALLEST_BITS
                && bits <= LARGEST_BITS
                && exponent.testBit(0)
                && exponent.bitLength() >= 2
                && exponent.bitLength() <= LARGEST_EXPONENT_BITS;
    }

    private static byte[] wrap(byte[] pkcs1) {
        return Der.sequence(RSA_ALGORITHM, Der.bitString(pkcs1));
    }
}
