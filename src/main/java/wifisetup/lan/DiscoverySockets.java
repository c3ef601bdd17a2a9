package wifisetup.lan;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.SocketOption;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wifisetup.flux.Frame;
import wifisetup.flux.FrameReader;
import wifisetup.flux.FrameWriter;
import wifisetup.flux.Received;

/// The sockets of a discovery. One asks, and hears the answers; the others hear announcements. They listen at
/// the group and at each broadcast address, not at all addresses: a device's own socket on this machine keeps
/// its unicast.
final class DiscoverySockets implements AutoCloseable {
    /// Room for as much as the kernel grants: thousands of devices announce themselves at once.
    private static final int RECEIVE_BUFFER = 4 * 1024 * 1024;

    /// So many datagrams of one socket in a row; then it is another one's turn.
    private static final int IN_A_ROW = 256;

    private final int port;
    private final Selector selector;
    private final DatagramChannel asker;
    private final Map<InetAddress, DatagramChannel> listeners = new HashMap<>();
    private final Set<NetworkInterface> joined = new HashSet<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(Frame.MAXIMUM_BYTES + 1);
    private final boolean everywhere;
    private final boolean oneAddress;

    interface Hearing {
        void hear(Received received, InetSocketAddress from);
    }

    DiscoverySockets(DiscoverySettings settings) throws IOException {
        this.port = settings.port();
        this.everywhere = settings.listen().isEmpty();
        this.oneAddress = settings.address().isPresent();
        this.selector = Selector.open();
        this.asker = DatagramChannel.open();
        try {
            set(asker, StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
            asker.setOption(StandardSocketOptions.SO_BROADCAST, true);
            asker.bind(null);
            register(asker);
            if (settings.listen().isPresent()) {
                listen(settings.listen().get());
            } else {
                refresh();
            }
        } catch (IOException | RuntimeException failed) {
            close();
            throw failed;
        }
    }

    /// Listens on interfaces that have appeared.
    void refresh() throws IOException {
        if (!everywhere) {
            return;
        }
        try {
            listenEverywhere();
        } catch (IOException refused) {
            // Who is asked at one address answers to the socket that asked.
            if (!oneAddress) {
                throw refused;
            }
        }
    }

    private void listenEverywhere() throws IOException {
        var group = InetAddress.getByName(Frame.GROUP);
        var grouped = listen(group);
        // Not on 255.255.255.255: the JDK refuses to bind it (net_util_md.c, NET_Bind).
        for (var network : NetworkInterface.networkInterfaces().toList()) {
            try {
                if (network.isUp() && network.supportsMulticast() && !joined.contains(network)) {
                    grouped.join(group, network);
                    joined.add(network);
                }
                for (InterfaceAddress address : network.getInterfaceAddresses()) {
                    if (address.getBroadcast() instanceof Inet4Address broadcast && network.isUp()) {
                        listen(broadcast);
                    }
                }
            } catch (SocketException _) {
                // An interface that has just gone, or has no address of this family: the others count.
            }
        }
    }

    private DatagramChannel listen(InetAddress address) throws IOException {
        var known = listeners.get(address);
        if (known != null) {
            return known;
        }
        var channel = DatagramChannel.open(StandardProtocolFamily.INET);
        try {
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            if (channel.supportedOptions().contains(StandardSocketOptions.SO_REUSEPORT)) {
                channel.setOption(StandardSocketOptions.SO_REUSEPORT, true);
            }
            set(channel, StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
            channel.bind(new InetSocketAddress(address, port));
            register(channel);
        } catch (IOException refused) {
            channel.close();
            throw refused;
        }
        listeners.put(address, channel);
        return channel;
    }

    private static <T> void set(DatagramChannel channel, SocketOption<T> option, T value) throws IOException {
        channel.setOption(option, value);
    }

    private void register(DatagramChannel channel) throws IOException {
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ);
    }

    /// Sends `frame`. What cannot be sent is lost, as datagrams are.
    void send(Frame frame, InetSocketAddress to) {
        try {
            asker.send(ByteBuffer.wrap(FrameWriter.write(frame)), to);
        } catch (IOException _) {
            // No way there, at least now. Who is there announces itself again.
        }
    }

    /// Asks everybody who is there: on each interface to the group, and by broadcast.
    void askEverybody() throws IOException {
        if (!everywhere || oneAddress) {
            return;
        }
        var question = new Frame.Hello(new UUID(0, 0), 0);
        for (var network : joined) {
            try {
                asker.setOption(StandardSocketOptions.IP_MULTICAST_IF, network);
                send(question, new InetSocketAddress(Frame.GROUP, port));
            } catch (IOException _) {
                // As above.
            }
        }
        send(question, new InetSocketAddress("255.255.255.255", port));
    }

    /// Waits for datagrams, for at most `patience`, and reads what has come.
    void await(Duration patience, Hearing hearing) throws IOException {
        selector.select(
                key -> {
                    if (key.channel() instanceof DatagramChannel channel) {
                        drain(channel, hearing);
                    }
                },
                Math.max(1, patience.toMillis()));
    }

    private void drain(DatagramChannel channel, Hearing hearing) {
        for (int i = 0; i < IN_A_ROW; i++) {
            buffer.clear();
            var from = receive(channel);
            if (from == null) {
                return;
            }
            hearing.hear(FrameReader.read(buffer.array(), buffer.position()), from);
        }
    }

    private @Nullable InetSocketAddress receive(DatagramChannel channel) {
        try {
            return (InetSocketAddress) channel.receive(buffer);
        } catch (IOException _) {
            // Such as an ICMP error about something sent before.
            return null;
        }
    }

    /// Ends a wait, now or the next one. Any thread.
    void wakeUp() {
        selector.wakeup();
    }

    @Override
    public void close() throws IOException {
        for (var listener : listeners.values()) {
            listener.close();
        }
        asker.close();
        selector.close();
    }
}
