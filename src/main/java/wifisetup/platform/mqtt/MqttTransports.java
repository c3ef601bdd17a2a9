package wifisetup.platform.mqtt;

import com.hivemq.client.mqtt.MqttClientSslConfig;
import java.util.Optional;
import wifisetup.loop.Timer;
import wifisetup.platform.ConfigurationException;
import wifisetup.platform.ConnectorConfiguration;
import wifisetup.platform.Transport;
import wifisetup.platform.TransportProvider;

/// Makes transports over MQTT 5, on TLS where the configuration says `encryption = yes`.
public final class MqttTransports implements TransportProvider {
    /// The service that `transport = mqtt` finds.
    public MqttTransports() {}

    @Override
    public String name() {
        return "mqtt";
    }

    @Override
    public Transport create(ConnectorConfiguration configuration, Timer timer) throws ConfigurationException {
        return new MqttTransport(configuration, tls(configuration), timer);
    }

    private static Optional<MqttClientSslConfig> tls(ConnectorConfiguration configuration)
            throws ConfigurationException {
        if (!configuration.encrypted()) {
            return Optional.empty();
        }
        // A null factory is Java's own.
        return Optional.of(MqttClientSslConfig.builder()
                .trustManagerFactory(configuration.tls().trust().orElse(null))
                .keyManagerFactory(configuration.tls().identity().orElse(null))
                .build());
    }
}
