package wifisetup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wifisetup.bus.BusSettings;
import wifisetup.bus.ServiceRole;
import wifisetup.cli.CommandLineOptions;
import wifisetup.cli.CommandLineOptions.Parsed;
import wifisetup.ui.DisplayMode;
import wifisetup.ui.PanelSettings;

class SettingsTest {
    @TempDir
    private Path directory;

    @Test
    void withoutAnySettingTheDefaultsHold() throws SettingsException {
        var settings = Settings.of(Map.of());
        assertThat(settings.display()).isEqualTo(DisplayMode.AUTO);
        assertThat(settings.backend()).isEqualTo(Settings.Backend.AUTO);
        assertThat(settings.bus()).isEqualTo(BusSettings.DEFAULT);
        assertThat(settings.registry()).isEqualTo(ServiceRole.AUTO);
        assertThat(settings.network()).isEqualTo(ServiceRole.AUTO);
        assertThat(settings.autoSetup()).isTrue();
        assertThat(settings.grace()).isEqualTo(Duration.ofSeconds(45));
    }

    @Test
    void aFileSetsEverything() throws Exception {
        var settings = Settings.of(ConfigurationFile.read(file("""
                # a maker's file
                display = headless
                panel = 480x320
                panel.diagonal = 3.5

                theme = dark
                backend = dbus
                bus = connect
                bus-uri = ws://10.0.0.2:8181/core
                services = registry, network
                auto-setup = off
                grace = 10
                log-level = debug
                """)));
        assertThat(settings.display()).isEqualTo(DisplayMode.HEADLESS);
        assertThat(settings.panel().size()).contains(new PanelSettings.Size(480, 320));
        assertThat(settings.panel().density()).isEqualTo(new PanelSettings.Density.Diagonal(3.5));
        assertThat(settings.panel().theme()).isEqualTo(PanelSettings.Theme.DARK);
        assertThat(settings.backend()).isEqualTo(Settings.Backend.DBUS);
        assertThat(settings.bus().uri()).isEqualTo(URI.create("ws://10.0.0.2:8181/core"));
        assertThat(settings.registry()).isEqualTo(ServiceRole.SERVE);
        assertThat(settings.network()).isEqualTo(ServiceRole.SERVE);
        assertThat(settings.autoSetup()).isFalse();
        assertThat(settings.grace()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.logLevel()).isEqualTo(Settings.LogLevel.DEBUG);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "colour = red          | :1: unknown key colour",
                "display = big         | :1: display: expected one of auto, desktop, monocle, vnc, headless, none, found big",
                "panel = 800           | :1: panel: expected WIDTHxHEIGHT in pixels, such as 800x480, found 800",
                "panel.dpi = -1        | :1: panel.dpi: expected a number above 0",
                "panel.dpi = fine      | :1: panel.dpi: expected a number",
                "grace = 1h            | :1: grace: expected a number",
                "grace = 99999         | :1: grace: expected 0 to 3600 seconds",
                "bus-uri = http://x/   | :1: bus-uri: expected an address such as ws://127.0.0.1:8181/core",
                "auto-setup = maybe    | :1: auto-setup: expected on or off, found maybe",
                "services = everything | :1: services: expected some of hotspot, network, registry",
                "just words            | :1: expected key = value",
                "= value               | :1: expected key = value"
            })
    void aWrongLineIsNamedWithFileAndLine(String line, String complaint) throws IOException {
        Path file = file(line);
        assertThatThrownBy(() -> Settings.of(ConfigurationFile.read(file)))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith(file + complaint);
    }

    @Test
    void aKeyThatIsSetTwiceIsNamedWithBothPlaces() throws IOException {
        Path file = file("theme = dark\ntheme = light\n");
        assertThatThrownBy(() -> ConfigurationFile.read(file))
                .hasMessage(file + ":2: theme is set already, at " + file + ":1");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path missing = directory.resolve("missing.conf");
        assertThatThrownBy(() -> ConfigurationFile.read(missing)).hasMessage(missing + ": there is no such file");
    }

    @Test
    void theSecretKeyOfTheBusIsNotPrinted() throws SettingsException {
        var settings = Settings.of(Map.of("bus.secret-key", new Settings.Value("0123456789abcdef", "file:1")));
        assertThat(settings.bus().key()).isPresent();
        assertThat(settings.toString()).doesNotContain("0123456789abcdef");
        assertThat(new Settings.Value("0123456789abcdef", "file:1").toString()).doesNotContain("0123456789abcdef");
    }

    @Test
    void theConfigurationOfOpenVoiceOsIsHonoured() throws Exception {
        Path system = Files.writeString(directory.resolve("system.conf"), """
                {
                  // the bus of this device
                  "websocket": {"host": "0.0.0.0", "port": 8282, "route": "/bus"},
                  # the plugin that this program replaces
                  "PHAL": {"ovos-PHAL-plugin-wifi-setup": {"enable_watchdog": true}}
                }
                """);
        Path user = Files.writeString(
                directory.resolve("user.conf"),
                "{\"PHAL\": {\"ovos-PHAL-plugin-wifi-setup\": {\"enable_watchdog\": false}}}");

        var settings = Settings.of(MycroftConfiguration.read(List.of(system, user, directory.resolve("missing.conf"))));

        assertThat(settings.bus().uri()).isEqualTo(URI.create("ws://127.0.0.1:8282/bus"));
        assertThat(settings.autoSetup()).isFalse();
    }

    @Test
    void aConfigurationOfOpenVoiceOsThatIsNoJsonIsNamedWithItsLine() throws IOException {
        Path file = Files.writeString(directory.resolve("mycroft.conf"), "{\n  websocket\n}\n");
        assertThatThrownBy(() -> MycroftConfiguration.read(List.of(file)))
                .isInstanceOf(SettingsException.class)
                .hasMessage(file + ":2: expected JSON");
    }

    @Test
    void eachOptionIsASettingOfTheSameName() throws SettingsException {
        var parsed = CommandLineOptions.parse(
                "--display=none",
                "--panel=800x480",
                "--pictures=p",
                "--backend=simulated",
                "--bus=embedded",
                "--bus-uri=ws://127.0.0.1:9/core",
                "--auto-setup=off",
                "--state=s",
                "--log-level=trace");
        assertThat(parsed).isInstanceOf(Parsed.Run.class);
        var given = ((Parsed.Run) parsed).options().settings();
        assertThat(given).hasSize(9);
        var values = new LinkedHashMap<String, Settings.Value>();
        given.forEach((key, text) -> values.put(key, new Settings.Value(text, "--" + key)));
        assertThat(Settings.of(values).display()).isEqualTo(DisplayMode.NONE);
    }

    @Test
    void anUnknownOptionIsNamed() {
        assertThat(CommandLineOptions.parse("--colour=red"))
                .isInstanceOfSatisfying(
                        Parsed.Wrong.class, wrong -> assertThat(wrong.text()).contains("--colour"));
    }

    @Test
    void helpNamesEachOptionAndExitCode() {
        assertThat(CommandLineOptions.parse("--help"))
                .isInstanceOfSatisfying(
                        Parsed.Show.class,
                        show -> assertThat(show.text())
                                .contains("--display", "--pictures", "--auto-setup", "Exit codes", "143"));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("kiosk.conf"), text);
    }
}
