package wifisetup.network.portal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/// A web server on loopback that answers its first request with the very bytes a test gives it, valid or not.
final class StubbornServer implements AutoCloseable {
    private final ServerSocket socket;
    private final CountDownLatch over = new CountDownLatch(1);
    private final CompletableFuture<String> request = new CompletableFuture<>();

    /// What is sent back.
    @FunctionalInterface
    interface Answer {
        void to(OutputStream client) throws IOException;
    }

    StubbornServer(Answer answer) throws IOException {
        socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> serve(answer));
    }

    /// A server that sends that text and then keeps silent, the connection open.
    static StubbornServer saying(String text) throws IOException {
        return new StubbornServer(client -> client.write(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    URI page() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/check/status.txt");
    }

    /// The first line that was asked.
    CompletableFuture<String> request() {
        return request;
    }

    private void serve(Answer answer) {
        try (Socket client = socket.accept()) {
            var reader = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
            request.complete(reader.readLine());
            answer.to(client.getOutputStream());
            client.getOutputStream().flush();
            over.await();
        } catch (IOException gone) {
            request.completeExceptionally(gone);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        over.countDown();
        socket.close();
    }
}
