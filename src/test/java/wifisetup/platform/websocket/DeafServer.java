package wifisetup.platform.websocket;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/// A server that greets one client and then reads nothing until it is let. Half of TCP goes on: what the client
/// sends is taken by the system until its buffers are full.
final class DeafServer implements AutoCloseable {
    /// What every server adds to the client's key (RFC 6455 section 1.3).
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    /// A receive buffer so small that the client's writes soon wait.
    private static final int BUFFER = 4096;

    private final ServerSocket listening;
    private final CountDownLatch reading = new CountDownLatch(1);
    private final CompletableFuture<Void> broken = new CompletableFuture<>();

    /// @param tls what makes it a TLS server, if it is to be one
    DeafServer(Optional<SSLContext> tls) throws IOException {
        listening = tls.isPresent() ? tls.get().getServerSocketFactory().createServerSocket() : new ServerSocket();
        listening.setReceiveBufferSize(BUFFER);
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    /// Begins to serve.
    DeafServer up() {
        Thread.ofPlatform().daemon().name("deaf-server").start(this::serve);
        return this;
    }

    /// Lets in nobody without a certificate.
    DeafServer askingForCertificates() {
        if (listening instanceof SSLServerSocket secure) {
            secure.setNeedClientAuth(true);
        }
        return this;
    }

    int port() {
        return listening.getLocalPort();
    }

    /// Reads what has come, up to the end: the result is that there was one.
    CompletableFuture<Void> end() {
        reading.countDown();
        return broken;
    }

    @Override
    public void close() throws IOException {
        reading.countDown();
        listening.close();
    }

    private void serve() {
        try (var client = listening.accept()) {
            if (client instanceof SSLSocket secure) {
                secure.startHandshake();
            }
            shakeHands(client);
            greet(client);
            reading.await();
            readToTheEnd(client);
        } catch (IOException | GeneralSecurityException | InterruptedException failure) {
            broken.completeExceptionally(failure);
        }
    }

    private static void shakeHands(Socket client) throws IOException, GeneralSecurityException {
        var request = new ByteArrayOutputStream();
        while (!request.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            request.write(client.getInputStream().read());
        }
        String key = request.toString(StandardCharsets.US_ASCII)
                .lines()
                .filter(line -> line.startsWith("Sec-WebSocket-Key: "))
                .map(line -> line.substring("Sec-WebSocket-Key: ".length()))
                .findFirst()
                .orElseThrow();
        var accept = MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
        say(client, """
                HTTP/1.1 101 Switching Protocols\r
                Upgrade: websocket\r
                Connection: Upgrade\r
                Sec-WebSocket-Accept: %s\r
                \r
                """.formatted(Base64.getEncoder().encodeToString(accept)).getBytes(StandardCharsets.US_ASCII));
    }

    /// Knows of no devices, as the hash of none says (SHA-1 of nothing): there is nothing to synchronise.
    private static void greet(Socket client) throws IOException {
        var text = """
                {"status":200,"token":"credentials","payload":{"gid":"g","hash":"%s"}}
                """.formatted("da39a3ee5e6b4b0d3255bfef95601890afd80709")
                .strip()
                .getBytes(StandardCharsets.UTF_8);
        var frame = new ByteArrayOutputStream();
        // A whole text, without a mask and of less than 126 bytes (RFC 6455 section 5.2).
        frame.write(0x81);
        frame.write(text.length);
        frame.writeBytes(text);
        say(client, frame.toByteArray());
    }

    private static void say(Socket client, byte[] bytes) throws IOException {
        client.getOutputStream().write(bytes);
        client.getOutputStream().flush();
    }

    private void readToTheEnd(Socket client) {
        try {
            var _ = client.getInputStream().transferTo(OutputStream.nullOutputStream());
            broken.complete(null);
        } catch (IOException reset) {
            broken.complete(null);
        }
    }
}
