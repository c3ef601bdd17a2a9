package wifisetup.platform.websocket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ServerHandshake;
import org.java_websocket.protocols.Protocol;
import wifisetup.loop.Timer;
import wifisetup.platform.ConnectionFailure;
import wifisetup.platform.Limits;
import wifisetup.platform.TransportException;

/// One WebSocket connection: whole texts in order in both directions, and the news of its end, once. Any thread;
/// what comes is told on the library's reading thread.
///
/// A text of more than 1 MiB ends it, because the library reads a frame as a whole or not at all (close code
/// 1009, RFC 6455 section 7.4.1); so does another side that does not read what we say.
final class Wire extends WebSocketClient {
    private static final System.Logger LOG = System.getLogger(Wire.class.getName());

    /// The largest text that is taken: 1 MiB. Commands are a thousand times smaller.
    private static final int MOST_BYTES = 1 << 20;

    /// What may wait for the other side to read, in bytes: 4 MiB. The 10,000 requests that a client may have
    /// under way find room in it if they are of 400 bytes each, several times what an event has.
    private static final int MOST_UNSENT = 4 << 20;

    /// Bytes of UTF-8 for a `char`, at most.
    private static final long BYTES_PER_CHAR = 3;

    private static final int LEAVE_MILLIS = 400;

    private final Consumer<String> texts;
    private final Consumer<ConnectionFailure> ends;
    private final Liveness liveness;
    private final AtomicBoolean over = new AtomicBoolean();
    private final CompletableFuture<Void> opened = new CompletableFuture<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    /// The bytes that wait to be sent, estimated from above.
    private final AtomicLong unsent = new AtomicLong();

    /// @param tls whom to trust and what to present, if the address is a `wss` one
    /// @param texts is told each text
    /// @param ends is told once why the connection is over, unless we have ended it
    Wire(
            URI address,
            Optional<SSLContext> tls,
            Timer timer,
            Limits limits,
            Consumer<String> texts,
            Consumer<ConnectionFailure> ends) {
        super(
                address,
                new Draft_6455(List.of(), List.of(new Protocol("")), MOST_BYTES),
                null,
                Math.toIntExact(limits.handshake().toMillis()));
        this.texts = texts;
        this.ends = ends;
        this.liveness =
                new Liveness(timer, limits, this::ask, () -> end(new ConnectionFailure.Lost("no answer to a ping")));
        // Host names are checked: that is the library's own default.
        tls.ifPresent(context -> setSocketFactory(context.getSocketFactory()));
        setDaemon(true);
        setTcpNoDelay(true);
        // We ask by ourselves, after a time that is configured.
        setConnectionLostTimeout(0);
    }

    /// Begins to connect. The result is a [TransportException] if that fails.
    CompletableFuture<Void> begin() {
        connect();
        return opened;
    }

    /// Sends `text` behind what was sent before; returns at once. What a broken connection does not take is
    /// lost with it. Where more than 4 MiB wait already the connection ends.
    void say(String text) {
        if (unsent.get() > MOST_UNSENT && countUnsent() > MOST_UNSENT) {
            end(new ConnectionFailure.Lost("the platform does not read what it is told"));
            return;
        }
        try {
            unsent.addAndGet(BYTES_PER_CHAR * text.length());
            send(text);
        } catch (WebsocketNotConnectedException gone) {
            LOG.log(Level.DEBUG, "a text came too late", gone);
        }
    }

    /// Takes leave, for less than half a second.
    void leave() {
        if (!over.compareAndSet(false, true)) {
            return;
        }
        liveness.end();
        close(CloseFrame.NORMAL);
        try {
            closed.get(LEAVE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException unanswered) {
            LOG.log(Level.DEBUG, "the platform did not take leave", unanswered);
        }
        drop();
    }

    /// Breaks the connection, for that reason. Returns at once: timers call it.
    void end(ConnectionFailure why) {
        if (over.compareAndSet(false, true)) {
            liveness.end();
            // Before the connection breaks, which would say less of why.
            opened.completeExceptionally(new TransportException(why, null));
            drop();
            ends.accept(why);
        }
    }

    /// Shakes hands here: later two threads of the library would do it, and the one that fails second would say
    /// why.
    @Override
    protected void onSetSSLParameters(SSLParameters parameters) {
        super.onSetSSLParameters(parameters);
        if (getSocket() instanceof SSLSocket socket) {
            socket.setSSLParameters(parameters);
            try {
                socket.startHandshake();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    @Override
    public void onOpen(ServerHandshake handshake) {
        liveness.heard();
        opened.complete(null);
    }

    @Override
    public void onMessage(String text) {
        liveness.heard();
        if (!over.get()) {
            texts.accept(text);
        }
    }

    @Override
    public void onMessage(ByteBuffer binary) {
        liveness.heard();
        LOG.log(Level.WARNING, "a binary frame is skipped: expected text");
    }

    @Override
    public void onWebsocketPing(WebSocket from, Framedata ping) {
        liveness.heard();
        super.onWebsocketPing(from, ping);
    }

    @Override
    public void onWebsocketPong(WebSocket from, Framedata pong) {
        liveness.heard();
    }

    @Override
    public void onError(Exception error) {
        // Before it is open there is nothing else to learn why; afterwards the end follows.
        opened.completeExceptionally(new TransportException(Failures.of(error), error));
    }

    @Override
    public void onClose(int code, String reason, boolean remote) {
        closed.complete(null);
        var why = Failures.ofEnd(code, reason);
        opened.completeExceptionally(new TransportException(why, null));
        end(why);
    }

    private void ask() {
        try {
            sendPing();
        } catch (WebsocketNotConnectedException gone) {
            LOG.log(Level.DEBUG, "a ping came too late", gone);
        }
    }

    /// What is said is counted as it comes, and what was sent is found out only when it matters.
    private long countUnsent() {
        long waiting = ((WebSocketImpl) getConnection())
                .outQueue.stream().mapToLong(ByteBuffer::remaining).sum();
        unsent.set(waiting);
        return waiting;
    }

    /// On a thread of its own: what breaks a connection may wait for the other side.
    private void drop() {
        Thread.ofVirtual().name("platform-drop").start(this::breakOff);
    }

    /// The socket too, which may be connecting still.
    private void breakOff() {
        closeConnection(CloseFrame.ABNORMAL_CLOSE, "");
        var socket = getSocket();
        if (socket == null) {
            return;
        }
        try (socket) {
            // Else TLS would take leave behind what is being written, and that waits for a reader.
            socket.setSoLinger(true, 0);
        } catch (IOException failure) {
            LOG.log(Level.DEBUG, "a socket did not close well", failure);
        }
    }
}
