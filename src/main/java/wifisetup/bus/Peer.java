package wifisetup.bus;

import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.TextFrame;

/// One client of the embedded bus and what waits for it. The library's own queue has no bound; this one has. Guarded by
/// the lock of the endpoint.
final class Peer {
    private final WebSocketImpl socket;
    private final PeerChannel channel;
    private final BusSettings settings;
    private long queued;
    private int refused;

    Peer(WebSocketImpl socket, BusSettings settings) {
        this.socket = socket;
        this.channel = (PeerChannel) socket.getChannel();
        this.settings = settings;
        channel.opened();
    }

    boolean is(WebSocket other) {
        return socket.equals(other);
    }

    /// Queues a frame, unless too much waits already: then nothing is queued and the answer is false.
    boolean offer(byte[] text) {
        if (socket.outQueue.isEmpty()) {
            // Nothing waits, so the count can start anew and forget the control frames the library added by itself.
            queued = channel.written();
        }
        if (socket.outQueue.size() >= settings.maximumQueuedFrames()
                || queued - channel.written() >= settings.maximumQueuedBytes()) {
            return false;
        }
        queued += text.length + headerBytes(text.length);
        var frame = new TextFrame();
        frame.setPayload(ByteBuffer.wrap(text));
        try {
            socket.sendFrame(frame);
        } catch (WebsocketNotConnectedException _) {
            // It is just leaving; the library says so.
            return true;
        }
        return true;
    }

    /// Asks the selector again to write what waits: a demand that comes while the selector finishes the previous write
    /// is overwritten by it. Says whether anything waits.
    boolean demandAgain() {
        if (socket.outQueue.isEmpty() || !socket.isOpen()) {
            return false;
        }
        try {
            var key = socket.getSelectionKey();
            key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
            key.selector().wakeup();
            return true;
        } catch (CancelledKeyException _) {
            return false;
        }
    }

    /// Counts a frame that was refused; gives how many were.
    int refuse() {
        return ++refused;
    }

    /// Begins to close in good order.
    void close(int code, String why) {
        socket.close(code, why);
    }

    /// Closes at once.
    void drop(int code, String why) {
        socket.closeConnection(code, why);
    }

    @Override
    public String toString() {
        return String.valueOf(socket.getRemoteSocketAddress());
    }

    /// RFC 6455, 5.2: the header of an unmasked frame.
    private static int headerBytes(int payload) {
        return payload < 126 ? 2 : payload < 65_536 ? 4 : 10;
    }
}
