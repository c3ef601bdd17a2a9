package wifisetup.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// An authority of the tests' own, with what it signed: a server on loopback and a client. Made with the JDK's
/// keytool.
public final class Certificates {
    /// The name in the client's certificate.
    public static final String CLIENT_NAME = "device-7";

    private static final String STORE_PASSWORD = "of-the-tests";

    private final Path directory;
    private final KeyStore store;

    private Certificates(Path directory, KeyStore store) {
        this.directory = directory;
        this.store = store;
    }

    /// Makes them, in `directory`.
    public static Certificates in(Path directory) throws IOException, GeneralSecurityException, InterruptedException {
        Path file = Files.createDirectories(directory).resolve("all.p12");
        make(file, "authority", "CN=Authority of the tests", List.of("-ext", "bc:critical=ca:true"));
        make(file, "server", "CN=localhost", List.of("-signer", "authority", "-ext", "san=dns:localhost,ip:127.0.0.1"));
        make(file, "client", "CN=" + CLIENT_NAME, List.of("-signer", "authority"));
        return new Certificates(directory, KeyStore.getInstance(file.toFile(), STORE_PASSWORD.toCharArray()));
    }

    /// The authority's certificate.
    public Path authority() throws IOException, GeneralSecurityException {
        return pem(
                "authority.pem",
                "CERTIFICATE",
                store.getCertificate("authority").getEncoded());
    }

    /// The server's certificate: `localhost` and 127.0.0.1.
    public Path server() throws IOException, GeneralSecurityException {
        return pem("server.pem", "CERTIFICATE", store.getCertificate("server").getEncoded());
    }

    /// Its key.
    public Path serverKey() throws IOException, GeneralSecurityException {
        return pem("server.key", "PRIVATE KEY", key("server").getEncoded());
    }

    /// The client's certificate: [#CLIENT_NAME].
    public Path client() throws IOException, GeneralSecurityException {
        return pem("client.pem", "CERTIFICATE", store.getCertificate("client").getEncoded());
    }

    /// Its key.
    public Path clientKey() throws IOException, GeneralSecurityException {
        return pem("client.key", "PRIVATE KEY", key("client").getEncoded());
    }

    /// What a client needs to be recognised by the server, and to recognise it.
    public TlsFiles files() throws IOException, GeneralSecurityException {
        return new TlsFiles(Optional.of(authority()), Optional.of(client()), Optional.of(clientKey()));
    }

    /// What a TLS server of the JDK needs to be that server, and to know whom its authority vouches for.
    public SSLContext serverContext() throws GeneralSecurityException, IOException {
        var own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        char[] password = STORE_PASSWORD.toCharArray();
        own.setKeyEntry("server", key("server"), password, store.getCertificateChain("server"));
        var keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(own, password);
        var authority = KeyStore.getInstance("PKCS12");
        authority.load(null, null);
        authority.setCertificateEntry("authority", store.getCertificate("authority"));
        var trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(authority);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private Key key(String alias) throws GeneralSecurityException {
        return store.getKey(alias, STORE_PASSWORD.toCharArray());
    }

    private Path pem(String name, String kind, byte[] der) throws IOException {
        String text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(der);
        return Files.writeString(
                directory.resolve(name), "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
    }

    private static void make(Path store, String alias, String name, List<String> more)
            throws IOException, InterruptedException {
        var line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-dname",
                name,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                STORE_PASSWORD));
        line.addAll(more);
        var process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("keytool: " + said);
        }
    }
}
