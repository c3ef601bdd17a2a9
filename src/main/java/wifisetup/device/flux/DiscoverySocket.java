package wifisetup.device.flux;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.util.Objects;
import wifisetup.flux.Frame;
import wifisetup.flux.FrameReader;
import wifisetup.flux.Received;

/// The port of discovery for one family of addresses: a virtual thread hands on what comes. Any thread.
final class DiscoverySocket implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(DiscoverySocket.class.getName());

    private final DatagramChannel channel;
    private final Listener listener;

    /// Whoever wants to know what comes.
    @FunctionalInterface
    interface Listener {
        /// A datagram has come.
        ///
        /// @throws IOException if the answer cannot be sent
        void accept(Received received, InetSocketAddress sender, DiscoverySocket socket) throws IOException;
    }

    /// Opens the port.
    ///
    /// @throws IOException if it cannot be had
    /// @throws UnsupportedOperationException if the machine has no such addresses
    DiscoverySocket(ProtocolFamily family, int port, Listener listener) throws IOException {
        this.listener = listener;
        channel = DatagramChannel.open(family);
        try {
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true)
                    .setOption(StandardSocketOptions.SO_REUSEPORT, true)
                    .setOption(StandardSocketOptions.SO_BROADCAST, true)
                    .bind(new InetSocketAddress(port));
        } catch (IOException | RuntimeException failed) {
            channel.close();
            throw failed;
        }
    }

    /// Begins to listen.
    void listen() {
        Thread.ofVirtual().name("lan-discovery").start(this::run);
    }

    /// Hears what is sent to `group` on that network.
    ///
    /// @throws ClosedChannelException if the socket is closed
    void join(InetAddress group, NetworkInterface network) throws ClosedChannelException {
        try {
            channel.join(group, network);
        } catch (ClosedChannelException ended) {
            throw ended;
        } catch (IOException | RuntimeException gone) {
            LOG.log(Level.DEBUG, "no multicast on {0}: {1}", network.getName(), gone.getMessage());
        }
    }

    /// Sends to a group by that network from now on.
    ///
    /// @throws IOException if the network is gone
    void sendBy(NetworkInterface network) throws IOException {
        channel.setOption(StandardSocketOptions.IP_MULTICAST_IF, network);
    }

    /// Sends a datagram.
    ///
    /// @throws IOException if it cannot be sent
    void send(byte[] datagram, InetSocketAddress to) throws IOException {
        channel.send(ByteBuffer.wrap(datagram), to);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException stuck) {
            LOG.log(Level.DEBUG, "the socket of discovery did not close well", stuck);
        }
    }

    private void run() {
        // One byte more than a frame has: a longer datagram is seen to be.
        var buffer = ByteBuffer.allocate(Frame.MAXIMUM_BYTES + 1);
        while (channel.isOpen()) {
            try {
                buffer.clear();
                var sender = (InetSocketAddress) Objects.requireNonNull(channel.receive(buffer));
                listener.accept(FrameReader.read(buffer.array(), buffer.position()), sender, this);
            } catch (AsynchronousCloseException ended) {
                return;
            } catch (IOException | RuntimeException failed) {
                if (channel.isOpen()) {
                    // An answer may be refused by the network (ICMP), and this one is no reason to be deaf.
                    LOG.log(Level.DEBUG, "a datagram was not answered", failed);
                }
            }
        }
    }
}
