package wifisetup.platform.simulated;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import wifisetup.platform.DeviceDescription;
import wifisetup.secret.Secret;

/// A strict platform on a socket of its own. Any thread.
public final class SimulatedPlatform implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(SimulatedPlatform.class.getName());
    private static final int STOP_MILLIS = 500;

    private final String user;
    private final Secret password;
    private final boolean encrypted;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Gateway> gateways = new LinkedHashMap<>();
    private final List<Consumer<? super News>> observers = new CopyOnWriteArrayList<>();
    private final Endpoint endpoint;
    private int framesToDrop;

    private SimulatedPlatform(InetSocketAddress address, @Nullable SSLContext tls, String user, Secret password)
            throws IOException {
        this.user = user;
        this.password = password;
        this.encrypted = tls != null;
        this.endpoint = Endpoint.bound(address, tls, this::converse, this::hear, this::left);
    }

    /// Serves gateways that log in as `user` at `address`, whose port may be 0 for any free one; encrypted if
    /// there is `tls`.
    ///
    /// @throws IOException if the address is not free, or not ours
    public static SimulatedPlatform open(
            InetSocketAddress address, Optional<SSLContext> tls, String user, Secret password) throws IOException {
        var platform = new SimulatedPlatform(address, tls.orElse(null), user, password);
        platform.endpoint.start();
        return platform;
    }

    /// Where gateways find it.
    public URI uri() {
        var address = endpoint.address();
        return URI.create((encrypted ? "wss" : "ws") + "://" + address.getHostString() + ":" + address.getPort() + "/");
    }

    /// Tells `observer` what happens from now on. It must not wait.
    public void observe(Consumer<? super News> observer) {
        observers.add(observer);
    }

    /// The devices of all gateways that are connected.
    public Collection<DeviceDescription> devices() {
        lock.lock();
        try {
            return gateways.values().stream()
                    .flatMap(gateway -> gateway.connected().values().stream())
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    /// The devices that are remembered, but not connected.
    public Collection<DeviceDescription> disconnectedDevices() {
        lock.lock();
        try {
            return gateways.values().stream()
                    .flatMap(gateway -> gateway.disconnected().values().stream())
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    /// Sends a command to the gateway of `device`, or to each one if no gateway has it.
    ///
    /// @return its token; none if nobody is connected
    public Optional<String> command(String device, String service, JsonNode data) {
        String token = UUID.randomUUID().toString();
        var json = JsonNodeFactory.instance;
        var parts = json.arrayNode();
        parts.addObject().put("name", "metadata").set("value", json.nullNode());
        parts.addObject().put("name", "data").set("value", data);
        var payload = json.objectNode()
                .put("device_url", device)
                .put("service_url", service)
                .set("protocol_parts", parts);
        var frame = Conversation.envelope(200, "command", token, payload);
        lock.lock();
        try {
            var links = endpoint.conversations();
            var owners = links.stream().filter(link -> has(link, device)).toList();
            var receivers = owners.isEmpty() ? links : owners;
            receivers.forEach(link -> {
                link.expect(token);
                endpoint.send(link, frame.toString());
            });
            return receivers.isEmpty() ? Optional.empty() : Optional.of(token);
        } finally {
            lock.unlock();
        }
    }

    /// Sends `text` as it is to each link: what a broken platform might say.
    public void say(String text) {
        endpoint.conversations().forEach(link -> endpoint.send(link, text));
    }

    /// Handles so many further frames, and drops the link at the last of them in place of an answer.
    public void dropAfter(int frames) {
        lock.lock();
        try {
            framesToDrop = frames;
        } finally {
            lock.unlock();
        }
    }

    /// Drops each link without a word.
    public void dropLinks() {
        endpoint.dropAll();
    }

    /// Ends it within a second.
    @Override
    public void close() {
        try {
            endpoint.end(STOP_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException failure) {
            LOG.log(Level.DEBUG, "the simulated platform did not end well", failure);
        }
    }

    private Conversation converse() {
        return new Conversation(this::isRight, this::gateway, this::tell);
    }

    /// The answer, or none where the link is to be dropped.
    private Optional<Conversation.Reply> hear(Conversation conversation, String text) {
        lock.lock();
        try {
            var reply = conversation.hear(text);
            return framesToDrop > 0 && --framesToDrop == 0 ? Optional.empty() : Optional.of(reply);
        } finally {
            lock.unlock();
        }
    }

    private void left(Conversation conversation) {
        var gateway = conversation.gateway();
        if (gateway != null) {
            tell(new News.Left(gateway.id()));
        }
    }

    private boolean isRight(ObjectNode credentials) {
        return credentials.path("user").stringValue("").equals(user)
                && new Secret(credentials.path("pw").stringValue("")).equals(password);
    }

    /// A gateway that is not known gets an id of ours.
    private Gateway gateway(String id) {
        var known = gateways.get(id);
        if (known != null) {
            return known;
        }
        var added = new Gateway(UUID.randomUUID().toString());
        gateways.put(added.id(), added);
        return added;
    }

    private void tell(News news) {
        observers.forEach(observer -> observer.accept(news));
    }

    private static boolean has(Conversation link, String device) {
        var gateway = link.gateway();
        return gateway != null && gateway.connected().containsKey(device);
    }
}
