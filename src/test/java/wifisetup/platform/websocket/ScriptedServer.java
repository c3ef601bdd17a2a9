package wifisetup.platform.websocket;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.java_websocket.WebSocket;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;

/// A server that says what a test wants, right or wrong, and can keep silent when it is pinged.
final class ScriptedServer extends WebSocketServer {
    final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    final BlockingQueue<Framedata> pings = new LinkedBlockingQueue<>();

    private final Function<String, Optional<String>> script;
    private final CompletableFuture<Void> started = new CompletableFuture<>();
    private volatile boolean answersPings = true;

    /// @param script the answer to each frame, if there is one
    ScriptedServer(Function<String, Optional<String>> script) {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        this.script = script;
        setReuseAddr(true);
        setDaemon(true);
        setConnectionLostTimeout(0);
    }

    /// Starts it; its port is known then.
    ScriptedServer up() throws Exception {
        start();
        started.get(20, java.util.concurrent.TimeUnit.SECONDS);
        return this;
    }

    void ignorePings() {
        answersPings = false;
    }

    @Override
    public void onOpen(WebSocket link, ClientHandshake handshake) {
        // The client speaks first.
    }

    @Override
    public void onMessage(WebSocket link, String text) {
        heard.add(text);
        script.apply(text).ifPresent(link::send);
    }

    @Override
    public void onWebsocketPing(WebSocket link, Framedata ping) {
        pings.add(ping);
        if (answersPings) {
            super.onWebsocketPing(link, ping);
        }
    }

    @Override
    public void onClose(WebSocket link, int code, String reason, boolean remote) {
        // The client's side is looked at.
    }

    @Override
    public void onError(@Nullable WebSocket link, Exception error) {
        started.completeExceptionally(error);
    }

    @Override
    public void onStart() {
        started.complete(null);
    }
}
