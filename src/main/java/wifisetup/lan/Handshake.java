package wifisetup.lan;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.interfaces.RSAPublicKey;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import wifisetup.flux.Greeting;
import wifisetup.flux.Octets;
import wifisetup.flux.StrongPath;

/// How a connection begins: the greeting in clear, then TLS with the one device that discovery named.
final class Handshake {
    /// NIST SP 800-57, part 1: enough until 2030. The reference protocol's keys may be smaller.
    private static final int SMALLEST_BITS = 2048;

    private Handshake() {}

    /// Hears the greeting on a connection that stands.
    static void hearGreeting(Socket plain) throws IOException, DeviceException {
        var greeting = Octets.of(plain.getInputStream().readNBytes(Greeting.TLS.length()));
        if (greeting.length() < Greeting.TLS.length()) {
            throw new DeviceException.ConnectionBroken("the device ended the session before its greeting");
        }
        if (!greeting.equals(Greeting.TLS)) {
            throw new DeviceException.NotSupported("expected the greeting FLUX0003, found another one");
        }
    }

    /// Begins TLS after the greeting.
    static SSLSocket begin(Socket plain, Device device, boolean oldTls) throws IOException, DeviceException {
        var socket = (SSLSocket) context(device)
                .getSocketFactory()
                .createSocket(
                        plain,
                        device.address().getHostAddress(),
                        device.endpoint().getPort(),
                        true);
        socket.setEnabledProtocols(
                oldTls ? new String[] {"TLSv1.3", "TLSv1.2", "TLSv1.1", "TLSv1"} : new String[] {"TLSv1.3", "TLSv1.2"});
        var parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {StrongPath.PROTOCOL});
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        if (isStrong(socket)) {
            check(socket);
        }
        return socket;
    }

    private static void check(SSLSocket socket) throws IOException, DeviceException {
        if (!socket.getSession().getProtocol().equals("TLSv1.3")) {
            throw new DeviceException.BadProtocol("expected TLS 1.3 on the strong path");
        }
        if (key(socket).getModulus().bitLength() < SMALLEST_BITS) {
            throw new DeviceException.BadProtocol(
                    "expected a key of at least " + SMALLEST_BITS + " bits on the strong path");
        }
    }

    /// Whether both sides know more than the reference protocol.
    static boolean isStrong(SSLSocket socket) {
        return StrongPath.PROTOCOL.equals(socket.getApplicationProtocol());
    }

    /// The key of the device's certificate.
    static RSAPublicKey key(SSLSocket socket) throws IOException, DeviceException {
        if (socket.getSession().getPeerCertificates()[0].getPublicKey() instanceof RSAPublicKey key) {
            return key;
        }
        throw new DeviceException.BadProtocol("expected an RSA key in the device's certificate");
    }

    private static SSLContext context(Device device) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Pinned(device.keys())}, null);
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("TLS is part of each JDK", impossible);
        }
    }
}
