package wifisetup.bus;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SocketChannel;

/// The socket of one client, which counts what was written, so that a slow reader shows, and bounds what is read before
/// the handshake is done. Used by the library's threads.
final class PeerChannel implements ByteChannel {
    /// Ample for the headers of a handshake.
    private static final int MAXIMUM_HANDSHAKE_BYTES = 64 * 1024;

    private final SocketChannel socket;
    private volatile long written;
    private volatile boolean open;
    private long read;

    PeerChannel(SocketChannel socket) {
        this.socket = socket;
    }

    /// Bytes given to the operating system so far.
    long written() {
        return written;
    }

    /// The handshake is done.
    void opened() {
        open = true;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        int count = socket.read(target);
        read += Math.max(count, 0);
        if (!open && read > MAXIMUM_HANDSHAKE_BYTES) {
            throw new IOException("expected a handshake of at most " + MAXIMUM_HANDSHAKE_BYTES + " bytes, found more");
        }
        return count;
    }

    // The selector is the only thread that writes.
    @SuppressWarnings("NonAtomicVolatileUpdate")
    @Override
    public int write(ByteBuffer source) throws IOException {
        int count = socket.write(source);
        written += count;
        return count;
    }

    @Override
    public boolean isOpen() {
        return socket.isOpen();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
