package wifisetup.platform.mqtt;

import com.hivemq.client.mqtt.MqttClientExecutorConfig;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A back end of a fleet: hears what the appliances say, and commands them.
public final class Fleet implements AutoCloseable {
    /// Each event of each device goes to one of all back ends that subscribe to this (MQTT 5.0, 4.8.2).
    public static final String SHARED_EVENTS = "$share/fleet/wifi-setup/+/+/event";

    /// What was heard.
    ///
    /// @param correlation in UTF-8
    public record Heard(String topic, String payload, String correlation, boolean retained) {}

    /// A message, and when it came, by [System#nanoTime].
    public record Arrival(Heard heard, long at) {}

    private final BlockingQueue<Arrival> arrivals;
    private final Mqtt5BlockingClient client;

    /// Connects to the broker at that port of loopback.
    public Fleet(int port, Optional<MqttClientSslConfig> tls) {
        this(port, tls, new LinkedBlockingQueue<>());
    }

    private Fleet(int port, Optional<MqttClientSslConfig> tls, BlockingQueue<Arrival> arrivals) {
        this.arrivals = arrivals;
        var builder = Mqtt5Client.builder()
                .executorConfig(
                        MqttClientExecutorConfig.builder().nettyThreads(1).build())
                .identifier("fleet-" + UUID.randomUUID())
                .serverHost("127.0.0.1")
                .serverPort(port);
        client = tls.map(builder::sslConfig).orElse(builder).buildBlocking();
        client.toAsync()
                .publishes(
                        MqttGlobalPublishFilter.ALL,
                        message -> arrivals.add(new Arrival(heard(message), System.nanoTime())));
        client.connect();
    }

    /// Connects to the broker at that port of loopback, without TLS.
    public Fleet(int port) {
        this(port, Optional.empty());
    }

    /// Another one, of which this one hears what it hears.
    public Fleet colleague(int port) {
        return new Fleet(port, Optional.empty(), arrivals);
    }

    /// Subscribes.
    public Fleet to(String filter) {
        client.subscribeWith().topicFilter(filter).qos(MqttQos.AT_LEAST_ONCE).send();
        return this;
    }

    /// Sends a command, to which the answer has that correlation.
    public void command(String topic, String payload, String correlation) {
        client.publishWith()
                .topic(topic)
                .payload(payload.getBytes(StandardCharsets.UTF_8))
                .qos(MqttQos.AT_LEAST_ONCE)
                .correlationData(correlation.getBytes(StandardCharsets.UTF_8))
                .send();
    }

    /// Leaves a message for whoever subscribes later.
    public void retain(String topic, String payload) {
        client.publishWith()
                .topic(topic)
                .payload(payload.getBytes(StandardCharsets.UTF_8))
                .qos(MqttQos.AT_LEAST_ONCE)
                .retain(true)
                .send();
    }

    /// The next message.
    public Heard next() throws InterruptedException {
        return nextArrival().heard();
    }

    /// The next message, and when it came.
    public Arrival nextArrival() throws InterruptedException {
        var next = arrivals.poll(20, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("expected a message, none came");
        }
        return next;
    }

    /// How many messages wait here to be read.
    public int waiting() {
        return arrivals.size();
    }

    @Override
    public void close() {
        // A test may have killed the broker.
        client.toAsync().disconnect().exceptionally(_ -> null).join();
    }

    private static Heard heard(Mqtt5Publish message) {
        return new Heard(
                message.getTopic().toString(),
                new String(message.getPayloadAsBytes(), StandardCharsets.UTF_8),
                message.getCorrelationData()
                        .map(data ->
                                StandardCharsets.UTF_8.decode(data.duplicate()).toString())
                        .orElse(""),
                message.isRetain());
    }
}
