package wifisetup.lan;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import wifisetup.device.Samples;
import wifisetup.flux.Direction;
import wifisetup.flux.KeyEncoding;
import wifisetup.flux.MessageReader;
import wifisetup.flux.MessageWriter;
import wifisetup.flux.Octets;
import wifisetup.flux.Proof;
import wifisetup.flux.SelfSigned;

/// A strict device of the reference's kind, for one session: it knows neither ALPN nor SHA-256, and follows a
/// script.
final class ReferenceDevice implements AutoCloseable {
    static final UUID UUID_OF_IT = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");

    static final KeyPair KEY = Samples.rsa();

    private final ServerSocket server;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    /// What the device does in a session.
    interface Script {
        void play(Stage stage) throws IOException;
    }

    /// What a script has at hand.
    record Stage(Socket plain, SSLSocket tls, MessageReader in, MessageWriter out) {
        String next() throws IOException {
            return in.read().orElseThrow(() -> new IOException("the client ended the session"));
        }

        void say(String text) throws IOException {
            out.write(text);
        }
    }

    private ReferenceDevice(ServerSocket server) {
        this.server = server;
    }

    /// A device that says that greeting, and nothing else.
    static ReferenceDevice greeting(String text) throws IOException {
        return serving(socket -> {
            socket.getOutputStream().write(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        });
    }

    /// A device that says no more than that, and ends the connection.
    static ReferenceDevice leavingAfter(String text) throws IOException {
        return serving(
                socket -> socket.getOutputStream().write(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
    }

    /// A device that plays `script` once TLS stands and the challenge of zeros is sent.
    static ReferenceDevice playing(Script script) throws IOException {
        return serving(socket -> {
            socket.getOutputStream().write("FLUX0003".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            var tls = (SSLSocket) context().getSocketFactory().createSocket(socket, null, true);
            tls.setUseClientMode(false);
            tls.setEnabledProtocols(new String[] {"TLSv1.2"});
            tls.startHandshake();
            tls.getOutputStream().write(new byte[Proof.CHALLENGE_BYTES]);
            script.play(new Stage(
                    socket,
                    tls,
                    new MessageReader(tls.getInputStream(), Direction.TO_DEVICE),
                    new MessageWriter(tls.getOutputStream(), Direction.TO_CLIENT)));
            socket.close();
        });
    }

    /// A device that trusts the client's key, and checks that it has it.
    static ReferenceDevice trusting(Script then) throws IOException {
        return playing(stage -> {
            var key = KeyEncoding.read(Octets.ofText(stage.next())).orElseThrow();
            stage.say("sign");
            var proof = new Proof.Reference(UUID_OF_IT, Octets.of(new byte[Proof.CHALLENGE_BYTES]));
            stage.say(proof.isGivenBy(key, stage.next()) ? "ok" : "error AUTH_ERROR");
            then.play(stage);
        });
    }

    private interface Serving {
        void serve(Socket socket) throws IOException;
    }

    private static ReferenceDevice serving(Serving serving) throws IOException {
        var device = new ReferenceDevice(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().start(() -> {
            try (var socket = device.server.accept()) {
                serving.serve(socket);
                device.ended.complete(null);
            } catch (IOException | RuntimeException | AssertionError failed) {
                device.ended.completeExceptionally(failed);
            }
        });
        return device;
    }

    /// Done when the script has been played to its end; failed if it broke.
    CompletableFuture<Void> ended() {
        return ended;
    }

    /// Its port, at 127.0.0.1.
    int port() {
        return server.getLocalPort();
    }

    /// The device, as discovery would have found it.
    Device device(String version) {
        return new Device(
                UUID_OF_IT,
                "Printer",
                "FD1A000001",
                "delta-1",
                version,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort()),
                true,
                List.of((RSAPublicKey) KEY.getPublic()),
                Map.of(),
                Optional.empty());
    }

    private static SSLContext context() {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, new char[0]);
            var chain = new Certificate[] {SelfSigned.certificate(KEY, UUID_OF_IT)};
            store.setKeyEntry("device", KEY.getPrivate(), new char[0], chain);
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, new char[0]);
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (java.security.GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
