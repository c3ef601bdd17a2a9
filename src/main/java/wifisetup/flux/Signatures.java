package wifisetup.flux;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;

/// Makes and checks signatures. Any thread.
public enum Signatures {
    /// RSA PKCS#1 v1.5 over SHA-1: the reference protocol's.
    RSA_SHA1("SHA1withRSA"),
    /// RSA PKCS#1 v1.5 over SHA-256.
    RSA_SHA256("SHA256withRSA"),
    /// ECDSA over SHA-256, in DER.
    ECDSA_SHA256("SHA256withECDSA"),
    /// ECDSA over SHA-1, in DER: the vendor's, for some serial numbers of old.
    ECDSA_SHA1("SHA1withECDSA");

    private final String algorithm;

    Signatures(String algorithm) {
        this.algorithm = algorithm;
    }

    /// Signs `message`.
    ///
    /// @throws IllegalArgumentException if the key is of another kind
    public Octets sign(PrivateKey key, Octets message) {
        try {
            var signature = signature();
            signature.initSign(key);
            signature.update(message.toBytes());
            return Octets.of(signature.sign());
        } catch (GeneralSecurityException refused) {
            throw new IllegalArgumentException("a key for " + algorithm, refused);
        }
    }

    /// Whether `signature` is this key's over `message`. What is no signature at all is not.
    ///
    /// @throws IllegalArgumentException if the key is of another kind
    public boolean verify(PublicKey key, Octets message, Octets signature) {
        var check = signature();
        try {
            check.initVerify(key);
            check.update(message.toBytes());
            return check.verify(signature.toBytes());
        } catch (InvalidKeyException refused) {
            throw new IllegalArgumentException("a key for " + algorithm, refused);
        } catch (SignatureException _) {
            return false;
        }
    }

    private Signature signature() {
        try {
            return Signature.getInstance(algorithm);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(algorithm + " is part of each JDK", impossible);
        }
    }
}
