package wifisetup.flux;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Signatures, and the name of a key, next to what OpenSSL 3 makes of the same bytes.
class SignatureVectorsTest {
    private static final UUID DEVICE = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");

    private static final String PRIVATE =
            "MIICeAIBADANBgkqhkiG9w0BAQEFAASCAmIwggJeAgEAAoGBAL4K2dplHYEdOvprIEuXS11KINl7sYlT3Ivn534l2qaqg+qn"
                    + "TQOLuL58MurnxqBmgsMdlZTCrsG4PMaHdgzvz9ATac5vQUXsjbYz0OnUJTAsIVv4dle/ocya3qfHt2IMvv4nWk6V1xmAWVIp"
                    + "eF0RMRu20C+oZTGp1Bbg0hX/tac/AgMBAAECgYBwhFgruAZZ9YZ/0YFTgAY8+7CrU1Lv7dj8dJdY1uy4FOj5u4gbe1QsY7h5"
                    + "4DR3r3noL9HqO8HgLEa/fGBmlG3Cy0UbA+3+X0H6biTv93MjVcSKKCrntVH1AhPxCAgo8ARGuAuuTlejO8rz/p1mlIrkkpqT"
                    + "QtfGYiZno+LuLhbKIQJBAPjY0mb2JmU3Zbd9uXPBKG43caBKtyLk2SzOPvowQNq1c9wv3cJmQVkOLLBMN9ddqEZ1oMZNcC3I"
                    + "J1JBmXj8TdcCQQDDgU6FnWFJBvKFl5eWOEhx8ycNBEsXu5ORDS60XrTV2P1/rhY9otf/uExm6g5VJL060DG3OlvUSngcr6PN"
                    + "ODTZAkEA8yHlcPPPT9VwbHdKWu6+sfE584MMq+ssxbo9jfTXaNkg+mFKKkX+UySmRRoy9Rls8Gq9SwMeN5z3zkaJzMu2wQJB"
                    + "AKl4q4JzfGN7XDulvsd/Hn14k39bG2UFOtPgI35DImrFYGmPlMP1J1wKfGAxwB7abBZRZuc39WY+74OeVVWNxXECQQDbiNfu"
                    + "aq9zEwFvBMMD0LnQYPb+PIWNZKNNMb9FeUTuT/93FrOkB5heH3wServC6yAUh1G1yP/iGgjctAekYulF";

    /// X.509 SubjectPublicKeyInfo.
    private static final String PUBLIC =
            "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQC+CtnaZR2BHTr6ayBLl0tdSiDZe7GJU9yL5+d+JdqmqoPqp00Di7i+fDLq"
                    + "58agZoLDHZWUwq7BuDzGh3YM78/QE2nOb0FF7I22M9Dp1CUwLCFb+HZXv6HMmt6nx7diDL7+J1pOldcZgFlSKXhdETEbttAv"
                    + "qGUxqdQW4NIV/7WnPwIDAQAB";

    /// PKCS#1.
    private static final String PKCS1 =
            "MIGJAoGBAL4K2dplHYEdOvprIEuXS11KINl7sYlT3Ivn534l2qaqg+qnTQOLuL58MurnxqBmgsMdlZTCrsG4PMaHdgzvz9AT"
                    + "ac5vQUXsjbYz0OnUJTAsIVv4dle/ocya3qfHt2IMvv4nWk6V1xmAWVIpeF0RMRu20C+oZTGp1Bbg0hX/tac/AgMBAAE=";

    private static final String VENDOR =
            "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE6s/Xp7b99J+G6MQuwHeJDg79gf5LLNGTdph53Bha9aBIqWH8m0whvEFvnL29"
                    + "um1uV7SxykS+/jxX1XyR37zeXg==";

    /// The bytes 0 to 63.
    private final Octets challenge = challenge();

    private final RSAPublicKey key = KeyEncoding.read(base64(PUBLIC)).orElseThrow();

    @Test
    void theReferenceProofIsTheOneOfOpenssl() throws Exception {
        var proof = new Proof.Reference(DEVICE, challenge);
        var expected =
                "8f6efd5481b270e6fefe653169e1d2628e8d88df1ced464fda51d43a6b79e16ab516f325a7fe723b6d9c07a56a7917a9"
                        + "10439cc55619b65206b3436921bd07f1440918be55dbcadcc8cbb4005cebf1e7520a37262e6259cee63558a18affa285"
                        + "ecc1df2c19c749a37672c1116aeb6679c2b07f3f4451d42b644967293e67b3e5";

        assertThat(proof.sign(privateKey())).isEqualTo(expected);
        assertThat(proof.isGivenBy(key, expected)).isTrue();
    }

    @Test
    void theBoundProofIsTheOneOfOpenssl() throws Exception {
        var proof = new Proof.Bound(DEVICE, challenge, key);
        var expected =
                "25b8670e357ba85058220c0e1d51d7973249e3620b23e5f6b0e550a362125eee4b7dd57da1a370db843e5d8d2b8133c9"
                        + "9472be24089a2d95e001b9546645a42617d6e2d565d53e87b571e791b497575cd1f2f4c36cd9ef4d57d3b21d25e6e9ca"
                        + "55e8c44e6759a44ae735aef25e7e6ce96de92029c82ac02d9c78ca52abdb8624";

        assertThat(proof.sign(privateKey())).isEqualTo(expected);
        assertThat(proof.isGivenBy(key, expected)).isTrue();
    }

    @Test
    void aProofOfAnotherSessionDeviceOrKindIsNone() throws Exception {
        var proof = new Proof.Reference(DEVICE, challenge).sign(privateKey());

        assertThat(new Proof.Reference(DEVICE, Octets.of(new byte[64])).isGivenBy(key, proof))
                .isFalse();
        assertThat(new Proof.Reference(UUID.randomUUID(), challenge).isGivenBy(key, proof))
                .isFalse();
        assertThat(new Proof.Bound(DEVICE, challenge, key).isGivenBy(key, proof))
                .isFalse();
        assertThat(new Proof.Reference(DEVICE, challenge).isGivenBy(key, "no hexadecimal"))
                .isFalse();
        assertThat(new Proof.Reference(DEVICE, challenge).isGivenBy(key, "")).isFalse();
    }

    @Test
    void theVendorsSignatureOfOpensslIsAccepted() throws Exception {
        var vendors = new AcceptedVendors(List.of(vendor()), false);
        var signature = hex("304502207d20c427a4c2dfd0a1096f8ac249845074df99dc554cd731ed3303744606d1e4022100cb"
                + "1c211756824f131bfedaaffb60df3792d3f087cc3ab140f8226d11c2a2bc8b");

        assertThat(vendors.accept(new Identity("ABCDEFGHIJ", DEVICE, Octets.ofText("KEY")), signature))
                .isTrue();
        assertThat(vendors.accept(new Identity("ABCDEFGHIK", DEVICE, Octets.ofText("KEY")), signature))
                .isFalse();
        assertThat(vendors.accept(new Identity("ABCDEFGHIJ", DEVICE, Octets.ofText("KEZ")), signature))
                .isFalse();
        assertThat(AcceptedVendors.nobody().accept(new Identity("ABCDEFGHIJ", DEVICE, Octets.ofText("KEY")), signature))
                .isFalse();
    }

    @Test
    void sha1WillDoForTheNamedSerialsAlone() throws Exception {
        var vendors = new AcceptedVendors(List.of(vendor()), false);

        assertThat(vendors.accept(
                        new Identity("FD1A000001", DEVICE, Octets.ofText("KEY")),
                        hex("304602210090fc4c067301fb6304ff6867df044f10a1d006e92903f745fa85646de2b2fdbf022100"
                                + "960dbeb5f0f33d4cf3fce0761b678b04c5ca9366676a6779d430af416c291294")))
                .isTrue();
        assertThat(vendors.accept(
                        new Identity("ABCD000001", DEVICE, Octets.ofText("KEY")),
                        hex("3045022100f6f65f892cfbffac18c629c80b6928db1180aac725edce9c4ca833cd4080e443022057"
                                + "ba7805e7914dd42be7847800ed1c445c9024044375d2c63b879c66aa2c9b72")))
                .isFalse();
    }

    @Test
    void devicesUnderDevelopmentAreAcceptedOnlyIfConfigured() {
        var identity = new Identity(
                "XXXXXXXXXX", UUID.fromString("ffffffff-ffff-ffff-0000-000000000001"), Octets.ofText("KEY"));

        assertThat(AcceptedVendors.nobody().accept(identity, Octets.NONE)).isFalse();
        assertThat(new AcceptedVendors(List.of(), true).accept(identity, Octets.NONE))
                .isTrue();
        assertThat(new AcceptedVendors(List.of(), true)
                        .accept(new Identity("XXXXXXXXXX", DEVICE, Octets.ofText("KEY")), Octets.NONE))
                .isFalse();
    }

    @Test
    void theAccessIdIsTheSha1OfTheKeysDer() {
        assertThat(AccessId.of(key).hex()).isEqualTo("178c0de5ebf0e5ae1d1801c6b2f1df13093d5c9d");
    }

    @Test
    void aKeyIsReadInEachOfItsEncodings() {
        var pem = "-----BEGIN PUBLIC KEY-----\n" + PUBLIC + "\n-----END PUBLIC KEY-----";
        var pemOfOld = "-----BEGIN RSA PUBLIC KEY-----\r\n" + PKCS1 + "\r\n-----END RSA PUBLIC KEY-----\r\n";

        assertThat(KeyEncoding.read(base64(PKCS1))).contains(key);
        assertThat(KeyEncoding.read(Octets.ofText(pem))).contains(key);
        assertThat(KeyEncoding.read(Octets.ofText(pemOfOld))).contains(key);
        assertThat(KeyEncoding.read(Octets.ofText(KeyEncoding.pem(key)))).contains(key);
        assertThat(KeyEncoding.read(Octets.ofText("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----")))
                .isEmpty();
        assertThat(KeyEncoding.read(Octets.NONE)).isEmpty();
        assertThat(KeyEncoding.read(base64(VENDOR))).isEmpty();
    }

    @Test
    void theSelfSignedCertificateHasTheKeyAndItsSignature() throws Exception {
        var certificate = SelfSigned.certificate(new java.security.KeyPair(key, privateKey()), DEVICE);

        certificate.verify(key);
        certificate.checkValidity();
        assertThat(certificate.getPublicKey()).isEqualTo(key);
        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=" + DEVICE);
    }

    private static PrivateKey privateKey() throws Exception {
        return KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(base64(PRIVATE).toBytes()));
    }

    private static ECPublicKey vendor() throws Exception {
        return (ECPublicKey) KeyFactory.getInstance("EC")
                .generatePublic(new X509EncodedKeySpec(base64(VENDOR).toBytes()));
    }

    private static Octets challenge() {
        byte[] bytes = new byte[Proof.CHALLENGE_BYTES];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        return Octets.of(bytes);
    }

    private static Octets hex(String text) {
        return Octets.of(HexFormat.of().parseHex(text));
    }

    private static Octets base64(String text) {
        return Octets.of(Base64.getDecoder().decode(text));
    }
}
