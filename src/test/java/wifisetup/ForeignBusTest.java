package wifisetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wifisetup.bus.BusServer;
import wifisetup.bus.BusSettings;
import wifisetup.loop.SystemTimer;

class ForeignBusTest {
    private static final String PLUGIN = "ovos.phal.wifi.plugin.";
    private static final String NETWORK = "ovos.phal.nm.";
    private static final URI ANY_PORT = URI.create("ws://127.0.0.1:0/core");

    @Test
    void onSomebodyElsesBusTheFirstWordsAreQuestions(@TempDir Path state) throws Exception {
        try (var timer = new SystemTimer();
                var foreign = BusServer.open(BusSettings.DEFAULT.at(ANY_PORT), timer)) {
            var neighbour = Neighbour.join(foreign.uri());
            long began = System.nanoTime();
            try (var _ = Kiosk.start(settings(foreign.uri(), state))) {
                neighbour.heard(PLUGIN + "alive");
                neighbour.heard(NETWORK + "state");
                assertThat(Duration.ofNanos(System.nanoTime() - began))
                        .as("the time that another registry and network service have for their answers")
                        .isGreaterThanOrEqualTo(Duration.ofSeconds(2));
            } finally {
                neighbour.close();
            }
            assertThat(neighbour.everything().subList(0, 3))
                    .satisfiesExactly(
                            greeting -> assertThat(greeting).contains("connected"),
                            question -> assertThat(question).contains(PLUGIN + "get.registered.clients"),
                            question -> assertThat(question).contains(NETWORK + "get.connected"));
        }
    }

    private static Settings settings(URI bus, Path state) throws SettingsException {
        return Settings.of(Map.of(
                "display", new Settings.Value("none", "test"),
                "backend", new Settings.Value("simulated", "test"),
                "bus", new Settings.Value("connect", "test"),
                "bus-uri", new Settings.Value(bus.toString(), "test"),
                "state", new Settings.Value(state.toString(), "test")));
    }
}
