package wifisetup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
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
import org.junit.jupiter.params.provider.ValueSource;
import wifisetup.bus.BusSettings;
import wifisetup.bus.ServiceRole;
import wifisetup.cli.CommandLineOptions;
import wifisetup.cli.CommandLineOptions.Parsed;
import wifisetup.hotspot.AccessRules;
import wifisetup.network.Ssid;
import wifisetup.secret.Secret;
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
                "hotspot = on          | :1: hotspot: expected one of auto, balena, portal, off, found on",
                "hotspot.ssid = 123456789012345678901234567890123 | :1: hotspot.ssid: expected a name of 1 to 32 bytes",
                "hotspot.passphrase = 7777777 | :1: hotspot.passphrase: expected random, none, or 8 to 63 characters",
                "hotspot.code = 1234   | :1: hotspot.code: expected on or off, found 1234",
                "hotspot.timeout = -1  | :1: hotspot.timeout: expected 0 (never) to 1440 minutes",
                "hotspot.timeout = 1441 | :1: hotspot.timeout: expected 0 (never) to 1440 minutes",
                "hotspot.timeout = 5m  | :1: hotspot.timeout: expected a number",
                "hotspot.address = ::1 | :1: hotspot.address: expected a private IPv4 address, such as 192.168.42.1",
                "hotspot.address = kiosk.local | :1: hotspot.address: expected a private IPv4 address",
                "hotspot.address = 0.0.0.0 | :1: hotspot.address: expected a private IPv4 address",
                "hotspot.address = 8.8.8.8 | :1: hotspot.address: expected a private IPv4 address",
                "hotspot.port = 0      | :1: hotspot.port: expected 1 to 65535",
                "hotspot.port = http   | :1: hotspot.port: expected a number",
                "hotspot.listen = 8080 | :1: hotspot.listen: expected an address and a port",
                "hotspot.listen = :80  | :1: hotspot.listen: expected an address and a port",
                "hotspot.listen = localhost:80 | :1: hotspot.listen: expected an address and a port",
                "hotspot.listen = 127.0.0.1:65536 | :1: hotspot.listen: expected 1 to 65535",
                "hotspot.dhcp-114 = 1  | :1: hotspot.dhcp-114: expected on or off, found 1",
                "voice = loud          | :1: voice: expected one of auto, on, off, found loud",
                "touch = no            | :1: touch: expected on or off, found no",
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
    void withoutAnySettingTheHotspotHasItsOwnNameAndANewPassphraseEachTime() throws SettingsException {
        var hotspot = Settings.of(Map.of()).hotspot();

        assertThat(hotspot.kind()).isEqualTo(HotspotSettings.Kind.AUTO);
        assertThat(hotspot.access().ssid().display()).matches("WiFi Setup ([0-9A-F]{4}|Kiosk)");
        assertThat(hotspot.access().passphrase()).isEqualTo(new AccessRules.Passphrase.Fresh());
        assertThat(hotspot.access().code()).isFalse();
        assertThat(hotspot.timeout()).isEqualTo(Duration.ofMinutes(15));
        assertThat(hotspot.page()).isEqualTo(URI.create("http://192.168.42.1/"));
        assertThat(hotspot.bound()).isEqualTo(new InetSocketAddress(InetAddress.ofLiteral("192.168.42.1"), 80));
        assertThat(hotspot.names()).isEqualTo(Path.of("/etc/NetworkManager/dnsmasq-shared.d/wifi-setup-kiosk.conf"));
        assertThat(hotspot.announced()).isFalse();
        assertThat(hotspot.voice()).isEqualTo(HotspotSettings.Voice.AUTO);
        assertThat(Settings.of(Map.of()).touch()).isTrue();
    }

    @Test
    void aFileSetsAllOfTheHotspot() throws Exception {
        var settings = Settings.of(ConfigurationFile.read(file("""
                hotspot = portal
                hotspot.ssid = Café ☕
                hotspot.passphrase = on the label
                hotspot.code = on
                hotspot.timeout = 0
                hotspot.address = 10.42.0.1
                hotspot.port = 8080
                hotspot.listen = 127.0.0.1:9090
                hotspot.names = /run/names.conf
                hotspot.dhcp-114 = on
                voice = on
                touch = off
                """)));
        var hotspot = settings.hotspot();

        assertThat(hotspot.kind()).isEqualTo(HotspotSettings.Kind.PORTAL);
        assertThat(hotspot.access())
                .isEqualTo(new AccessRules(
                        Ssid.of("Café ☕"), new AccessRules.Passphrase.Fixed(new Secret("on the label")), true));
        assertThat(hotspot.timeout()).isZero();
        assertThat(hotspot.page()).isEqualTo(URI.create("http://10.42.0.1:8080/"));
        assertThat(hotspot.bound()).isEqualTo(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 9090));
        assertThat(hotspot.names()).isEqualTo(Path.of("/run/names.conf"));
        assertThat(hotspot.announced()).isTrue();
        assertThat(hotspot.voice()).isEqualTo(HotspotSettings.Voice.ON);
        assertThat(settings.touch()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"random, Fresh", "none, None", "12345678, Fixed"})
    void thePassphraseIsNewFixedOrNone(String text, String kind) throws SettingsException {
        var settings = Settings.of(Map.of("hotspot.passphrase", new Settings.Value(text, "file:1")));

        assertThat(settings.hotspot().access().passphrase().getClass().getSimpleName())
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short-1",
                "a-passphrase-that-goes-on-and-on-until-it-has-sixty-four-letters",
                "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
            })
    void aPassphraseThatIsRefusedIsNotPrinted(String text) {
        assertThatThrownBy(() -> Settings.of(Map.of("hotspot.passphrase", new Settings.Value(text, "file:1"))))
                .hasMessageStartingWith("file:1: hotspot.passphrase: expected")
                .hasNoCause()
                .satisfies(refused -> assertThat(refused.toString()).doesNotContain(text));
    }

    @Test
    void thePassphraseOfTheHotspotIsNotPrinted() throws SettingsException {
        var settings = Settings.of(Map.of("hotspot.passphrase", new Settings.Value("on-the-label", "file:1")));

        assertThat(settings.toString()).doesNotContain("on-the-label");
    }

    @Test
    void balenasNameAndKeyAreHonouredAndEmptyOnesAreNot() throws Exception {
        Path system = Files.writeString(directory.resolve("system.conf"), """
                {"PHAL": {"ovos-PHAL-plugin-balena-wifi": {"ssid": "OVOS", "psk": "open-sesame"}}}
                """);
        Path user = Files.writeString(directory.resolve("user.conf"), """
                {"PHAL": {"ovos-PHAL-plugin-balena-wifi": {"ssid": "", "psk": null}}}
                """);

        var access = Settings.of(MycroftConfiguration.read(List.of(system, user)))
                .hotspot()
                .access();

        assertThat(access.ssid()).isEqualTo(Ssid.of("OVOS"));
        assertThat(access.passphrase()).isEqualTo(new AccessRules.Passphrase.Fixed(new Secret("open-sesame")));
    }

    @Test
    void aKeyOfBalenasThatIsNoPassphraseIsNamedWithItsFileAndNotPrinted() throws IOException {
        Path file = Files.writeString(directory.resolve("mycroft.conf"), """
                {"PHAL": {"ovos-PHAL-plugin-balena-wifi": {"psk": "hush"}}}
                """);

        assertThatThrownBy(() -> Settings.of(MycroftConfiguration.read(List.of(file))))
                .hasMessage(file + ": PHAL.ovos-PHAL-plugin-balena-wifi.psk: hotspot.passphrase:"
                        + " expected random, none, or 8 to 63 characters");
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
