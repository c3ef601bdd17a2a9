package wifisetup.flux;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.UUID;

/// The certificate of a device's TLS server, signed by the device's own key. It says nothing that matters: a
/// client compares the key with the one that discovery named.
public final class SelfSigned {
    /// RFC 8017: sha256WithRSAEncryption, parameters NULL.
    private static final byte[] SHA256_WITH_RSA =
            Der.sequence(Der.objectIdentifier(1, 2, 840, 113549, 1, 1, 11), Der.NULL);

    /// RFC 5280, 4.1.2.5: a certificate without a well-defined end.
    private static final Instant NO_END = Instant.parse("9999-12-31T23:59:59Z");

    /// A device may start without a clock, somewhere in the past.
    private static final Instant LONG_AGO = Instant.parse("2000-01-01T00:00:00Z");

    private SelfSigned() {}

    /// A certificate of the RSA pair `keys`, whose subject is `device`.
    public static X509Certificate certificate(KeyPair keys, UUID device) {
        byte[] name =
                Der.sequence(Der.set(Der.sequence(Der.objectIdentifier(2, 5, 4, 3), Der.utf8(device.toString()))));
        // A serial number is at most 20 bytes and positive (RFC 5280, 4.1.2.2); the device's UUID is as unique
        // as any.
        var serial = new BigInteger(1, new ByteSink().uuid(device).toBytes());
        byte[] toSign = Der.sequence(
                Der.tagged(0, Der.integer(BigInteger.TWO)),
                Der.integer(serial),
                SHA256_WITH_RSA,
                name,
                Der.sequence(Der.generalizedTime(LONG_AGO), Der.generalizedTime(NO_END)),
                name,
                keys.getPublic().getEncoded());
        var signature = Signatures.RSA_SHA256.sign(keys.getPrivate(), Octets.of(toSign));
        byte[] certificate = Der.sequence(toSign, SHA256_WITH_RSA, Der.bitString(signature.toBytes()));
        try {
            var factory = CertificateFactory.getInstance("X.509");
            return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(certificate));
        } catch (CertificateException impossible) {
            throw new IllegalStateException("a certificate of RFC 5280's form", impossible);
        }
    }
}
