package wifisetup.platform.mqtt;

import com.hivemq.client.mqtt.MqttClientExecutorConfig;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.MqttClientTransportConfig;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.message.auth.Mqtt5SimpleAuth;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.reactivex.schedulers.Schedulers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import wifisetup.loop.Timer;
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
    /// For what is under way when the transport closes: nothing, once its session has taken leave.
    private static final long END_MILLIS = 500;

    // Its thread begins with the first session.
    private final EventLoopGroup loop = new NioEventLoopGroup(
            1, Thread.ofPlatform().daemon().name("platform-mqtt").factory());
    private final ConnectorConfiguration configuration;
    private final Optional<MqttClientSslConfig> tls;
    private final Payloads payloads = new Payloads();

    private final Timer timer;

    MqttTransport(ConnectorConfiguration configuration, Optional<MqttClientSslConfig> tls, Timer timer) {
        this.configuration = configuration;
        this.tls = tls;
        this.timer = timer;
    }

    @Override
    public Session open(SessionHost host) throws TransportException, InterruptedException {
        var known = host.gateway();
        String gateway = known.orElseGet(() -> UUID.randomUUID().toString());
        if (!Topics.fits(gateway)) {
            throw new TransportException(
                    new ConnectionFailure.Refused(400, "the gateway id cannot be part of a topic"), null);
        }
        // Before the first word: a broker may keep a session, and a will, of every id it ever heard.
        host.gateway(gateway);
        var session = new MqttSession(gateway, payloads, configuration.limits(), timer, host);
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
        // With it ends a connection that the broker has not yet answered.
        var _ = loop.shutdownGracefully(0, END_MILLIS, TimeUnit.MILLISECONDS);
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
                .executorConfig(threads())
                .transportConfig(tls.map(way::sslConfig).orElse(way).build())
                .willPublish(new Packets(new Topics(gateway), payloads).will(devices))
                .addDisconnectedListener(context -> session.ended(context.getCause()));
        if (!configuration.user().isEmpty()) {
            builder = builder.simpleAuth(Mqtt5SimpleAuth.builder()
                    .username(configuration.user())
                    .password(configuration.password().reveal().getBytes(StandardCharsets.UTF_8))
                    .build());
        }
        return builder.buildAsync();
    }

    private MqttClientExecutorConfig threads() {
        return MqttClientExecutorConfig.builder()
                .nettyExecutor(loop)
                .nettyThreads(1)
                // On that thread itself: nothing that is called here waits.
                .applicationScheduler(Schedulers.trampoline())
                .build();
    }
}
