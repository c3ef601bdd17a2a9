package wifisetup.platform.websocket;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocketHandshakeException;
import java.security.cert.CertificateException;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import wifisetup.loop.Timer;
import wifisetup.platform.ConnectionFailure;
import wifisetup.platform.ConnectorConfiguration;
import wifisetup.platform.Session;
import wifisetup.platform.SessionHost;
import wifisetup.platform.Stage;
import wifisetup.platform.Transport;
import wifisetup.platform.TransportException;

/// Opens sessions over WebSocket, by the JDK's client: it checks certificates and host names, and has no thread
/// for each
/// connection.
final class WebSocketTransport implements Transport {
    /// Unauthorized, Forbidden (RFC 9110 sections 15.5.2, 15.5.4).
    private static final Set<Integer> REFUSALS = Set.of(401, 403);

    private final ConnectorConfiguration configuration;
    private final URI address;
    private final Timer timer;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("platform-socket-", 0).factory());
    private final HttpClient client;

    WebSocketTransport(ConnectorConfiguration configuration, SSLContext tls, Timer timer) {
        this.configuration = configuration;
        this.address = URI.create((configuration.encrypted() ? "wss" : "ws") + "://" + authority(configuration) + "/");
        this.timer = timer;
        this.client = HttpClient.newBuilder()
                .executor(threads)
                .sslContext(tls)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /// Whether that status says that the platform does not accept who we are.
    static boolean isRefusal(int status) {
        return REFUSALS.contains(status);
    }

    @Override
    public Session open(SessionHost host) throws TransportException, InterruptedException {
        var session = new WebSocketSession(configuration, timer, host);
        boolean open = false;
        try {
            host.reached(Stage.CONNECTING);
            connect(session.wire());
            session.open();
            open = true;
            return session;
        } finally {
            if (!open) {
                session.abandon();
            }
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        threads.shutdownNow();
    }

    private void connect(Wire wire) throws TransportException, InterruptedException {
        var connecting = client.newWebSocketBuilder().buildAsync(address, wire);
        var limit = timer.after(
                configuration.limits().handshake(),
                () -> connecting.completeExceptionally(
                        new TransportException(new ConnectionFailure.TimedOut(Stage.CONNECTING), null)));
        try {
            connecting.get();
        } catch (ExecutionException refused) {
            throw failure(refused.getCause());
        } finally {
            limit.cancel();
            connecting.cancel(true);
        }
    }

    private static TransportException failure(@Nullable Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case TransportException known -> {
                    return known;
                }
                case WebSocketHandshakeException refused -> {
                    int status = refused.getResponse().statusCode();
                    var detail = "HTTP status " + status + " instead of a WebSocket";
                    return new TransportException(
                            isRefusal(status)
                                    ? new ConnectionFailure.WrongCredentials(detail)
                                    : new ConnectionFailure.NotUnderstood(detail),
                            refused);
                }
                case SSLException untrusted -> {
                    return new TransportException(new ConnectionFailure.NotTrusted(detail(untrusted)), untrusted);
                }
                case CertificateException untrusted -> {
                    return new TransportException(new ConnectionFailure.NotTrusted(detail(untrusted)), untrusted);
                }
                default -> {
                    // The cause may tell.
                }
            }
        }
        var shown = thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        return new TransportException(
                new ConnectionFailure.Unreachable(shown == null ? "nobody answers" : detail(shown)), thrown);
    }

    private static String detail(Throwable thrown) {
        String message = thrown.getMessage();
        return thrown.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }

    private static String authority(ConnectorConfiguration configuration) {
        String host = configuration.host();
        return (host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host) + ":" + configuration.port();
    }
}
