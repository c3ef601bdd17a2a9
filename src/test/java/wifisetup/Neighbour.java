package wifisetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.handshake.ServerHandshake;

/// Another program on the kiosk's bus: it hears every frame.
final class Neighbour extends WebSocketClient {
    private static final int PATIENCE_SECONDS = 20;

    private final BlockingDeque<String> frames = new LinkedBlockingDeque<>();
    private final List<String> everything = new CopyOnWriteArrayList<>();

    private Neighbour(URI uri) {
        super(uri);
        setDaemon(true);
        setTcpNoDelay(true);
    }

    static Neighbour join(URI uri) throws InterruptedException {
        var neighbour = new Neighbour(uri);
        assertThat(neighbour.connectBlocking(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("joined %s", uri)
                .isTrue();
        neighbour.heard("connected");
        return neighbour;
    }

    /// The first frame whose type begins so and that was not asked for yet, or the next one that comes.
    String heard(String type) throws InterruptedException {
        return heardOf("\"type\":\"" + type);
    }

    /// The first frame with these words that was not asked for yet, or the next one that comes.
    String heardOf(String words) throws InterruptedException {
        var others = new ArrayList<String>();
        try {
            for (String frame = next(); frame != null; frame = next()) {
                if (frame.contains(words)) {
                    return frame;
                }
                others.add(frame);
            }
        } finally {
            others.reversed().forEach(frames::addFirst);
        }
        throw new AssertionError("not heard: " + words + "; heard: " + everything);
    }

    /// All that was ever said.
    List<String> everything() {
        return everything;
    }

    private String next() throws InterruptedException {
        return frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void onOpen(ServerHandshake handshake) {}

    @Override
    public void onMessage(String text) {
        everything.add(text);
        frames.add(text);
    }

    @Override
    public void onClose(int code, String reason, boolean remote) {}

    @Override
    public void onError(Exception failure) {}
}
