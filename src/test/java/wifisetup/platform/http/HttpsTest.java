package wifisetup.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wifisetup.platform.Certificates;

class HttpsTest {
    @TempDir
    private static Path directory;

    private static Certificates certificates;
    private static HttpsServer server;

    private final AtomicInteger pauses = new AtomicInteger();

    @BeforeAll
    static void serve() throws Exception {
        certificates = Certificates.in(directory);
        server = start(InetAddress.getLoopbackAddress());
    }

    @AfterAll
    static void end() {
        server.stop(0);
    }

    @Test
    void aCertificateOfAnUnknownAuthorityIsRefusedAndNotTriedAgain() {
        try (var http = new Http(HttpClient.newBuilder(), (delay, action) -> {
            pauses.incrementAndGet();
            action.run();
            return () -> {};
        })) {
            assertThatExceptionOfType(HttpCallException.class)
                    .isThrownBy(() -> http.get(at("localhost"), Call.DEFAULT.retry(5, Duration.ZERO)))
                    .withMessageContaining("PKIX path building failed");
        }
        assertThat(pauses).hasValue(0);
    }

    @Test
    void theOwnAuthorityIsTrustedIfToldSo() throws Exception {
        try (var http = new Http(trusting())) {
            assertThat(http.get(at("localhost")).status()).isEqualTo(204);
        }
    }

    @Test
    void aCertificateOfAnotherHostIsRefused() throws Exception {
        var other = start(InetAddress.getByName("127.0.0.2"));
        try (var http = new Http(trusting())) {
            assertThatExceptionOfType(HttpCallException.class)
                    .isThrownBy(() ->
                            http.get("https://127.0.0.2:" + other.getAddress().getPort() + "/"))
                    .withMessageContaining("No subject alternative names");
        } finally {
            other.stop(0);
        }
    }

    @Test
    void everyCertificateIsTakenWhereNoneIsChecked() throws Exception {
        var other = start(InetAddress.getByName("127.0.0.2"));
        try (var http = Http.unchecked()) {
            assertThat(http.get(at("localhost")).status()).isEqualTo(204);
            assertThat(http.get("https://127.0.0.2:" + other.getAddress().getPort() + "/")
                            .status())
                    .isEqualTo(204);
        } finally {
            other.stop(0);
        }
    }

    private static HttpsServer start(InetAddress address) throws Exception {
        var started = HttpsServer.create(new InetSocketAddress(address, 0), 0);
        started.setHttpsConfigurator(new HttpsConfigurator(certificates.serverContext()));
        started.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        started.start();
        return started;
    }

    private static String at(String host) {
        return "https://" + host + ":" + server.getAddress().getPort() + "/";
    }

    private static SSLContext trusting() throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (var file = Files.newInputStream(certificates.authority())) {
            store.setCertificateEntry(
                    "a", CertificateFactory.getInstance("X.509").generateCertificate(file));
        }
        var trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
