package wifisetup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformSettingsTest {
    @Test
    void withoutAWordTheDeviceReportsToNobody() throws SettingsException {
        assertThat(of(Map.of()).connector()).isEmpty();
        assertThat(of(Map.of("platform.host", "p.example")).connector()).isEmpty();
    }

    @Test
    void aBrokerIsReachedEncryptedUnlessSomebodySaysOtherwise() throws SettingsException {
        var settings = of(Map.of(
                "platform", "mqtt",
                "platform.host", "p.example",
                "platform.user", "kiosk",
                "platform.password", "hidden-1",
                "platform.ca", "/etc/ca.pem",
                "platform.outbox", "7"));
        var connector = settings.connector().orElseThrow();

        assertThat(connector.transport()).isEqualTo("mqtt");
        assertThat(connector.encrypted()).isTrue();
        assertThat(connector.port()).isEqualTo(8883);
        assertThat(connector.user()).isEqualTo("kiosk");
        assertThat(connector.password().reveal()).isEqualTo("hidden-1");
        assertThat(connector.tls().authority()).contains(Path.of("/etc/ca.pem"));
        assertThat(settings.outbox()).isEqualTo(7);
        assertThat(settings.toString()).doesNotContain("hidden");
    }

    @ParameterizedTest
    @CsvSource({"mqtt, on, 8883", "mqtt, off, 1883", "websocket, on, 443", "websocket, off, 80"})
    void eachWayHasItsPort(String way, String encryption, int port) throws SettingsException {
        var settings = of(Map.of("platform", way, "platform.host", "p.example", "platform.encryption", encryption));

        assertThat(settings.connector().orElseThrow().port()).isEqualTo(port);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    platform          | pigeon     | kiosk.conf:1: platform: expected one of off, websocket, mqtt, found pigeon
                    platform          | mqtt       | kiosk.conf:1: platform: expected platform.host beside it, found none
                    platform.host     | ws://p/    | kiosk.conf:1: platform.host: expected a host, such as platform.example.org, found ws://p/
                    platform.port     | 70000      | kiosk.conf:1: platform.port: expected 1 to 65535
                    platform.outbox   | 0          | kiosk.conf:1: platform.outbox: expected 1 to 1000000 events
                    """)
    void whatCannotBeIsNamedWithItsPlace(String key, String text, String message) {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> of(Map.of(key, text)))
                .withMessage(message);
    }

    private static PlatformSettings of(Map<String, String> texts) throws SettingsException {
        var values = new LinkedHashMap<String, Settings.Value>();
        texts.forEach((key, text) -> values.put(key, new Settings.Value(text, "kiosk.conf:1")));
        return Settings.of(values).platform();
    }
}
