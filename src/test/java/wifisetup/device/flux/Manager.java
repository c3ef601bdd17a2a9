package wifisetup.device.flux;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import wifisetup.device.Samples;
import wifisetup.flux.Direction;
import wifisetup.flux.KeyEncoding;
import wifisetup.flux.MessageReader;
import wifisetup.flux.MessageWriter;
import wifisetup.flux.Octets;
import wifisetup.flux.Proof;
import wifisetup.flux.StrongPath;

/// A client by hand, message by message.
final class Manager implements AutoCloseable {
    private static final int GREETING_BYTES = 8;

    final SSLSocket socket;
    final Octets challenge;
    private final KeyPair keys;
    private final boolean strong;
    private final MessageReader reader;
    private final MessageWriter writer;

    Manager(InetAddress address, int port, KeyPair keys, boolean strong) throws IOException {
        this(tls(new Socket(address, port), strong), keys, strong);
    }

    Manager(SSLSocket socket, KeyPair keys, boolean strong) throws IOException {
        this.keys = keys;
        this.strong = strong;
        this.socket = socket;
        socket.startHandshake();
        challenge = Octets.of(socket.getInputStream().readNBytes(Proof.CHALLENGE_BYTES));
        reader = new MessageReader(socket.getInputStream(), Direction.TO_CLIENT);
        writer = new MessageWriter(socket.getOutputStream(), Direction.TO_DEVICE);
    }

    /// TLS inside `raw`, behind the greeting; nothing has been agreed on.
    static SSLSocket tls(Socket raw, boolean strong) throws IOException {
        raw.setSoTimeout((int) LanTrial.GENEROUS.toMillis());
        String greeting = new String(raw.getInputStream().readNBytes(GREETING_BYTES), StandardCharsets.US_ASCII);
        if (!greeting.equals("FLUX0003")) {
            throw new IOException("expected FLUX0003, found " + greeting);
        }
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Trusting()}, null);
            var socket = (SSLSocket) context.getSocketFactory()
                    .createSocket(raw, raw.getInetAddress().getHostAddress(), raw.getPort(), true);
            if (strong) {
                var parameters = socket.getSSLParameters();
                parameters.setApplicationProtocols(new String[] {StrongPath.PROTOCOL});
                socket.setSSLParameters(parameters);
            }
            return socket;
        } catch (GeneralSecurityException impossible) {
            throw new IOException(impossible);
        }
    }

    /// Presents the key.
    ///
    /// @return what the device wants
    String present() throws IOException {
        say(KeyEncoding.pem((RSAPublicKey) keys.getPublic()));
        return hear();
    }

    /// Signs the challenge.
    String sign() throws IOException {
        return answer(signature());
    }

    /// What is to be sent to prove the key.
    String signature() throws IOException {
        return proof().sign(keys.getPrivate());
    }

    private Proof proof() throws IOException {
        var uuid = Samples.KITCHEN.uuid();
        return strong
                ? new Proof.Bound(uuid, challenge, (RSAPublicKey)
                        socket.getSession().getPeerCertificates()[0].getPublicKey())
                : new Proof.Reference(uuid, challenge);
    }

    /// Presents the key, which is trusted, and signs.
    Manager in() throws IOException {
        String wanted = present();
        if (!wanted.equals("sign") || !sign().equals("ok")) {
            throw new IOException("the device wants " + wanted);
        }
        return this;
    }

    /// Says that, and hears the first answer.
    String answer(String message) throws IOException {
        say(message);
        return hear();
    }

    /// Says that, and hears the rows until another answer.
    List<String> answers(String message) throws IOException {
        say(message);
        var all = new ArrayList<String>();
        do {
            all.add(hear());
        } while (all.getLast().startsWith("data "));
        return all;
    }

    void say(String message) throws IOException {
        writer.write(message);
    }

    /// The next message, or "(end)".
    String hear() throws IOException {
        return reader.read().orElse("(end)");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static final class Trusting implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
