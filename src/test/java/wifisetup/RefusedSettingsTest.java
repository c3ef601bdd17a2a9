package wifisetup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedSettingsTest {
    @ParameterizedTest
    @CsvSource({
        "display, screen",
        "panel, 800",
        "panel.dpi, NaN",
        "backend, wicd",
        "bus-uri, http://127.0.0.1:8181/core",
        "bus-uri, ws://127.0.0.1:65536/core",
        "bus.secret-key, short",
        "services, coffee",
        "grace, soon",
        "auto-setup, yes",
        "language, gibberish-gibberish",
        "state, ''",
        "pictures, ''",
        "colour, red"
    })
    void aWrongSettingIsNamedWithItsPlace(String key, String text) {
        var value = new Settings.Value(text, "kiosk.conf:7");

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> Settings.of(Map.of(key, value)))
                .withMessageStartingWith("kiosk.conf:7: ")
                .withMessageContaining(key);
    }

    @Test
    void noMessageHoldsAWrongKeyOfTheBus() {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() ->
                        Settings.of(Map.of("bus.secret-key", new Settings.Value("hunter2-hunter2", "kiosk.conf:1"))))
                .withMessageNotContaining("hunter2");
    }

    @Test
    void settingsDoNotPrintTheKeyOfTheBus() throws SettingsException {
        var settings = Settings.of(Map.of("bus.secret-key", new Settings.Value("0123456789abcdef", "kiosk.conf:1")));

        assertThat(settings.toString()).doesNotContain("0123456789abcdef");
    }
}
