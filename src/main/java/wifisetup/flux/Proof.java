package wifisetup.flux;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What a client signs to show that it has a trusted key. The challenge is new in each session, so an old
/// signature proves nothing. Any thread.
public sealed interface Proof {
    /// How many random bytes a device sends.
    int CHALLENGE_BYTES = 64;

    /// The reference protocol's: RSA over SHA-1 of HMAC-SHA1 of the challenge under the UUID.
    ///
    /// @param uuid of the device
    /// @param challenge the device's random bytes
    record Reference(UUID uuid, Octets challenge) implements Proof {}

    /// The stronger one of [StrongPath]: RSA over SHA-256 of HMAC-SHA256, under the UUID, of the challenge and
    /// the SHA-256 of the public key that the device's certificate names. Who passes the session on to the real
    /// device shows another key, and so gains nothing.
    ///
    /// @param uuid of the device
    /// @param challenge the device's random bytes
    /// @param deviceKey of the device's certificate, as this side of the session knows it
    record Bound(UUID uuid, Octets challenge, RSAPublicKey deviceKey) implements Proof {}

    /// The client's answer, in hexadecimal.
    default String sign(PrivateKey clientKey) {
        return algorithm().sign(clientKey, signed()).hex();
    }

    /// Whether `answer` is the signature of `clientKey`.
    default boolean isGivenBy(RSAPublicKey clientKey, String answer) {
        byte[] signature;
        try {
            signature = HexFormat.of().parseHex(answer.strip());
        } catch (IllegalArgumentException _) {
            return false;
        }
        return algorithm().verify(clientKey, signed(), Octets.of(signature));
    }

    private Signatures algorithm() {
        return switch (this) {
            case Reference _ -> Signatures.RSA_SHA1;
            case Bound _ -> Signatures.RSA_SHA256;
        };
    }

    private Octets signed() {
        return switch (this) {
            case Reference it -> hmac("HmacSHA1", it.uuid(), it.challenge());
            case Bound it ->
                hmac(
                        "HmacSHA256",
                        it.uuid(),
                        new ByteSink()
                                .bytes(it.challenge())
                                .raw(sha256(it.deviceKey().getEncoded()))
                                .toOctets());
        };
    }

    private static Octets hmac(String algorithm, UUID uuid, Octets message) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(new ByteSink().uuid(uuid).toBytes(), algorithm));
            return Octets.of(mac.doFinal(message.toBytes()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(algorithm + " is part of each JDK", impossible);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("SHA-256 is part of each JDK", impossible);
        }
    }
}
