package wifisetup.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.handshake.ServerHandshake;

/// A client of the bus that knows nothing of this program's own.
public final class Stranger extends WebSocketClient {
    public static final String GREETING =
            "{\"type\":\"connected\",\"data\":{},\"context\":{\"session\":{\"session_id\":\"default\"}}}";

    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();

    private Stranger(URI uri, Map<String, String> headers) {
        super(uri, headers);
        setDaemon(true);
        setTcpNoDelay(true);
    }

    /// A client that has been greeted.
    public static Stranger join(URI uri) throws InterruptedException {
        var stranger = knock(uri, Map.of());
        assertThat(stranger.next()).isEqualTo(GREETING);
        return stranger;
    }

    /// A client that tried to join.
    public static Stranger knock(URI uri, Map<String, String> headers) throws InterruptedException {
        var stranger = new Stranger(uri, headers);
        stranger.connectBlocking(20, TimeUnit.SECONDS);
        return stranger;
    }

    public String next() throws InterruptedException {
        var frame = frames.poll(20, TimeUnit.SECONDS);
        assertThat(frame).as("a frame within 20 s").isNotNull();
        return frame;
    }

    public int closeCode() throws Exception {
        return closed.get(20, TimeUnit.SECONDS);
    }

    @Override
    public void onOpen(ServerHandshake handshake) {}

    @Override
    public void onMessage(String text) {
        frames.add(text);
    }

    @Override
    public void onClose(int code, String reason, boolean remote) {
        closed.complete(code);
    }

    @Override
    public void onError(Exception failure) {}
}
