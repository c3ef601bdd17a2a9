package wifisetup.bus;

import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketAdapter;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.WebSocketServerFactory;
import org.java_websocket.drafts.Draft;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.java_websocket.protocols.Protocol;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;
import wifisetup.loop.Timer;
import wifisetup.message.Frame;
import wifisetup.message.MalformedMessage;
import wifisetup.message.MessageCodec;

/// The socket side of the embedded bus: who may join, and each frame to everybody. Its callbacks come on threads of the
/// library; one lock gives all frames one order for all clients, and is never held while anything waits.
final class BusEndpoint extends WebSocketServer {
    private static final System.Logger LOG = System.getLogger(BusEndpoint.class.getName());

    private static final String GREETING =
            "{\"type\":\"connected\",\"data\":{},\"context\":{\"session\":{\"session_id\":\"default\"}}}";

    /// A client that goes on after so many refused frames has nothing to say.
    private static final int MAXIMUM_REFUSED_FRAMES = 20;

    /// Ping each minute: clients answer by themselves, a dead one is noticed after a minute and a half.
    private static final int PING_SECONDS = 60;

    /// The longest that a lost write demand delays a frame.
    private static final Duration SECOND_DEMAND = Duration.ofMillis(20);

    private final BusSettings settings;
    private final MessageCodec codec;
    private final Timer timer;
    private final Consumer<Frame> incoming;
    private final ReentrantLock delivery = new ReentrantLock();
    private final List<Peer> peers = new ArrayList<>();
    private boolean demanding;

    /// @param incoming is told each valid frame, under the lock of this endpoint: it must not wait
    BusEndpoint(
            ServerSocketChannel bound,
            BusSettings settings,
            MessageCodec codec,
            Timer timer,
            Consumer<Frame> incoming) {
        super(bound);
        this.settings = settings;
        this.codec = codec;
        this.timer = timer;
        this.incoming = incoming;
        setWebSocketFactory(new Sockets(settings.maximumFrameBytes()));
        setDaemon(true);
        setTcpNoDelay(true);
        setReuseAddr(true);
        setConnectionLostTimeout(PING_SECONDS);
    }

    /// Sends `text` to every client.
    void repeat(String text) {
        repeat(text, () -> {});
    }

    /// Closes what did not close by itself.
    void dropAll() {
        peers().forEach(peer -> peer.drop(CloseFrame.GOING_AWAY, ""));
    }

    @Override
    public ServerHandshakeBuilder onWebsocketHandshakeReceivedAsServer(
            WebSocket socket, Draft draft, ClientHandshake request) throws InvalidDataException {
        String origin = request.getFieldValue("Origin");
        if (!origin.isEmpty() && !settings.allowedOrigins().contains(origin)) {
            throw refusal(socket, "a web page of the origin " + printable(origin));
        }
        String path = request.getResourceDescriptor().split("\\?", 2)[0];
        if (!path.equals(settings.uri().getPath())) {
            throw refusal(socket, "expected the route " + settings.uri().getPath() + ", found " + printable(path));
        }
        if (peers().size() >= settings.maximumClients()) {
            throw refusal(socket, "there are " + settings.maximumClients() + " clients already");
        }
        return super.onWebsocketHandshakeReceivedAsServer(socket, draft, request);
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake handshake) {
        var peer = new Peer((WebSocketImpl) socket, settings);
        delivery.lock();
        try {
            peer.offer(codec.seal(GREETING).getBytes(StandardCharsets.UTF_8));
            peers.add(peer);
            demandLater();
        } finally {
            delivery.unlock();
        }
        LOG.log(Level.DEBUG, "client {0} joined the bus", peer);
    }

    @Override
    public void onMessage(WebSocket socket, String text) {
        Frame frame;
        try {
            frame = codec.read(text);
        } catch (MalformedMessage malformed) {
            refuse(socket, malformed);
            return;
        }
        // Under one lock, so that an answer of ours never overtakes its question.
        repeat(text, () -> incoming.accept(frame));
    }

    @Override
    public void onMessage(WebSocket socket, ByteBuffer binary) {
        LOG.log(Level.WARNING, "client {0} of the bus sent a binary frame and is dropped", address(socket));
        socket.close(CloseFrame.REFUSE, "expected text");
    }

    @Override
    public void onClose(WebSocket socket, int code, @Nullable String why, boolean remote) {
        delivery.lock();
        try {
            peers.removeIf(peer -> peer.is(socket));
        } finally {
            delivery.unlock();
        }
        LOG.log(Level.DEBUG, "a client left the bus with code {0}", String.valueOf(code));
    }

    @Override
    public void onError(@Nullable WebSocket socket, Exception failure) {
        LOG.log(
                Level.WARNING,
                "the bus and one of its clients: " + failure.getClass().getSimpleName(),
                failure);
    }

    @Override
    public void onStart() {
        LOG.log(Level.DEBUG, "the bus serves {0}", settings.uri());
    }

    private void repeat(String text, Runnable andThen) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var slow = new ArrayList<Peer>();
        delivery.lock();
        try {
            for (Peer peer : peers) {
                if (!peer.offer(bytes)) {
                    slow.add(peer);
                }
            }
            peers.removeAll(slow);
            demandLater();
            andThen.run();
        } finally {
            delivery.unlock();
        }
        // Outside the lock: closing takes the lock of the library's socket, whose callbacks take ours.
        for (Peer peer : slow) {
            LOG.log(Level.WARNING, "client {0} of the bus reads too slowly and is dropped", peer);
            peer.drop(CloseFrame.TRY_AGAIN_LATER, "too slow");
        }
    }

    private void refuse(WebSocket socket, MalformedMessage malformed) {
        int refused = peers().stream()
                .filter(peer -> peer.is(socket))
                .mapToInt(Peer::refuse)
                .sum();
        LOG.log(
                Level.WARNING,
                "a frame of client {0} of the bus is refused: {1}",
                address(socket),
                malformed.getMessage());
        if (refused >= MAXIMUM_REFUSED_FRAMES) {
            socket.close(CloseFrame.POLICY_VALIDATION, "too many malformed frames");
        }
    }

    private void demandLater() {
        if (!demanding) {
            demanding = true;
            var _ = timer.after(SECOND_DEMAND, this::demandAgain);
        }
    }

    private void demandAgain() {
        delivery.lock();
        try {
            demanding = false;
            boolean waiting = false;
            for (Peer peer : peers) {
                waiting |= peer.demandAgain();
            }
            if (waiting) {
                demandLater();
            }
        } finally {
            delivery.unlock();
        }
    }

    private List<Peer> peers() {
        delivery.lock();
        try {
            return List.copyOf(peers);
        } finally {
            delivery.unlock();
        }
    }

    private static InvalidDataException refusal(WebSocket socket, String why) {
        LOG.log(Level.WARNING, "client {0} may not join the bus: {1}", address(socket), why);
        return new InvalidDataException(CloseFrame.POLICY_VALIDATION, why);
    }

    private static String address(WebSocket socket) {
        return String.valueOf(socket.getRemoteSocketAddress());
    }

    /// What a stranger sent, fit for one line of a log.
    private static String printable(String sent) {
        return sent.substring(0, Math.min(sent.length(), 100)).replaceAll("\\P{Print}", "?");
    }

    /// Makes the sockets: with a limit for frames, and on channels that count.
    private record Sockets(int maximumFrameBytes) implements WebSocketServerFactory {
        @Override
        public WebSocketImpl createWebSocket(WebSocketAdapter server, Draft draft) {
            return createWebSocket(server, List.of(draft));
        }

        @Override
        public WebSocketImpl createWebSocket(WebSocketAdapter server, List<Draft> drafts) {
            return new WebSocketImpl(
                    server, List.of(new Draft_6455(List.of(), List.of(new Protocol("")), maximumFrameBytes)));
        }

        @Override
        public ByteChannel wrapChannel(SocketChannel channel, SelectionKey key) {
            return new PeerChannel(channel);
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
