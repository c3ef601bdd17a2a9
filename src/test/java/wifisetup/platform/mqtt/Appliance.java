package wifisetup.platform.mqtt;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import wifisetup.loop.SystemTimer;
import wifisetup.platform.ConnectionState;
import wifisetup.platform.ConnectorConfiguration;
import wifisetup.platform.Device;
import wifisetup.platform.DeviceManager;
import wifisetup.platform.DevicePool;
import wifisetup.platform.Limits;
import wifisetup.platform.LogSettings;
import wifisetup.platform.PlatformClient;
import wifisetup.platform.TlsFiles;
import wifisetup.secret.Secret;

/// An appliance of the tests: the connector over MQTT with quick limits, and a device of the id `lamp`.
final class Appliance implements AutoCloseable {
    static final Limits QUICK = new Limits(
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofMillis(50),
            2,
            Duration.ofMillis(100),
            0);

    private final SystemTimer timer = new SystemTimer();
    private final PlatformClient client;

    Appliance(ConnectorConfiguration configuration, DeviceManager devices) throws Exception {
        client = PlatformClient.with(devices)
                .configuration(configuration)
                .transport(new MqttTransports().create(configuration, timer))
                .timer(timer)
                .open();
    }

    /// With the device `lamp`, as gateway `gw`.
    static Appliance at(int port) throws Exception {
        return new Appliance(configuration(port, "gw"), lamp());
    }

    static DeviceManager lamp() {
        var devices = new DevicePool();
        devices.add(new Device("lamp", "light", "Lamp"));
        return devices;
    }

    static ConnectorConfiguration configuration(int port, String gateway) {
        return configuration(port, Optional.of(gateway), "", "", Optional.empty());
    }

    static ConnectorConfiguration configuration(
            int port, Optional<String> gateway, String user, String password, Optional<TlsFiles> tls) {
        return new ConnectorConfiguration(
                "mqtt",
                tls.isPresent(),
                "127.0.0.1",
                port,
                user,
                new Secret(password),
                gateway,
                tls.orElse(TlsFiles.NONE),
                QUICK,
                LogSettings.DEFAULT);
    }

    PlatformClient client() {
        return client;
    }

    /// Waits until it is connected.
    Appliance connected() throws Exception {
        await(ConnectionState.Connected.class::isInstance);
        return this;
    }

    /// Waits until it stands like that with the broker.
    ConnectionState await(Predicate<ConnectionState> wanted) throws Exception {
        var reached = new CompletableFuture<ConnectionState>();
        client.observe(Runnable::run, state -> {
            if (wanted.test(state)) {
                reached.complete(state);
            }
        });
        return reached.get(30, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        client.close();
        timer.close();
    }
}
