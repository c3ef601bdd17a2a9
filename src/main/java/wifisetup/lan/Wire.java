package wifisetup.lan;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import wifisetup.flux.Answer;
import wifisetup.flux.BadMessageException;
import wifisetup.flux.Direction;
import wifisetup.flux.MessageReader;
import wifisetup.flux.MessageWriter;
import wifisetup.flux.Octets;
import wifisetup.flux.Proof;

/// The connection of a session: greeting, TLS, messages. One thread at a time; [#close] any.
final class Wire implements AutoCloseable {
    /// TCP asks again after 1 and 3 seconds (RFC 6298): who is there has answered by then.
    private static final Duration CONNECT = Duration.ofSeconds(5);

    /// A device greets as soon as it is connected to; TCP sends what was lost again after 1 second (RFC 6298).
    private static final Duration GREETING = Duration.ofSeconds(2);

    /// A small board signs with 3,072 bits within a second; who takes far longer shall not keep us from others.
    private static final Duration HANDSHAKE = Duration.ofSeconds(10);

    private final Duration timeout;
    private final Socket plain = new Socket();
    private @Nullable SSLSocket tls;
    private @Nullable MessageReader reader;
    private @Nullable MessageWriter writer;
    private volatile boolean closed;

    Wire(Duration timeout) {
        this.timeout = timeout;
    }

    /// What a step of a session does.
    interface Step<T> {
        T take() throws IOException, DeviceException;
    }

    /// Connects to `device`, and makes sure that it is this one.
    void connect(Device device, boolean oldTls) throws DeviceException {
        within(atMost(CONNECT), "no connection", () -> {
            plain.connect(device.endpoint());
            plain.setTcpNoDelay(true);
            return true;
        });
        within(atMost(GREETING), "no greeting", () -> {
            Handshake.hearGreeting(plain);
            return true;
        });
        within(atMost(HANDSHAKE), "no handshake", () -> {
            var socket = Handshake.begin(plain, device, oldTls);
            tls = socket;
            reader = new MessageReader(socket.getInputStream(), Direction.TO_CLIENT);
            writer = new MessageWriter(socket.getOutputStream(), Direction.TO_DEVICE);
            return true;
        });
    }

    private Duration atMost(Duration longest) {
        return timeout.compareTo(longest) < 0 ? timeout : longest;
    }

    /// How long an answer may take, unless said otherwise.
    Duration timeout() {
        return timeout;
    }

    /// Whether both sides know more than the reference protocol.
    boolean isStrong() {
        return Handshake.isStrong(socket());
    }

    /// The device's random bytes.
    Octets challenge() throws DeviceException {
        return within(timeout, "no challenge", () -> {
            var bytes = socket().getInputStream().readNBytes(Proof.CHALLENGE_BYTES);
            if (bytes.length < Proof.CHALLENGE_BYTES) {
                throw new DeviceException.ConnectionBroken("the device ended the session before its challenge");
            }
            return Octets.of(bytes);
        });
    }

    /// The key of the device's certificate.
    RSAPublicKey deviceKey() throws DeviceException {
        return within(timeout, "no certificate", () -> Handshake.key(socket()));
    }

    void send(String text) throws DeviceException {
        within(timeout, "the device took nothing", () -> {
            if (writer == null) {
                throw new IllegalStateException("not connected");
            }
            writer.write(text);
            return true;
        });
    }

    Answer answer() throws DeviceException {
        return answer(timeout);
    }

    /// The next answer, which may take `longest`.
    Answer answer(Duration longest) throws DeviceException {
        return within(longest, "no answer", () -> {
            if (reader == null) {
                throw new IllegalStateException("not connected");
            }
            Optional<String> text = reader.read();
            if (text.isEmpty()) {
                throw new DeviceException.ConnectionBroken("the device ended the session");
            }
            return Answer.read(text.get())
                    .orElseThrow(() -> new DeviceException.BadProtocol("expected an answer, found something else"));
        });
    }

    private SSLSocket socket() {
        if (tls == null) {
            throw new IllegalStateException("not connected");
        }
        return tls;
    }

    /// A time-out of the socket counts each piece anew, so it ends no device that sends a byte now and then:
    /// this does.
    private <T> T within(Duration longest, String what, Step<T> step) throws DeviceException {
        var late = new AtomicBoolean();
        var limit = new CompletableFuture<Void>();
        var _ = limit.orTimeout(longest.toMillis(), TimeUnit.MILLISECONDS).exceptionally(_ -> {
            late.set(true);
            close();
            return null;
        });
        try {
            return step.take();
        } catch (IOException failed) {
            close();
            throw late.get()
                    ? new DeviceException.TimedOut(what + " within " + longest.toMillis() + " ms", failed)
                    : broken(failed);
        } catch (DeviceException.BadProtocol | DeviceException.NotSupported | DeviceException.ConnectionBroken broken) {
            close();
            throw late.get()
                    ? new DeviceException.TimedOut(what + " within " + longest.toMillis() + " ms", broken)
                    : broken;
        } finally {
            limit.complete(null);
        }
    }

    private static DeviceException broken(IOException failed) {
        return switch (failed) {
            case BadMessageException bad -> new DeviceException.BadProtocol(String.valueOf(bad.getMessage()), bad);
            case SSLException tls
            when isOfAnotherKey(tls) ->
                new DeviceException.BadProtocol(
                        "the device's certificate has another key than the one it named in discovery", tls);
            case SSLException tls
            when tls.getCause() instanceof EOFException ->
                new DeviceException.ConnectionBroken("the device ended the session within the handshake", tls);
            case SSLException tls -> new DeviceException.BadProtocol("TLS could not be agreed on", tls);
            default -> new DeviceException.ConnectionBroken("the connection broke", failed);
        };
    }

    private static boolean isOfAnotherKey(Throwable failed) {
        for (var cause = failed.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException) {
                return true;
            }
        }
        return false;
    }

    boolean isOpen() {
        return !closed;
    }

    /// Ends the connection at once: closing TLS first could wait for a device that does not read.
    @Override
    public void close() {
        closed = true;
        try {
            plain.close();
        } catch (IOException _) {
            // It is closed as far as we are concerned.
        }
    }
}
