package wifisetup.device.flux;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import wifisetup.flux.SelfSigned;
import wifisetup.flux.StrongPath;

/// The device's side of TLS: its own key, in a certificate that it signs itself. Any thread.
final class TlsServer {
    /// What the JDK still knows of below is not spoken (RFC 8996).
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private static final char[] NO_PASSWORD = {};

    private final SSLContext context;

    /// TLS by that key.
    TlsServer(DeviceKey key, UUID device) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, NO_PASSWORD);
            var chain = new Certificate[] {SelfSigned.certificate(key.pair(), device)};
            store.setKeyEntry("device", key.pair().getPrivate(), NO_PASSWORD, chain);
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, NO_PASSWORD);
            context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException("a store in memory of an RSA key", impossible);
        }
    }

    /// Begins TLS inside `raw`, and blocks until both sides agree. Closing `raw` ends it.
    ///
    /// @param input what comes of it
    /// @throws IOException if they do not
    SSLSocket accept(Socket raw, InputStream input) throws IOException {
        var socket = (SSLSocket) context.getSocketFactory().createSocket(raw, input, true);
        socket.setUseClientMode(false);
        socket.setEnabledProtocols(PROTOCOLS);
        // Whoever does not offer ours is served as the reference protocol is.
        socket.setHandshakeApplicationProtocolSelector(
                (_, offered) -> offered.contains(StrongPath.PROTOCOL) ? StrongPath.PROTOCOL : "");
        socket.startHandshake();
        return socket;
    }

    /// Whether both sides speak the stronger protocol.
    ///
    /// @throws IOException if they agreed on it, but on an older TLS than it needs
    static boolean isStrong(SSLSocket socket) throws IOException {
        boolean strong = StrongPath.PROTOCOL.equals(socket.getApplicationProtocol());
        if (strong && !socket.getSession().getProtocol().equals(PROTOCOLS[0])) {
            throw new IOException("expected " + PROTOCOLS[0] + ", found "
                    + socket.getSession().getProtocol());
        }
        return strong;
    }
}
