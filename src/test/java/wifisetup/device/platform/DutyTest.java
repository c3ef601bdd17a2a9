package wifisetup.device.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static wifisetup.device.platform.Samples.IDLE;
import static wifisetup.device.platform.Samples.NUMBER;
import static wifisetup.device.platform.Samples.OFFLINE;
import static wifisetup.device.platform.Samples.ONLINE;
import static wifisetup.device.platform.Samples.SELECTING;
import static wifisetup.device.platform.Samples.START;
import static wifisetup.device.platform.Samples.WIRED;
import static wifisetup.device.platform.Samples.at;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wifisetup.device.DeviceEvent;
import wifisetup.device.DeviceMemory;
import wifisetup.device.DeviceName;
import wifisetup.device.DeviceState;
import wifisetup.device.PlatformLink;
import wifisetup.loop.ManualTimer;
import wifisetup.loop.SystemTimer;
import wifisetup.network.simulated.Air;
import wifisetup.network.simulated.Pace;
import wifisetup.network.simulated.Radio;
import wifisetup.network.simulated.SimulatedWifi;
import wifisetup.platform.ConnectorConfiguration;
import wifisetup.platform.Limits;
import wifisetup.platform.LogSettings;
import wifisetup.platform.TlsFiles;
import wifisetup.platform.mqtt.Fleet;
import wifisetup.platform.mqtt.Mosquitto;
import wifisetup.platform.sqlite.GatewayRow;
import wifisetup.platform.sqlite.PlatformDatabase;
import wifisetup.secret.Secret;
import wifisetup.setup.SetupEvent;

class DutyTest {
    private static final String TOPIC = "wifi-setup/gw/" + NUMBER + "/";

    @TempDir
    private Path directory;

    private final SystemTimer timer = new SystemTimer();
    private final BlockingQueue<DeviceEvent> device = new LinkedBlockingQueue<>();
    private final BlockingQueue<SetupEvent> setup = new LinkedBlockingQueue<>();
    private Mosquitto broker;

    @BeforeEach
    void start() throws Exception {
        broker = Mosquitto.open(directory);
    }

    @AfterEach
    void end() {
        broker.close();
        timer.close();
    }

    @Test
    void theDeviceIsRegisteredAndEveryChangeOfItIsTold() throws Exception {
        try (var fleet = new Fleet(broker.port()).to(TOPIC + "state");
                var duty = begin(broker.port())) {
            assertThat(fleet.next().payload()).contains("\"name\":\"Hall\"").doesNotContain("network");
            awaitLink(new PlatformLink.Connected("127.0.0.1")::equals);

            duty.show(at(IDLE, ONLINE));
            assertThat(fleet.next().payload()).contains("\"network\":\"home\"");
            duty.show(DeviceState.initial(Samples.DEVICE.identity(), DeviceMemory.named(new DeviceName("Kitchen"))));
            assertThat(fleet.next().payload()).contains("\"name\":\"Kitchen\"");
        }
    }

    @Test
    void theGatewayIdThatIsStoredComesBeforeTheConfiguredOne() throws Exception {
        try (var database = PlatformDatabase.open(directory.resolve("platform.db"))) {
            new GatewayRow(database).store("given");
        }
        try (var fleet = new Fleet(broker.port()).to("wifi-setup/+/" + NUMBER + "/state");
                var _ = begin(broker.port())) {
            assertThat(fleet.next().topic()).isEqualTo("wifi-setup/given/" + NUMBER + "/state");
        }
    }

    @Test
    void anOrderIsObeyedAndAnswered() throws Exception {
        try (var fleet = new Fleet(broker.port()).to(TOPIC + "response");
                var _ = begin(broker.port())) {
            awaitLink(PlatformLink.Connected.class::isInstance);
            fleet.command(TOPIC + "command", "{\"service\":\"identify\"}", "7");

            assertThat(fleet.next())
                    .isEqualTo(new Fleet.Heard(
                            TOPIC + "response",
                            "{\"service\":\"identify\",\"data\":{\"done\":true},\"status\":200}",
                            "7",
                            false));
            await(DeviceEvent.Identify.class::isInstance);
        }
    }

    @Test
    void whatHappenedOfflineAndBeforeARestartArrivesInOrderAndOnce() throws Exception {
        int nobody = Mosquitto.freePort();
        try (var away = begin(nobody)) {
            awaitLink(PlatformLink.Away.class::isInstance);
            away.show(at(SELECTING, OFFLINE));
            away.show(at(SELECTING, ONLINE));
            away.show(at(IDLE, ONLINE));
        }
        try (var fleet = new Fleet(broker.port()).to(TOPIC + "event");
                var back = begin(broker.port())) {
            assertThat(events(fleet, 4))
                    .containsExactly("network_changed 1", "setup_started 2", "network_changed 3", "setup_completed 4");

            back.show(at(IDLE, WIRED));
            assertThat(events(fleet, 1)).containsExactly("network_changed 5");
        }
    }

    @Test
    void aBrokerThatIsKilledInBetweenGetsTheRestWhenItIsBack() throws Exception {
        try (var duty = begin(broker.port())) {
            awaitLink(PlatformLink.Connected.class::isInstance);
            broker.kill();
            awaitLink(PlatformLink.Away.class::isInstance);
            for (int i = 0; i < 20; i++) {
                duty.show(at(IDLE, i % 2 == 0 ? ONLINE : WIRED));
            }
            // Listens before the device is back: a broker keeps no event for who comes later.
            broker.restart();
            try (var fleet = new Fleet(broker.port()).to(TOPIC + "event")) {
                var first = events(fleet, 1).getFirst();
                int number = Integer.parseInt(first.substring(first.indexOf(' ') + 1));
                duty.show(at(SELECTING, ONLINE));
                var rest = events(fleet, 22 - number);

                assertThat(rest.getLast()).isEqualTo("setup_started 22");
            }
        }
    }

    private static List<String> events(Fleet fleet, int count) throws InterruptedException {
        var events = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            String payload = fleet.next().payload();
            events.add(payload.replaceAll("\\{\"service\":\"(\\w+)\".*\"number\":(\\d+).*", "$1 $2"));
        }
        return events;
    }

    private Duty begin(int port) throws Exception {
        return Duty.begin(
                new ConnectorConfiguration(
                        "mqtt",
                        false,
                        "127.0.0.1",
                        port,
                        "",
                        Secret.EMPTY,
                        Optional.of("gw"),
                        TlsFiles.NONE,
                        new Limits(
                                Duration.ofSeconds(10),
                                Duration.ofSeconds(10),
                                Duration.ofSeconds(10),
                                Duration.ofSeconds(10),
                                Duration.ofMillis(50),
                                2,
                                Duration.ofMillis(100),
                                0),
                        LogSettings.DEFAULT),
                directory.resolve("platform.db"),
                100,
                START,
                Samples.DEVICE,
                device::add,
                setup::add,
                new SimulatedWifi(new Radio(Air.lab(), new ManualTimer(), Pace.REAL)),
                timer,
                InstantSource.system());
    }

    private void awaitLink(Predicate<PlatformLink> wanted) throws InterruptedException {
        await(event -> event instanceof DeviceEvent.PlatformChanged(var link) && wanted.test(link));
    }

    private void await(Predicate<DeviceEvent> wanted) throws InterruptedException {
        for (var event = device.poll(20, TimeUnit.SECONDS); event != null; event = device.poll(20, TimeUnit.SECONDS)) {
            if (wanted.test(event)) {
                return;
            }
        }
        throw new AssertionError("expected an event that did not come");
    }
}
