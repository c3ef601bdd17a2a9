package wifisetup.bus;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.channels.ServerSocketChannel;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import wifisetup.loop.Timer;
import wifisetup.message.Message;
import wifisetup.message.MessageCodec;

/// The bus itself, inside this program. It repeats each valid frame verbatim to every client, the sender too, and tells
/// our own subscribers; what we publish goes to the clients alone.
///
/// A client that breaks the rules never harms the others: a malformed frame is refused (the twentieth ends the client),
/// a binary or oversize one ends the client, a slow reader is dropped. An encrypted frame is repeated without being
/// understood.
public final class BusServer implements MessageBus {
    private static final System.Logger LOG = System.getLogger(BusServer.class.getName());

    /// Time for the clients to take leave.
    private static final int STOP_MILLIS = 1000;

    private final URI uri;
    private final MessageCodec codec;
    private final Inbox inbox;
    private final ServerSocketChannel channel;
    private final BusEndpoint endpoint;
    private final AtomicBoolean closed = new AtomicBoolean();

    private BusServer(BusSettings settings, ServerSocketChannel channel, Timer timer) throws BusException, IOException {
        this.uri = at(settings.uri(), ((InetSocketAddress) channel.getLocalAddress()).getPort());
        this.codec = settings.codec();
        this.channel = channel;
        this.inbox = new Inbox(new BusState.Serving(uri));
        this.endpoint = new BusEndpoint(channel, settings.at(uri), codec, timer, inbox::deliver);
    }

    /// Serves the bus at the address of `settings`, on that interface alone.
    ///
    /// @throws BusException if the port is taken or the address is not ours
    public static BusServer open(BusSettings settings, Timer timer) throws BusException {
        var uri = settings.uri();
        if (!"ws".equals(uri.getScheme())) {
            throw new BusException("embedded bus: expected a ws:// address, found " + uri, null);
        }
        ServerSocketChannel channel = null;
        try {
            channel = ServerSocketChannel.open();
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            var address = new InetSocketAddress(uri.getHost(), uri.getPort() == -1 ? 80 : uri.getPort());
            channel.bind(address);
            if (!address.getAddress().isLoopbackAddress()) {
                LOG.log(Level.WARNING, "the bus listens on {0}: everybody there can drive this device", uri);
            }
            var server = new BusServer(settings, channel, timer);
            server.endpoint.start();
            return server;
        } catch (IOException | RuntimeException refused) {
            closeQuietly(channel);
            throw new BusException(
                    "embedded bus: expected a free address " + uri + ", found \"" + refused.getMessage()
                            + "\"; stop the other bus, choose --bus connect to join it, or another --bus-uri",
                    refused);
        } catch (BusException unfit) {
            closeQuietly(channel);
            throw unfit;
        }
    }

    /// Where clients find this bus: with the port that it got.
    public URI uri() {
        return uri;
    }

    @Override
    public void publish(Message message) {
        endpoint.repeat(codec.write(message));
    }

    @Override
    public void subscribe(Consumer<? super Message> subscriber) {
        inbox.subscribe(subscriber);
    }

    @Override
    public void observe(Consumer<? super BusState> observer) {
        inbox.observe(observer);
    }

    /// Ends the bus: its clients are told code 1001 (going away), so that they come back to the next one.
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            endpoint.stop(STOP_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        endpoint.dropAll();
        closeQuietly(channel);
        inbox.show(new BusState.Closed());
        inbox.close();
    }

    private static URI at(URI uri, int port) {
        return URI.create(uri.getScheme() + "://" + uri.getHost() + ":" + port + uri.getRawPath());
    }

    private static void closeQuietly(@Nullable ServerSocketChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException failure) {
            LOG.log(Level.DEBUG, "closing the socket of the bus", failure);
        }
    }
}
