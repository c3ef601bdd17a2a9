package wifisetup.platform.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;
import wifisetup.loop.SystemTimer;
import wifisetup.platform.Certificates;
import wifisetup.platform.ConnectionFailure;
import wifisetup.platform.ConnectionState;
import wifisetup.platform.ConnectorConfiguration;
import wifisetup.platform.DeviceDescription;
import wifisetup.platform.LogSettings;
import wifisetup.platform.Message;
import wifisetup.platform.Request;
import wifisetup.platform.TransportContract;
import wifisetup.platform.TransportException;
import wifisetup.secret.Secret;

/// Brokers that are slow, silent or somebody else.
class HostileBrokerTest {
    private static final int LIMIT_SECONDS = 20;
    private static final int CONNECT = 1;

    @TempDir
    private Path directory;

    private final SystemTimer timer = new SystemTimer();

    @AfterEach
    void end() {
        timer.close();
    }

    @Test
    void aConnectionThatIsLetInAfterWeLeftDoesNotStay() throws Exception {
        var word = new CompletableFuture<Void>();
        try (var broker = new ScriptedBroker(word)) {
            try (var _ = Appliance.at(broker.port())) {
                assertThat(broker.packets.poll(LIMIT_SECONDS, TimeUnit.SECONDS)).isEqualTo(CONNECT);
            }
            word.complete(null);

            assertThat(broker.ended).succeedsWithin(Duration.ofSeconds(LIMIT_SECONDS));
        }
    }

    @Test
    void theGatewayIdIsMadeBeforeTheFirstWordAndStaysWhereAnAttemptFails() throws Exception {
        var host = new TransportContract.Host(Optional.empty());
        try (var nobody = new MqttTransports().create(Appliance.configuration(Mosquitto.freePort(), "gw"), timer)) {
            assertThatExceptionOfType(TransportException.class).isThrownBy(() -> nobody.open(host));
            var first = host.gateway();
            assertThatExceptionOfType(TransportException.class).isThrownBy(() -> nobody.open(host));

            assertThat(host.gateway()).isEqualTo(first).isPresent();
        }
    }

    @Test
    void whatABrokerDoesNotConfirmPilesUpToALimit() throws Exception {
        var device = new DeviceDescription("lamp", "light", "Lamp");
        var text = JsonNodeFactory.instance.stringNode("x".repeat(100 << 10));
        try (var broker = new ScriptedBroker(CompletableFuture.completedFuture(null));
                var transport = new MqttTransports().create(Appliance.configuration(broker.port(), "gw"), timer);
                var session = transport.open(new TransportContract.Host(Optional.of("gw"), device))) {
            var answers = new ArrayList<CompletableFuture<Message>>();
            for (int i = 0; i < 50; i++) {
                answers.add(session.request(new Request.Event("lamp", "s", text, JsonNodeFactory.instance.nullNode())));
            }

            assertThat(answers.stream().filter(answer -> !answer.isDone())).hasSize(40);
            assertThat(answers.getLast().join().status()).isEqualTo(429);
        }
    }

    @Test
    void aCertificateOfAnotherHostIsNotTrusted() throws Exception {
        var certificates = Certificates.in(directory);
        // The certificate is for 127.0.0.1 and localhost.
        var elsewhere = InetAddress.getByName("127.0.0.2");
        try (var server = certificates.serverContext().getServerSocketFactory().createServerSocket(0, 5, elsewhere)) {
            Thread.ofVirtual().start(() -> {
                try (var socket = server.accept()) {
                    var _ = socket.getInputStream().read();
                } catch (IOException refused) {
                    // As it should be.
                }
            });
            var configuration = new ConnectorConfiguration(
                    "mqtt",
                    true,
                    elsewhere.getHostAddress(),
                    server.getLocalPort(),
                    "",
                    Secret.EMPTY,
                    Optional.of("gw"),
                    certificates.files(),
                    Appliance.QUICK,
                    LogSettings.DEFAULT);
            try (var appliance = new Appliance(configuration, Appliance.lamp())) {
                var waiting = (ConnectionState.Waiting) appliance.await(ConnectionState.Waiting.class::isInstance);
                assertThat(waiting.why()).isInstanceOf(ConnectionFailure.NotTrusted.class);
            }
        }
    }
}
