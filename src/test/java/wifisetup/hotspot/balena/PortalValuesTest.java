package wifisetup.hotspot.balena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet4Address;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wifisetup.hotspot.Access;
import wifisetup.network.Ssid;
import wifisetup.secret.Secret;

class PortalValuesTest {
    @Test
    void anOpenHotspotHasNoPassphrase() throws Exception {
        assertThat(PortalValues.of(settings("192.168.42.1", "wlan0"), access("OVOS", ""))
                        .values())
                .doesNotContainKey("PORTAL_PASSPHRASE")
                .containsEntry("PORTAL_INTERFACE", new Secret("wlan0"));
    }

    @ParameterizedTest
    @CsvSource({
        "192.168.42.1, '192.168.42.2,192.168.42.254'",
        "10.0.0.127, '10.0.0.128,10.0.0.254'",
        "10.0.0.254, '10.0.0.1,10.0.0.253'"
    })
    void phonesGetAddressesBesideTheGateways(String gateway, String range) throws Exception {
        assertThat(PortalValues.of(settings(gateway, "wlan0"), access("OVOS", ""))
                        .values())
                .containsEntry("PORTAL_DHCP_RANGE", new Secret(range));
    }

    @ParameterizedTest
    @ValueSource(strings = {"OVOS\nLD_PRELOAD=/tmp/x.so", "a\rb", "a\0b", "a\u0085b"})
    void aLineBreakInANameIsRefused(String name) {
        assertThatThrownBy(() -> PortalValues.of(settings("192.168.42.1", "wlan0"), access(name, "correct-horse")))
                .isInstanceOf(LaunchException.class);
    }

    @Test
    void aLineBreakInAPassphraseIsRefusedAndNotShown() {
        assertThatThrownBy(() -> PortalValues.of(settings("192.168.42.1", "wlan0"), access("OVOS", "secret\nX=1")))
                .isInstanceOf(LaunchException.class)
                .message()
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wlan0 --x", "$(id)", "an-interface-too-long", ""})
    void whatIsNoInterfaceIsRefused(String adapter) {
        assertThatThrownBy(() -> PortalValues.of(settings("192.168.42.1", adapter), access("OVOS", "")))
                .isInstanceOf(LaunchException.class);
    }

    @Test
    void aNameThatIsNotUtf8IsRefused() {
        var access = new Access(Ssid.of(new byte[] {(byte) 0xff}), Secret.EMPTY, Optional.empty());

        assertThatThrownBy(() -> PortalValues.of(settings("192.168.42.1", "wlan0"), access))
                .isInstanceOf(LaunchException.class);
    }

    @Test
    void aNameThatTheSystemsEncodingHasNotIsRefusedRatherThanMangled() throws Exception {
        var values = PortalValues.of(settings("192.168.42.1", "wlan0"), access("Café", "correct-horse"));

        values.checkEncodable(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> values.checkEncodable(StandardCharsets.US_ASCII))
                .isInstanceOf(LaunchException.class);
    }

    @Test
    void nothingOfItIsPrinted() throws Exception {
        assertThat(PortalValues.of(settings("192.168.42.1", "wlan0"), access("OVOS", "correct-horse")))
                .asString()
                .doesNotContain("correct-horse");
    }

    private static Access access(String name, String passphrase) {
        return new Access(Ssid.of(name), new Secret(passphrase), Optional.empty());
    }

    private static WifiConnectSettings settings(String gateway, String adapter) {
        return new WifiConnectSettings(
                "wifi-connect",
                Optional.of(adapter),
                Inet4Address.ofLiteral(gateway),
                80,
                Duration.ZERO,
                Optional.empty(),
                Path.of("state"),
                Path.of("runtime"));
    }
}
