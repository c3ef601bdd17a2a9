package wifisetup.platform.mqtt;

import com.hivemq.client.mqtt.MqttClientExecutorConfig;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.MqttClientTransportConfig;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.message.auth.Mqtt5SimpleAuth;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import io.reactivex.schedulers.Schedulers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import wifisetup.platform.ConnectionFailure;
import wifisetup.platform.ConnectorConfiguration;
import wifisetup.platform.DeviceDescription;
import wifisetup.platform.Session;
import wifisetup.platform.SessionHost;
import wifisetup.platform.Transport;
import wifisetup.platform.TransportException;

/// Opens sessions with an MQTT 5 broker. Each has a client of its own: what was under way when a session broke
/// is known to have failed, and the broker's side goes on where it was.
final class MqttTransport implements Transport {
    private static final MqttClientExecutorConfig THREADS = MqttClientExecutorConfig.builder()
            .nettyThreads(1)
            // On that thread itself: nothing that is called here waits.
            .applicationScheduler(Schedulers.trampoline())
            .build();

    private final ConnectorConfiguration configuration;
    private final Optional<MqttClientSslConfig> tls;
    private final Payloads payloads = new Payloads();

    MqttTransport(ConnectorConfiguration configuration, Optional<MqttClientSslConfig> tls) {
        this.configuration = configuration;
        this.tls = tls;
    }

    @Override
    public Session open(SessionHost host) throws TransportException, InterruptedException {
        var known = host.gateway();
        String gateway = known.orElseGet(() -> UUID.randomUUID().toString());
        if (!Topics.fits(gateway)) {
            throw new TransportException(
                    new ConnectionFailure.Refused(400, "the gateway id cannot be part of a topic"), null);
        }
        var session = new MqttSession(gateway, payloads, configuration.limits(), host);
        boolean open = false;
        try {
            var devices = host.devices();
            session.open(client(session, gateway, devices), known.isEmpty(), devices);
            open = true;
            return session;
        } finally {
            if (!open) {
                session.abandon();
            }
        }
    }

    @Override
    public void close() {
        // The event loop ends with the last session that uses it.
    }

    private Mqtt5AsyncClient client(MqttSession session, String gateway, List<DeviceDescription> devices) {
        var limits = configuration.limits();
        var way = MqttClientTransportConfig.builder()
                .serverHost(configuration.host())
                .serverPort(configuration.port())
                .socketConnectTimeout(limits.handshake().toMillis(), TimeUnit.MILLISECONDS)
                .mqttConnectTimeout(limits.handshake().toMillis(), TimeUnit.MILLISECONDS);
        var builder = Mqtt5Client.builder()
                .identifier(gateway)
                .executorConfig(THREADS)
                .transportConfig(tls.map(way::sslConfig).orElse(way).build())
                .willPublish(will(new Topics(gateway), devices))
                .addDisconnectedListener(context -> session.ended(context.getCause()));
        if (!configuration.user().isEmpty()) {
            builder = builder.simpleAuth(Mqtt5SimpleAuth.builder()
                    .username(configuration.user())
                    .password(configuration.password().reveal().getBytes(StandardCharsets.UTF_8))
                    .build());
        }
        return builder.buildAsync();
    }

    /// A connection has one will (MQTT 5.0, 3.1.2.5): of several devices it can name none, so it names their
    /// gateway.
    private Mqtt5Publish will(Topics topics, List<DeviceDescription> devices) {
        return Mqtt5Publish.builder()
                .topic(devices.size() == 1 ? topics.state(devices.getFirst().id()) : topics.ownState())
                .payload(payloads.connected(false))
                .qos(MqttQos.AT_LEAST_ONCE)
                .retain(true)
                .build();
    }
}
