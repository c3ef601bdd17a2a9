package wifisetup.device.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wifisetup.network.Connectivity;
import wifisetup.network.Ssid;
import wifisetup.network.Wire;

class RegistrationTest {
    @Test
    void theDeviceIsRegisteredByItsNumberWithWhatMayBeKnownOfIt() {
        var network = Samples.status(Optional.of("a:b;c"), Wire.DOWN, Connectivity.FULL);

        var registered = Registration.of(Samples.DEVICE, network);

        assertThat(registered.id()).isEqualTo("7b2f1a9e-3f51-4c55-9f7e-0123456789ab");
        assertThat(registered.type()).isEqualTo("wifi-setup-kiosk");
        assertThat(registered.name()).isEqualTo("Hall");
        assertThat(registered.tags())
                .containsExactly(
                        entry("model", "Panel%3A 7%3B 100%25"), entry("serial", "S-1"), entry("network", "a%3Ab%3Bc"));
    }

    @Test
    void withoutWifiThereIsNoTagOfANetwork() {
        assertThat(Registration.of(Samples.DEVICE, Samples.WIRED).tags()).doesNotContainKey("network");
    }

    @ParameterizedTest
    @CsvSource({"home, home", "100%, 100%25", "a:b, a%3Ab", "a;b, a%3Bb", "Café – 喫茶, Café – 喫茶", "%3A, %253A"})
    void aNameIsEncodedWhereItWouldSeparateTags(String name, String tag) {
        assertThat(NetworkTag.of(Ssid.of(name))).isEqualTo(tag);
    }

    @Test
    void controlCharactersAndForeignBytesAreEncoded() {
        assertThat(NetworkTag.of(Ssid.of("a\nb\u0085"))).isEqualTo("a%0Ab%C2%85");
        assertThat(NetworkTag.of(Ssid.of("caf\u00e9:".getBytes(StandardCharsets.ISO_8859_1))))
                .isEqualTo("caf%E9%3A");
    }
}
