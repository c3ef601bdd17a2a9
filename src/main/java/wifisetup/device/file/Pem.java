package wifisetup.device.file;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/// Keys as text (RFC 7468): PKCS#8 for private ones, SubjectPublicKeyInfo for public ones.
final class Pem {
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";

    private Pem() {}

    static String of(PrivateKey key) {
        return block(PRIVATE, key.getEncoded());
    }

    static String of(PublicKey key) {
        return block(PUBLIC, key.getEncoded());
    }

    /// @throws GeneralSecurityException if `text` is no private key of that algorithm
    static PrivateKey privateKey(String text, String algorithm) throws GeneralSecurityException {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes(PRIVATE, text)));
    }

    /// @throws GeneralSecurityException if `text` is no public key of that algorithm
    static PublicKey publicKey(String text, String algorithm) throws GeneralSecurityException {
        return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(bytes(PUBLIC, text)));
    }

    /// @throws GeneralSecurityException if `encoded` is no SubjectPublicKeyInfo of an RSA key
    static PublicKey rsaKey(byte[] encoded) throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
    }

    private static String block(String label, byte[] bytes) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes) + "\n-----END " + label
                + "-----\n";
    }

    private static byte[] bytes(String label, String text) throws GeneralSecurityException {
        String begin = "-----BEGIN " + label + "-----";
        int from = text.indexOf(begin);
        int to = text.indexOf("-----END " + label + "-----");
        if (from < 0 || to < from) {
            throw new GeneralSecurityException("expected a PEM block " + label + ", found none");
        }
        try {
            return Base64.getMimeDecoder().decode(text.substring(from + begin.length(), to));
        } catch (IllegalArgumentException malformed) {
            throw new GeneralSecurityException("expected base64 in the PEM block " + label, malformed);
        }
    }
}
