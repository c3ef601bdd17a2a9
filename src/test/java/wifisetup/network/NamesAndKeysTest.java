package wifisetup.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wifisetup.secret.Secret;

/// Names, passwords and bands: what counts as one, and how it is shown.
class NamesAndKeysTest {
    @ParameterizedTest
    @CsvSource({
        "486f6d65, Home",
        "436166c3a9203a203547, Café : 5G",
        "436166e9, ≈Café",
        "41e280ae42, A\uFFFDB",
        "410042, A\uFFFDB",
        "41e280a842, A\uFFFDB",
        "efbbbf41, \uFFFDA"
    })
    void aNameIsShownWithoutWhatCouldMoveOrImitateText(String hex, String shown) {
        var ssid = Ssid.of(HexFormat.of().parseHex(hex));

        assertThat(ssid.display()).isEqualTo(shown);
        assertThat(ssid.hex()).isEqualTo(hex);
    }

    @Test
    void namesAreComparedByTheirBytesAndHaveOneToThirtyTwo() {
        byte[] bytes = {'a', 0};
        var ssid = Ssid.of(bytes);
        bytes[0] = 'b';

        assertThat(ssid).isEqualTo(Ssid.of("a\0")).isNotEqualTo(Ssid.of("a"));
        assertThat(Ssid.fits("é".repeat(16))).isTrue();
        assertThat(Ssid.fits("é".repeat(16) + "x")).isFalse();
        assertThatThrownBy(() -> Ssid.of("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Ssid.of(new byte[33])).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "a,7,TOO_SHORT",
        "a,8,",
        "é,4,",
        "a,63,",
        "é,32,TOO_LONG",
        "a,64,",
        "F,64,",
        "g,64,TOO_LONG",
        "a,65,TOO_LONG"
    })
    void aPasswordHasEightToSixtyThreeBytesOrIsARawKey(String letter, int times, @Nullable PassphraseFlaw flaw) {
        assertThat(PassphraseFlaw.of(Security.WPA2, new Secret(letter.repeat(times)))
                        .orElse(null))
                .isEqualTo(flaw);
    }

    @ParameterizedTest
    @CsvSource({"2412,GHZ_2_4", "2484,GHZ_2_4", "5180,GHZ_5", "5885,GHZ_5", "5935,GHZ_6", "5955,GHZ_6", "7115,GHZ_6"})
    void aChannelBelongsToItsBand(long megahertz, Band band) {
        assertThat(Band.ofFrequency(megahertz)).isEqualTo(band);
    }
}
