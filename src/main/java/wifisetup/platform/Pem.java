package wifisetup.platform;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;

/// Reads certificates and keys in PEM (RFC 7468). What it complains about never quotes a key.
final class Pem {
    private static final List<String> KEY_KINDS = List.of("EC", "RSA", "EdDSA");
    private static final String KEY_BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String KEY_END = "-----END PRIVATE KEY-----";

    private Pem() {}

    static TrustManagerFactory trust(Path file) throws ConfigurationException {
        try {
            var store = emptyStore();
            int number = 0;
            for (Certificate certificate : certificates(file)) {
                store.setCertificateEntry("authority-" + number++, certificate);
            }
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            return trust;
        } catch (IOException | GeneralSecurityException unfit) {
            throw unusable("ca", file, unfit);
        }
    }

    static KeyManagerFactory identity(Path certificate, Path privateKey) throws ConfigurationException {
        var password = new char[0];
        try {
            var store = emptyStore();
            store.setKeyEntry(
                    "identity",
                    key(privateKey),
                    password,
                    certificates(certificate).toArray(Certificate[]::new));
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password);
            return keys;
        } catch (IOException | GeneralSecurityException unfit) {
            throw unusable("certificate, private_key", certificate, unfit);
        }
    }

    private static ConfigurationException unusable(String key, Path file, Exception why) {
        return new ConfigurationException(
                key + ": expected " + file + " to be readable PEM, found " + why.getMessage(), why);
    }

    private static KeyStore emptyStore() throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static Collection<? extends Certificate> certificates(Path file)
            throws IOException, GeneralSecurityException {
        var found = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)));
        if (found.isEmpty()) {
            throw new GeneralSecurityException("no certificate in " + file);
        }
        return found;
    }

    /// PKCS #8 (RFC 5958) says by itself which kind of key it holds; the JDK wants to be told.
    private static PrivateKey key(Path file) throws IOException, GeneralSecurityException {
        String text = Files.readString(file);
        int begin = text.indexOf(KEY_BEGIN);
        int end = text.indexOf(KEY_END);
        if (begin < 0 || end < begin) {
            throw new GeneralSecurityException("no PKCS #8 key in " + file + " (\"" + KEY_BEGIN + "\")");
        }
        var spec = new PKCS8EncodedKeySpec(
                Base64.getMimeDecoder().decode(text.substring(begin + KEY_BEGIN.length(), end)));
        for (String kind : KEY_KINDS) {
            try {
                return KeyFactory.getInstance(kind).generatePrivate(spec);
            } catch (InvalidKeySpecException _) {
                // Another kind.
            }
        }
        throw new GeneralSecurityException("the key in " + file + " is none of " + KEY_KINDS);
    }
}
