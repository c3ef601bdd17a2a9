package wifisetup.platform.simulated;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.java_websocket.WebSocket;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.DefaultSSLWebSocketServerFactory;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;

/// The socket of the platform: one conversation a link.
final class Endpoint extends WebSocketServer {
    private static final System.Logger LOG = System.getLogger(Endpoint.class.getName());

    private final ServerSocketChannel bound;
    private final InetSocketAddress address;
    private final Supplier<Conversation> opened;
    private final BiFunction<Conversation, String, Optional<Conversation.Reply>> heard;
    private final Consumer<Conversation> closed;
    private final Map<Conversation, WebSocket> links = new ConcurrentHashMap<>();

    private Endpoint(
            ServerSocketChannel bound,
            @Nullable SSLContext tls,
            Supplier<Conversation> opened,
            BiFunction<Conversation, String, Optional<Conversation.Reply>> heard,
            Consumer<Conversation> closed)
            throws IOException {
        super(bound);
        this.bound = bound;
        this.address = (InetSocketAddress) bound.getLocalAddress();
        this.opened = opened;
        this.heard = heard;
        this.closed = closed;
        if (tls != null) {
            setWebSocketFactory(new DefaultSSLWebSocketServerFactory(tls));
        }
        setDaemon(true);
        setTcpNoDelay(true);
        setReuseAddr(true);
        // Gateways ask whether we are there.
        setConnectionLostTimeout(0);
    }

    /// The socket is ours when this returns.
    static Endpoint bound(
            InetSocketAddress address,
            @Nullable SSLContext tls,
            Supplier<Conversation> opened,
            BiFunction<Conversation, String, Optional<Conversation.Reply>> heard,
            Consumer<Conversation> closed)
            throws IOException {
        var channel = ServerSocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            channel.bind(address);
            return new Endpoint(channel, tls, opened, heard, closed);
        } catch (IOException | RuntimeException refused) {
            channel.close();
            throw refused;
        }
    }

    /// Ends it, for that time at most.
    void end(int millis) throws InterruptedException, IOException {
        try {
            stop(millis);
        } finally {
            // The library leaves it open where its thread has not begun yet.
            bound.close();
        }
    }

    InetSocketAddress address() {
        return address;
    }

    List<Conversation> conversations() {
        return List.copyOf(links.keySet());
    }

    void send(Conversation conversation, String text) {
        var link = links.get(conversation);
        if (link != null) {
            send(link, text);
        }
    }

    void dropAll() {
        links.values().forEach(link -> link.closeConnection(CloseFrame.ABNORMAL_CLOSE, ""));
    }

    @Override
    public void onOpen(WebSocket link, ClientHandshake handshake) {
        var conversation = opened.get();
        link.setAttachment(conversation);
        links.put(conversation, link);
    }

    @Override
    public void onMessage(WebSocket link, String text) {
        var answer = heard.apply(link.getAttachment(), text);
        if (answer.isEmpty()) {
            link.closeConnection(CloseFrame.ABNORMAL_CLOSE, "");
            return;
        }
        send(link, answer.get().frame().toString());
        if (answer.get().last()) {
            link.close(CloseFrame.POLICY_VALIDATION);
        }
    }

    @Override
    public void onClose(WebSocket link, int code, String reason, boolean remote) {
        Conversation conversation = link.getAttachment();
        if (conversation != null) {
            links.remove(conversation);
            closed.accept(conversation);
        }
    }

    @Override
    public void onError(@Nullable WebSocket link, Exception error) {
        LOG.log(Level.DEBUG, "a link of the simulated platform", error);
    }

    @Override
    public void onStart() {
        LOG.log(Level.DEBUG, "the simulated platform listens at {0}", address);
    }

    private static void send(WebSocket link, String text) {
        try {
            link.send(text);
        } catch (WebsocketNotConnectedException gone) {
            LOG.log(Level.DEBUG, "a link ended before its answer", gone);
        }
    }
}
