package wifisetup.platform.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static wifisetup.platform.mqtt.Fleet.Heard;

import com.hivemq.client.mqtt.MqttClientSslConfig;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wifisetup.platform.Certificates;
import wifisetup.platform.ChildProgram;
import wifisetup.platform.ConnectionFailure;
import wifisetup.platform.ConnectionState;
import wifisetup.platform.ConnectorConfiguration;
import wifisetup.platform.Device;
import wifisetup.platform.DevicePool;
import wifisetup.platform.Message;
import wifisetup.platform.TlsFiles;

class MosquittoTest {
    private static final String STATE = "wifi-setup/gw/lamp/state";
    private static final String COMMAND = "wifi-setup/gw/lamp/command";
    private static final String LAMP = "{\"connected\":true,\"type\":\"light\",\"name\":\"Lamp\",\"tags\":{}}";
    private static final String GONE = "{\"connected\":false}";

    @TempDir
    private static Path keys;

    @TempDir
    private Path directory;

    private static Certificates certificates;

    private Mosquitto broker;

    @BeforeAll
    static void sign() throws Exception {
        certificates = Certificates.in(keys);
    }

    @BeforeEach
    void start() throws Exception {
        broker = Mosquitto.open(directory);
    }

    @AfterEach
    void end() {
        broker.close();
    }

    @Test
    void aDeviceIsARetainedStateThatSomebodyWhoComesLaterSees() throws Exception {
        try (var appliance = Appliance.at(broker.port()).connected();
                var fleet = new Fleet(broker.port()).to("wifi-setup/+/+/state")) {
            assertThat(fleet.next()).isEqualTo(new Heard(STATE, LAMP, "", true));

            var lamp = new Device("lamp", "light", "Light");
            lamp.addTag("room", "Küche");
            assertThat(appliance.client().update(lamp)).isTrue();
            assertThat(fleet.next())
                    .isEqualTo(new Heard(
                            STATE,
                            "{\"connected\":true,\"type\":\"light\",\"name\":\"Light\",\"tags\":{\"room\":\"Küche\"}}",
                            "",
                            false));

            assertThat(appliance.client().disconnect("lamp")).isTrue();
            assertThat(fleet.next()).isEqualTo(new Heard(STATE, GONE, "", false));

            assertThat(appliance.client().add(lamp)).isTrue();
            assertThat(fleet.next().topic()).isEqualTo(STATE);
            assertThat(appliance.client().delete("lamp")).isTrue();
            assertThat(fleet.next()).isEqualTo(new Heard(STATE, "", "", false));
        }
    }

    @Test
    void anEventIsConfirmedByTheBroker() throws Exception {
        try (var fleet = new Fleet(broker.port()).to("wifi-setup/+/+/event");
                var appliance = Appliance.at(broker.port()).connected()) {
            var answer = appliance.client().event("lamp", "brightness", Map.of("percent", 40), Map.of("number", 7));

            assertThat(answer.status()).isEqualTo(Message.OK);
            assertThat(fleet.next())
                    .isEqualTo(new Heard(
                            "wifi-setup/gw/lamp/event",
                            "{\"service\":\"brightness\",\"data\":{\"percent\":40},\"metadata\":{\"number\":7}}",
                            "",
                            false));
        }
    }

    @Test
    void aCommandIsAnsweredWithItsCorrelation() throws Exception {
        try (var fleet = new Fleet(broker.port()).to("wifi-setup/gw/+/response");
                var appliance = Appliance.at(broker.port()).connected()) {
            fleet.command("wifi-setup/gw/lamp/command", "not JSON", "1");
            fleet.command("wifi-setup/gw/lamp/command", "{\"data\": 1}", "2");
            fleet.command("wifi-setup/gw/lamp/command", "{\"service\":\"on\",\"data\":{\"for\":3}}", "a1-ü");

            var command = appliance.client().receive(Duration.ofSeconds(20)).orElseThrow();
            assertThat(command.device()).contains("lamp");
            assertThat(command.service()).contains("on");
            assertThat(command.data().path("for").intValue()).isEqualTo(3);
            assertThat(appliance.client().respond(command, Map.of("is", "on")).isConfirmed())
                    .isTrue();
            assertThat(fleet.next())
                    .isEqualTo(new Heard(
                            "wifi-setup/gw/lamp/response",
                            "{\"service\":\"on\",\"data\":{\"is\":\"on\"},\"status\":200}",
                            "a1-ü",
                            false));
        }
    }

    @Test
    void aCommandForAnUnknownDeviceIsAnsweredWithAnError() throws Exception {
        try (var fleet = new Fleet(broker.port()).to("wifi-setup/gw/+/response");
                var _ = Appliance.at(broker.port()).connected()) {
            fleet.command("wifi-setup/gw/toaster/command", "{\"service\":\"on\"}", "1");

            var answer = fleet.next();
            assertThat(answer.topic()).isEqualTo("wifi-setup/gw/toaster/response");
            assertThat(answer.payload()).contains("\"status\":404");
        }
    }

    @Test
    void commandsThatCameWhileTheDeviceWasAwayArriveWhenItIsBackAndAreAnswered() throws Exception {
        Appliance.at(broker.port()).connected().close();
        try (var fleet = new Fleet(broker.port()).to("wifi-setup/gw/+/response")) {
            fleet.command("wifi-setup/gw/lamp/command", "{\"service\":\"first\"}", "1");
            fleet.command("wifi-setup/gw/lamp/command", "{\"service\":\"second\"}", "2");
            // Not waited for: whatever comes with the connection is answered at once.
            try (var appliance = Appliance.at(broker.port())) {
                for (var correlation : List.of("1", "2")) {
                    var command =
                            appliance.client().receive(Duration.ofSeconds(20)).orElseThrow();
                    assertThat(appliance.client().respond(command, "done").isConfirmed())
                            .isTrue();
                    assertThat(fleet.next().correlation()).isEqualTo(correlation);
                }
            }
        }
    }

    @Test
    void aCommandThatSomebodyRetainedIsNotObeyedAgainAndAgain() throws Exception {
        try (var fleet = new Fleet(broker.port()).to("wifi-setup/gw/lamp/command")) {
            fleet.retain("wifi-setup/gw/lamp/command", "{\"service\":\"stale\"}");
            assertThat(fleet.next().payload()).contains("stale");
            try (var appliance = Appliance.at(broker.port()).connected()) {
                fleet.command("wifi-setup/gw/lamp/command", "{\"service\":\"fresh\"}", "1");

                assertThat(appliance.client().receive(Duration.ofSeconds(20)).flatMap(Message::service))
                        .contains("fresh");
            }
        }
    }

    @Test
    void takingLeaveSaysThatTheDeviceIsGone() throws Exception {
        try (var fleet = new Fleet(broker.port()).to(STATE)) {
            try (var _ = Appliance.at(broker.port()).connected()) {
                assertThat(fleet.next().payload()).isEqualTo(LAMP);
            }
            assertThat(fleet.next().payload()).isEqualTo(GONE);
        }
    }

    @Test
    void theWillIsSeenWhenTheProgramIsKilled() throws Exception {
        try (var fleet = new Fleet(broker.port()).to(STATE)) {
            var process = ChildProgram.start(KilledAppliance.class, String.valueOf(broker.port()));
            try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
                assertThat(lines.lines().filter("connected"::equals).findFirst())
                        .isPresent();
                assertThat(fleet.next().payload()).isEqualTo(LAMP);
                process.toHandle().destroyForcibly();

                assertThat(fleet.next()).isEqualTo(new Heard(STATE, GONE, "", false));
            } finally {
                process.destroyForcibly();
            }
        }
    }

    @Test
    void ofSeveralDevicesTheGatewaySaysThatTheyAreGone() throws Exception {
        var devices = new DevicePool();
        devices.add(new Device("a/b+c#d%", "light", "One"));
        devices.add(new Device("二", "light", "Two"));
        try (var fleet = new Fleet(broker.port()).to("wifi-setup/gw/state").to("wifi-setup/gw/+/state")) {
            try (var _ = new Appliance(Appliance.configuration(broker.port(), "gw"), devices).connected()) {
                assertThat(List.of(fleet.next(), fleet.next(), fleet.next()))
                        .extracting(Heard::topic)
                        .containsExactlyInAnyOrder(
                                "wifi-setup/gw/state", "wifi-setup/gw/a%2Fb%2Bc%23d%25/state", "wifi-setup/gw/二/state");
                fleet.command("wifi-setup/gw/a%2Fb%2Bc%23d%25/command", "{\"service\":\"on\"}", "");
            }
            assertThat(List.of(fleet.next(), fleet.next(), fleet.next()))
                    .as("each of them, and their gateway")
                    .extracting(Heard::topic, Heard::payload)
                    .containsExactlyInAnyOrder(
                            tuple("wifi-setup/gw/state", GONE),
                            tuple("wifi-setup/gw/a%2Fb%2Bc%23d%25/state", GONE),
                            tuple("wifi-setup/gw/二/state", GONE));
        }
    }

    @Test
    void aDeviceThatCameLaterIsGoneWithTheOthers() throws Exception {
        try (var fleet = new Fleet(broker.port()).to("wifi-setup/gw/fan/state")) {
            try (var appliance = Appliance.at(broker.port()).connected()) {
                assertThat(appliance.client().add(new Device("fan", "fan", "Fan")))
                        .isTrue();
                assertThat(fleet.next().payload()).contains("\"connected\":true");
            }
            assertThat(fleet.next().payload()).isEqualTo(GONE);
        }
    }

    @Test
    void whoSaysThatADeviceIsGoneWhichIsHereIsCorrected() throws Exception {
        try (var _ = Appliance.at(broker.port()).connected();
                var fleet = new Fleet(broker.port()).to(STATE)) {
            assertThat(fleet.next().payload()).isEqualTo(LAMP);
            fleet.retain(STATE, GONE);
            assertThat(fleet.next().payload()).isEqualTo(GONE);

            assertThat(fleet.next().payload()).isEqualTo(LAMP);
        }
    }

    @Test
    void aCommandThatIsTooLargeNeverComesAndTheLinkStays() throws Exception {
        try (var fleet = new Fleet(broker.port());
                var appliance = Appliance.at(broker.port()).connected()) {
            fleet.command(COMMAND, "{\"service\":\"large\",\"data\":\"" + "x".repeat(70 << 10) + "\"}", "1");
            fleet.command(COMMAND, "{\"service\":\"deep\",\"data\":" + "[".repeat(80) + "]".repeat(80) + "}", "2");
            fleet.command(COMMAND, "{\"service\":\"fit\"}", "3");

            assertThat(appliance.client().receive(Duration.ofSeconds(20)).flatMap(Message::service))
                    .contains("fit");
            assertThat(appliance.client().state()).isInstanceOf(ConnectionState.Connected.class);
        }
    }

    /// Mosquitto confirms what its rules forbid with the reason code for it (MQTT 5.0, 3.4.2.1).
    @Test
    void aStateThatTheBrokerRefusesDoesNotKeepTheGatewayOut() throws Exception {
        try (var strict = Mosquitto.withRules(
                        directory, List.of("topic readwrite wifi-setup/+/+/event", "topic read wifi-setup/#"));
                var fleet = new Fleet(strict.port()).to("wifi-setup/+/+/event");
                var appliance = Appliance.at(strict.port()).connected()) {
            assertThat(appliance.client().event("lamp", "n", 1).isConfirmed()).isTrue();
            assertThat(fleet.next().topic()).isEqualTo("wifi-setup/gw/lamp/event");
            assertThat(appliance.client().update(new Device("lamp", "light", "Light")))
                    .isFalse();
        }
    }

    /// Nobody's device id: of what `%00` stands for no topic can be made (MQTT 5.0, 1.5.4).
    @Test
    void aRetainedStateOfWhatCanBeNoDeviceDoesNotKeepTheGatewayOut() throws Exception {
        try (var fleet = new Fleet(broker.port()).to(STATE)) {
            fleet.retain("wifi-setup/gw/%00x/state", LAMP);
            fleet.retain("wifi-setup/gw//state", LAMP);
            try (var appliance = Appliance.at(broker.port()).connected()) {
                assertThat(fleet.next().payload()).isEqualTo(LAMP);
                assertThat(appliance.client().event("lamp", "n", 1).isConfirmed())
                        .isTrue();
                assertThat(appliance.client().state()).isInstanceOf(ConnectionState.Connected.class);
            }
        }
    }

    @Test
    void aDeviceThatWasTakenAwayWhileThereWasNoConnectionIsDisconnectedLater() throws Exception {
        var two = new DevicePool();
        two.add(new Device("lamp", "light", "Lamp"));
        two.add(new Device("fan", "fan", "Fan"));
        var away = new Appliance(Appliance.configuration(broker.port(), "gw"), two).connected();
        try (var fleet = new Fleet(broker.port()).to("wifi-setup/gw/fan/state")) {
            assertThat(fleet.next().payload()).contains("\"connected\":true");
            away.close();
            try (var _ = Appliance.at(broker.port()).connected()) {
                assertThat(fleet.next().payload()).isEqualTo(GONE);
            }
        }
    }

    @Test
    void backEndsThatShareASubscriptionGetEachEventOnce() throws Exception {
        try (var first = new Fleet(broker.port()).to(Fleet.SHARED_EVENTS);
                var _ = first.colleague(broker.port()).to(Fleet.SHARED_EVENTS);
                var audit = new Fleet(broker.port()).to("wifi-setup/+/+/event");
                var appliance = Appliance.at(broker.port()).connected()) {
            var sent = new HashSet<String>();
            for (int i = 0; i < 20; i++) {
                assertThat(appliance.client().event("lamp", "n", i).isConfirmed())
                        .isTrue();
                sent.add("{\"service\":\"n\",\"data\":" + i + "}");
            }
            var heard = new HashSet<String>();
            for (int i = 0; i < 20; i++) {
                audit.next();
                heard.add(first.next().payload());
            }
            assertThat(heard).isEqualTo(sent);
            assertThat(first.waiting()).isZero();
        }
    }

    @Test
    void aBrokerThatWasKilledAndIsBackHasTheDeviceAgain() throws Exception {
        try (var appliance = Appliance.at(broker.port()).connected()) {
            broker.kill();
            appliance.await(state -> !(state instanceof ConnectionState.Connected));
            assertThat(appliance.client().event("lamp", "n", 1).isConfirmed()).isFalse();

            broker.restart();
            appliance.connected();
            try (var fleet = new Fleet(broker.port()).to(STATE)) {
                assertThat(fleet.next().payload()).isEqualTo(LAMP);
                assertThat(appliance.client().event("lamp", "n", 2).isConfirmed())
                        .isTrue();
            }
        }
    }

    @Test
    void userAndPasswordLetInAndWrongOnesAreToldApart() throws Exception {
        try (var guarded = Mosquitto.withPassword(directory)) {
            var gateway = Optional.of("gw");
            var right = Appliance.configuration(
                    guarded.port(), gateway, Mosquitto.USER, Mosquitto.PASSWORD, Optional.empty());
            new Appliance(right, Appliance.lamp()).connected().close();

            var wrong = Appliance.configuration(guarded.port(), gateway, Mosquitto.USER, "guess", Optional.empty());
            assertThat(failure(wrong)).isInstanceOf(ConnectionFailure.WrongCredentials.class);
            assertThat(failure(Appliance.configuration(guarded.port(), "gw")))
                    .isInstanceOf(ConnectionFailure.WrongCredentials.class);
        }
    }

    @Test
    void aCertificateLetsInAndItsLackIsToldApartFromABrokerThatIsNotTrusted() throws Exception {
        try (var guarded = Mosquitto.withCertificates(directory, certificates)) {
            var files = certificates.files();
            try (var appliance = new Appliance(tls(guarded, files), Appliance.lamp()).connected();
                    var fleet = new Fleet(guarded.port(), Optional.of(fleetTls(files))).to(STATE)) {
                assertThat(fleet.next().payload()).isEqualTo(LAMP);
                assertThat(appliance.client().event("lamp", "n", 1).isConfirmed())
                        .isTrue();
            }
            assertThat(failure(tls(guarded, TlsFiles.NONE))).isInstanceOf(ConnectionFailure.NotTrusted.class);
            var nobody = new TlsFiles(files.authority(), Optional.empty(), Optional.empty());
            assertThat(failure(tls(guarded, nobody))).isInstanceOf(ConnectionFailure.WrongCredentials.class);
        }
    }

    @Test
    void nobodyThereAndTlsWhereThereIsNoneAreToldApart() throws Exception {
        assertThat(failure(Appliance.configuration(Mosquitto.freePort(), "gw")))
                .isInstanceOf(ConnectionFailure.Unreachable.class);
        assertThat(failure(tls(broker, certificates.files()))).isInstanceOf(ConnectionFailure.Lost.class);
    }

    @Test
    void theGatewayIdIsMadeOnceAndStored() throws Exception {
        var fresh = Appliance.configuration(broker.port(), Optional.empty(), "", "", Optional.empty());
        try (var appliance = new Appliance(fresh, Appliance.lamp())) {
            var first = gateway(appliance);
            broker.kill();
            appliance.await(state -> !(state instanceof ConnectionState.Connected));
            broker.restart();

            assertThat(first).hasSize(36);
            assertThat(gateway(appliance)).isEqualTo(first);
        }
    }

    private static String gateway(Appliance appliance) throws Exception {
        return ((ConnectionState.Connected) appliance.await(ConnectionState.Connected.class::isInstance)).gateway();
    }

    private static ConnectionFailure failure(ConnectorConfiguration configuration) throws Exception {
        try (var appliance = new Appliance(configuration, Appliance.lamp())) {
            return ((ConnectionState.Waiting) appliance.await(ConnectionState.Waiting.class::isInstance)).why();
        }
    }

    private static ConnectorConfiguration tls(Mosquitto at, TlsFiles files) {
        return Appliance.configuration(at.port(), Optional.of("gw"), "", "", Optional.of(files));
    }

    private static MqttClientSslConfig fleetTls(TlsFiles files) throws Exception {
        return MqttClientSslConfig.builder()
                .trustManagerFactory(files.trust().orElseThrow())
                .keyManagerFactory(files.identity().orElseThrow())
                .build();
    }
}
