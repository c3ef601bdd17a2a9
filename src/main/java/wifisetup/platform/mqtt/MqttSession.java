package wifisetup.platform.mqtt;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.disconnect.Mqtt5DisconnectReasonCode;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5RetainHandling;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wifisetup.loop.Timer;
import wifisetup.platform.ConnectionFailure;
import wifisetup.platform.DeviceDescription;
import wifisetup.platform.Limits;
import wifisetup.platform.Message;
import wifisetup.platform.Request;
import wifisetup.platform.Session;
import wifisetup.platform.SessionHost;
import wifisetup.platform.Stage;
import wifisetup.platform.TransportException;

/// One connection to the broker.
final class MqttSession implements Session {
    private static final System.Logger LOG = System.getLogger(MqttSession.class.getName());

    /// How long the broker keeps commands for who is away: through a restart and a bad quarter of an hour. A
    /// command is for its time; an order to set up anew must not come true a week after it was given.
    private static final Duration SESSION_EXPIRY = Duration.ofMinutes(15);

    /// What may come at once, so that no broker fills the memory: far above what commands need.
    private static final int MOST_PACKETS = 32;

    private static final int LARGEST_PACKET = 64 << 10;

    /// For the last words, and then for the leave: a session ends within a second.
    private static final long LAST_WORDS_MILLIS = 600;

    private static final long LEAVE_MILLIS = 300;

    /// Where a session is.
    private enum Phase {
        OPENING,
        OPEN,
        OVER
    }

    private final String gateway;
    private final Topics topics;
    private final Payloads payloads;
    private final Packets packets;
    private final Limits limits;
    private final SessionHost host;
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.OPENING);
    private final Confirmations confirmations;
    private final Map<String, DeviceDescription> ours = new ConcurrentHashMap<>();
    private final AtomicBoolean complained = new AtomicBoolean();
    private volatile @Nullable Mqtt5AsyncClient client;

    MqttSession(String gateway, Payloads payloads, Limits limits, Timer timer, SessionHost host) {
        this.gateway = gateway;
        this.topics = new Topics(gateway);
        this.payloads = payloads;
        this.packets = new Packets(topics, payloads);
        this.limits = limits;
        this.confirmations = new Confirmations(timer);
        this.host = host;
    }

    /// Connects, hears commands from then on, and publishes the devices.
    ///
    /// @param fresh whether what the broker may have of this gateway is to be forgotten
    void open(Mqtt5AsyncClient with, boolean fresh, List<DeviceDescription> devices)
            throws TransportException, InterruptedException {
        client = with;
        devices.forEach(device -> ours.put(device.id(), device));
        // Before the connection: the commands that waited come with it.
        with.publishes(MqttGlobalPublishFilter.ALL, this::heard);
        host.reached(Stage.CONNECTING);
        // The client has this limit once for the socket and once for the broker's word.
        confirmations.await(connect(with, fresh), limits.handshake().multipliedBy(2), Stage.HANDSHAKE);
        host.reached(Stage.SYNCHRONISING);
        confirmations.await(subscribe(with), limits.call(), Stage.SYNCHRONISING);
        publishStates(devices);
        if (!phase.compareAndSet(Phase.OPENING, Phase.OPEN)) {
            throw confirmations.broken();
        }
    }

    private CompletableFuture<?> connect(Mqtt5AsyncClient with, boolean fresh) {
        return with.connectWith()
                .cleanStart(fresh)
                .keepAlive(Math.clamp(limits.silence().toSeconds(), 1, 65_535))
                .sessionExpiryInterval(SESSION_EXPIRY.toSeconds())
                .restrictions()
                .receiveMaximum(MOST_PACKETS)
                .maximumPacketSize(LARGEST_PACKET)
                .applyRestrictions()
                .send()
                .whenComplete((_, refused) -> {
                    if (refused == null && phase.get() == Phase.OVER) {
                        // Let in after we gave up: nobody else would ever end it.
                        var _ = with.disconnect();
                    }
                });
    }

    private CompletableFuture<?> subscribe(Mqtt5AsyncClient with) {
        return with.subscribeWith()
                .addSubscription()
                .topicFilter(topics.commands())
                .qos(MqttQos.AT_LEAST_ONCE)
                // A command is for its moment: one that somebody retained would be obeyed again and again.
                .retainHandling(Mqtt5RetainHandling.DO_NOT_SEND)
                .applySubscription()
                .addSubscription()
                .topicFilter(topics.states())
                .qos(MqttQos.AT_LEAST_ONCE)
                // What the broker kept of our own goodbye would come as somebody's word of now.
                .noLocal(true)
                .applySubscription()
                .send();
    }

    /// One state that the broker refuses does not keep the others from it.
    private void publishStates(List<DeviceDescription> devices) throws TransportException, InterruptedException {
        var states = Stream.concat(
                        Stream.of(packets.gateway(true)), devices.stream().map(packets::here))
                .toList();
        var answers = states.stream().map(this::publish).toList();
        for (int i = 0; i < answers.size(); i++) {
            var answer = confirmations.await(answers.get(i), limits.call(), Stage.SYNCHRONISING);
            if (!answer.isConfirmed()) {
                LOG.log(
                        Level.WARNING,
                        "the broker refuses {0} with {1}",
                        states.get(i).getTopic(),
                        String.valueOf(answer.status()));
            }
        }
    }

    /// Breaks what has not come to be a session.
    void abandon() {
        phase.set(Phase.OVER);
        var connected = client;
        if (connected != null) {
            var _ = leave(connected, Mqtt5DisconnectReasonCode.DISCONNECT_WITH_WILL_MESSAGE);
        }
    }

    @Override
    public String gateway() {
        return gateway;
    }

    @Override
    public CompletableFuture<Message> request(Request request) {
        return switch (request) {
            case Request.Put(var device) -> {
                ours.put(device.id(), device);
                yield publish(packets.here(device));
            }
            case Request.Disconnect(var device) -> {
                ours.remove(device);
                yield publish(packets.gone(device));
            }
            case Request.Delete(var device) -> {
                ours.remove(device);
                yield publish(packets.deleted(device));
            }
            case Request.Event event -> publishIfRead(packets.event(event));
            case Request.Response response -> publishIfRead(packets.response(response));
        };
    }

    /// Says of each device that it is gone; where the broker does not hear that, our will does.
    @Override
    public void close() {
        boolean wasOpen = phase.getAndSet(Phase.OVER) == Phase.OPEN;
        var connected = client;
        if (connected != null && wasOpen) {
            try {
                var reason = saidGoodbye(connected)
                        ? Mqtt5DisconnectReasonCode.NORMAL_DISCONNECTION
                        : Mqtt5DisconnectReasonCode.DISCONNECT_WITH_WILL_MESSAGE;
                leave(connected, reason).get(LEAVE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (ExecutionException | TimeoutException gone) {
                LOG.log(Level.DEBUG, "the broker was not told of our leave", gone);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        confirmations.end(new ConnectionFailure.Lost("the session was closed"));
    }

    private boolean saidGoodbye(Mqtt5AsyncClient to) throws InterruptedException {
        var words = Stream.concat(ours.keySet().stream().map(packets::gone), Stream.of(packets.gateway(false)))
                .map(to::publish)
                .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(words).get(LAST_WORDS_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException unheard) {
            LOG.log(Level.DEBUG, "the broker did not hear that the devices are gone", unheard);
            return false;
        }
    }

    private static CompletableFuture<Void> leave(Mqtt5AsyncClient connected, Mqtt5DisconnectReasonCode reason) {
        return connected.disconnectWith().reasonCode(reason).send();
    }

    /// The connection has ended, or could not be made.
    void ended(Throwable cause) {
        var why = Failures.ofConnect(cause) instanceof ConnectionFailure.Unreachable(var detail)
                        && phase.get() == Phase.OPEN
                ? new ConnectionFailure.Lost(detail)
                : Failures.ofConnect(cause);
        boolean wasOpen = phase.getAndSet(Phase.OVER) == Phase.OPEN;
        confirmations.end(why);
        if (wasOpen) {
            host.lost(why);
        }
    }

    private CompletableFuture<Message> publish(Mqtt5Publish message) {
        return ask(connected -> confirmations.of(message, connected));
    }

    private CompletableFuture<Message> publishIfRead(Mqtt5Publish message) {
        return ask(connected -> confirmations.ofWhatCanWait(message, connected));
    }

    private CompletableFuture<Message> ask(Function<Mqtt5AsyncClient, CompletableFuture<Message>> how) {
        var connected = client;
        return phase.get() == Phase.OVER || connected == null
                ? CompletableFuture.failedFuture(confirmations.broken())
                : how.apply(connected);
    }

    /// The client takes whatever leaves here for its own end: one message must not cost the connection.
    private void heard(Mqtt5Publish message) {
        try {
            read(message);
        } catch (RuntimeException unfit) {
            complain(unfit);
        }
    }

    private void read(Mqtt5Publish message) {
        String topic = message.getTopic().toString();
        var device = topics.device(topic);
        if (device.isEmpty() || phase.get() == Phase.OVER) {
            return;
        }
        if (topics.isCommand(topic)) {
            payloads.command(device.get(), message.getPayloadAsBytes(), correlation(message))
                    .ifPresentOrElse(host::received, () -> complain(null));
        } else {
            stateHeard(device.get(), message);
        }
    }

    /// What is retained is from before this connection, and may be our own; what comes later is what somebody else
    /// says now.
    private void stateHeard(String device, Mqtt5Publish message) {
        boolean connected = payloads.isConnected(message.getPayloadAsBytes());
        var own = ours.get(device);
        if (message.isRetain() && own == null && connected) {
            LOG.log(Level.INFO, "device {0} is no longer here", device);
            var _ = publish(packets.gone(device));
        } else if (!message.isRetain() && own != null && !connected) {
            LOG.log(Level.INFO, "somebody says that device {0} is gone: it is here", device);
            var _ = publish(packets.here(own));
        }
    }

    /// Once: who sends such things may send many.
    private void complain(@Nullable RuntimeException unfit) {
        if (complained.compareAndSet(false, true)) {
            LOG.log(Level.WARNING, "expected a command in JSON with a service, found another thing", unfit);
        }
    }

    private static byte[] correlation(Mqtt5Publish message) {
        var data = message.getCorrelationData().map(ByteBuffer::duplicate).orElse(ByteBuffer.allocate(0));
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        return bytes;
    }
}
