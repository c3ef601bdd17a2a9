package wifisetup.bus;

import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ServerHandshake;
import org.java_websocket.protocols.Protocol;
import org.jspecify.annotations.Nullable;

/// One connection to the bus, from its attempt to its end. Its callbacks come on threads of the library.
final class BusLink extends WebSocketClient {
    private static final int CONNECT_MILLIS = 5000;
    private static final int PING_SECONDS = 60;
    private static final int CLOSE_MILLIS = 1000;

    private final BusSettings settings;
    private final Events events;
    private final Echoes echoes = new Echoes();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private volatile @Nullable String failure;

    BusLink(BusSettings settings, Events events) {
        URI uri = settings.uri();
        super(
                uri,
                new Draft_6455(List.of(), List.of(new Protocol("")), settings.maximumFrameBytes()),
                null,
                CONNECT_MILLIS);
        this.settings = settings;
        this.events = events;
        setDaemon(true);
        setTcpNoDelay(true);
        setConnectionLostTimeout(PING_SECONDS);
    }

    /// Queues `text`; says whether it could. A bus that does not read is left.
    boolean offer(String text) {
        var waiting = ((WebSocketImpl) getConnection()).outQueue;
        if (waiting.size() >= settings.maximumQueuedFrames()
                || waiting.stream().mapToLong(ByteBuffer::remaining).sum() >= settings.maximumQueuedBytes()) {
            failure = "the bus reads too slowly";
            closeConnection(CloseFrame.TRY_AGAIN_LATER, "too slow");
            return false;
        }
        echoes.expect(text);
        try {
            send(text);
            return true;
        } catch (WebsocketNotConnectedException _) {
            return false;
        }
    }

    /// Gives up an attempt.
    void abandon(String why) {
        failure = why;
        closeConnection(CloseFrame.ABNORMAL_CLOSE, why);
    }

    /// Takes leave, for a second at most.
    void leave() {
        close(CloseFrame.NORMAL);
        try {
            closed.get(CLOSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException _) {
            closeConnection(CloseFrame.NORMAL, "");
        }
    }

    @Override
    public void onOpen(ServerHandshake handshake) {
        events.opened(this);
    }

    @Override
    public void onMessage(String text) {
        if (!echoes.swallow(text)) {
            events.received(this, text);
        }
    }

    @Override
    public void onError(Exception error) {
        var text = error.getMessage();
        failure = text == null ? error.getClass().getSimpleName() : text;
    }

    @Override
    public void onClose(int code, @Nullable String why, boolean remote) {
        closed.complete(null);
        var known = failure;
        events.lost(this, known != null ? known : "closed with code " + code);
    }

    /// What a connection tells its owner, on threads of the library.
    interface Events {
        void opened(BusLink link);

        void received(BusLink link, String text);

        void lost(BusLink link, String why);
    }
}
