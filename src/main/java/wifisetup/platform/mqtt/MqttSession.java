package wifisetup.platform.mqtt;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.disconnect.Mqtt5DisconnectReasonCode;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishBuilder;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5RetainHandling;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
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
    private static final Duration SESSION_EXPIRY = Duration.ofDays(7);
    private static final long FAREWELL_MILLIS = 800;

    /// Where a session is.
    private enum Phase {
        OPENING,
        OPEN,
        OVER
    }

    private final String gateway;
    private final Topics topics;
    private final Payloads payloads;
    private final Limits limits;
    private final SessionHost host;
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.OPENING);
    private final Map<Long, CompletableFuture<?>> waiting = new ConcurrentHashMap<>();
    private final AtomicLong lastWaiting = new AtomicLong();
    private final Set<String> ours = ConcurrentHashMap.newKeySet();
    private volatile @Nullable ConnectionFailure end;
    private volatile @Nullable Mqtt5AsyncClient client;

    MqttSession(String gateway, Payloads payloads, Limits limits, SessionHost host) {
        this.gateway = gateway;
        this.topics = new Topics(gateway);
        this.payloads = payloads;
        this.limits = limits;
        this.host = host;
    }

    /// Connects, hears commands from then on, and publishes the devices.
    ///
    /// @param fresh whether what the broker may have of this gateway is to be forgotten
    void open(Mqtt5AsyncClient with, boolean fresh, List<DeviceDescription> devices)
            throws TransportException, InterruptedException {
        client = with;
        devices.forEach(device -> ours.add(device.id()));
        // Before the connection: the commands that waited come with it.
        with.publishes(MqttGlobalPublishFilter.ALL, this::heard);
        host.reached(Stage.CONNECTING);
        await(
                with.connectWith()
                        .cleanStart(fresh)
                        .keepAlive(Math.clamp(limits.silence().toSeconds(), 1, 65_535))
                        .sessionExpiryInterval(SESSION_EXPIRY.toSeconds())
                        .send(),
                // The client has this limit once for the socket and once for the broker's word.
                limits.handshake().multipliedBy(2),
                Stage.HANDSHAKE);
        host.reached(Stage.SYNCHRONISING);
        await(subscribe(with), limits.call(), Stage.SYNCHRONISING);
        publishStates(devices);
        if (!phase.compareAndSet(Phase.OPENING, Phase.OPEN)) {
            throw broken();
        }
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
                .applySubscription()
                .send();
    }

    private void publishStates(List<DeviceDescription> devices) throws TransportException, InterruptedException {
        var published = new ArrayList<CompletableFuture<Message>>();
        if (devices.size() != 1) {
            published.add(publish(retained(topics.ownState(), payloads.connected(true))));
        }
        devices.forEach(device -> published.add(put(device)));
        for (var state : published) {
            var answer = await(state, limits.call(), Stage.SYNCHRONISING);
            if (!answer.isConfirmed()) {
                throw new TransportException(
                        new ConnectionFailure.Refused(answer.status(), "the broker refuses a device's state"), null);
            }
        }
    }

    /// Breaks what has not come to be a session.
    void abandon() {
        phase.set(Phase.OVER);
        var connected = client;
        if (connected != null) {
            var _ = connected.disconnect();
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
                ours.add(device.id());
                yield put(device);
            }
            case Request.Disconnect(var device) -> {
                ours.remove(device);
                yield publish(retained(topics.state(device), payloads.connected(false)));
            }
            case Request.Delete(var device) -> {
                ours.remove(device);
                yield publish(retained(topics.state(device), new byte[0]));
            }
            case Request.Event event -> publish(plain(topics.event(event.device()), payloads.event(event)));
            case Request.Response response -> publish(response(response));
        };
    }

    /// With the will, which says to everybody that we are gone.
    @Override
    public void close() {
        boolean wasOpen = phase.getAndSet(Phase.OVER) == Phase.OPEN;
        var connected = client;
        if (connected != null && wasOpen) {
            try {
                connected
                        .disconnectWith()
                        .reasonCode(Mqtt5DisconnectReasonCode.DISCONNECT_WITH_WILL_MESSAGE)
                        .send()
                        .get(FAREWELL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (ExecutionException | TimeoutException gone) {
                LOG.log(Level.DEBUG, "the broker was not told of our leave", gone);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        failWaiting(new ConnectionFailure.Lost("the session was closed"));
    }

    /// The connection has ended, or could not be made.
    void ended(Throwable cause) {
        var why = Failures.ofConnect(cause) instanceof ConnectionFailure.Unreachable(var detail)
                        && phase.get() == Phase.OPEN
                ? new ConnectionFailure.Lost(detail)
                : Failures.ofConnect(cause);
        end = why;
        boolean wasOpen = phase.getAndSet(Phase.OVER) == Phase.OPEN;
        failWaiting(why);
        if (wasOpen) {
            host.lost(why);
        }
    }

    private void failWaiting(ConnectionFailure why) {
        var failure = new TransportException(why, null);
        waiting.values().forEach(result -> result.completeExceptionally(failure));
    }

    private CompletableFuture<Message> put(DeviceDescription device) {
        return publish(retained(topics.state(device.id()), payloads.state(device)));
    }

    private CompletableFuture<Message> publish(Mqtt5Publish message) {
        var result = new CompletableFuture<Message>();
        long number = lastWaiting.incrementAndGet();
        waiting.put(number, result);
        var _ = result.whenComplete((_, _) -> waiting.remove(number));
        var connected = client;
        if (phase.get() == Phase.OVER || connected == null) {
            result.completeExceptionally(broken());
            return result;
        }
        var _ = connected.publish(message).whenComplete((_, thrown) -> {
            if (thrown == null) {
                result.complete(Message.of(Message.OK));
            } else {
                Failures.ofPublish(thrown)
                        .ifPresentOrElse(
                                status -> result.complete(Message.of(status)),
                                () -> result.completeExceptionally(broken()));
            }
        });
        return result;
    }

    /// Not in time: whoever waits for the result may give up; the client goes on until the session ends.
    private <T> T await(CompletableFuture<T> result, Duration limit, Stage stage)
            throws TransportException, InterruptedException {
        long number = lastWaiting.incrementAndGet();
        waiting.put(number, result);
        try {
            return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new TransportException(new ConnectionFailure.TimedOut(stage), late);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof TransportException known
                    ? known
                    : new TransportException(Failures.ofConnect(failed.getCause()), failed.getCause());
        } finally {
            waiting.remove(number);
        }
    }

    private TransportException broken() {
        var why = end;
        return new TransportException(why == null ? new ConnectionFailure.Lost("the session is over") : why, null);
    }

    private void heard(Mqtt5Publish message) {
        String topic = message.getTopic().toString();
        var device = topics.device(topic);
        if (device.isEmpty()) {
            return;
        }
        if (topics.isCommand(topic)) {
            payloads.command(device.get(), message.getPayloadAsBytes(), bytes(message))
                    .ifPresentOrElse(
                            host::received,
                            () -> LOG.log(
                                    Level.WARNING, "expected a command in JSON with a service, found another thing"));
        } else if (!ours.contains(device.get()) && payloads.isConnected(message.getPayloadAsBytes())) {
            // A device that was taken away while there was no connection.
            LOG.log(Level.INFO, "device {0} is no longer here", device.get());
            var _ = publish(retained(topics.state(device.get()), payloads.connected(false)));
        }
    }

    private static byte[] bytes(Mqtt5Publish message) {
        var correlation =
                message.getCorrelationData().map(ByteBuffer::duplicate).orElse(ByteBuffer.allocate(0));
        byte[] bytes = new byte[correlation.remaining()];
        correlation.get(bytes);
        return bytes;
    }

    private Mqtt5Publish response(Request.Response response) {
        var message = message(topics.response(response.command().device().orElse("")), payloads.response(response));
        byte[] correlation = payloads.correlation(response.command());
        return (correlation.length == 0 ? message : message.correlationData(correlation)).build();
    }

    private static Mqtt5Publish plain(String topic, byte[] payload) {
        return message(topic, payload).build();
    }

    private static Mqtt5Publish retained(String topic, byte[] payload) {
        return message(topic, payload).retain(true).build();
    }

    private static Mqtt5PublishBuilder.Complete message(String topic, byte[] payload) {
        return Mqtt5Publish.builder()
                .topic(topic)
                .payload(payload)
                .contentType(Message.JSON)
                .qos(MqttQos.AT_LEAST_ONCE);
    }
}
