package wifisetup.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wifisetup.hotspot.Access;
import wifisetup.hotspot.HandoffSamples;
import wifisetup.hotspot.HotspotEnd;
import wifisetup.hotspot.HotspotState.FailedJoin;
import wifisetup.hotspot.Speech;
import wifisetup.network.Failure;
import wifisetup.network.Ssid;
import wifisetup.secret.Secret;

class HotspotWordingTest {
    private final HotspotWording wording = new HotspotWording(new Texts(Locale.ENGLISH));

    @Test
    void thePassphraseIsSpelledLetterByLetterAndTheCodeFollows() {
        assertThat(wording.spoken(new Speech.JoinHotspot(HandoffSamples.ACCESS)))
                .isEqualTo("To set me up, open the Wi-Fi settings of your phone and join WiFi Setup 12AB."
                        + " The password is: f, d, k, 7, q, v, 2, m, h, 4. The code is: 4, 7, 1, 1.");
    }

    @Test
    void anOpenHotspotHasNoPasswordToSayButItsCode() {
        var open = new Access(Ssid.of("Kiosk"), Secret.EMPTY, Optional.of(new Secret("0042")));

        assertThat(wording.spoken(new Speech.JoinHotspot(open)))
                .contains("It needs no password.")
                .endsWith("The code is: 0, 0, 4, 2.");
    }

    @Test
    void aPassphraseIsSpelledByCharactersAlsoBeyondTheFirstPlane() {
        var access = new Access(Ssid.of("Kiosk"), new Secret("😀'{0}abc"), Optional.empty());

        assertThat(wording.spoken(new Speech.JoinHotspot(access))).contains("😀, ', {, 0, }, a, b, c");
    }

    @Test
    void aFailedJoinSaysWhichNetworkAndWhy() {
        assertThat(wording.spoken(new Speech.JoinFailed(HandoffSamples.WRONG)))
                .contains("HomeNet")
                .contains("The password is wrong");
    }

    @Test
    void aNameCannotPassForAPlaceInASentence() {
        var hostile = new FailedJoin(Ssid.of("{1} {0} '"), new Failure.OutOfRange());

        assertThat(wording.spoken(new Speech.JoinFailed(hostile))).contains("{1} {0} '");
    }

    static Stream<Arguments> ends() {
        return Stream.of(
                Arguments.of(new HotspotEnd.TimedOut(), "No phone came"),
                Arguments.of(new HotspotEnd.Cancelled(), "Stopped"),
                Arguments.of(HandoffSamples.CONNECTED, "This device is on “HomeNet”."));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void eachEndIsOneSentence(HotspotEnd end, String sentence) {
        assertThat(wording.end(end)).isEqualTo(sentence);
    }

    @ParameterizedTest
    @MethodSource("ends")
    void theEndIsPartOfWhatIsSaidWhenItGivesUp(HotspotEnd end, String sentence) {
        assertThat(wording.spoken(new Speech.GaveUp(end))).contains(sentence).doesNotContain("{0}");
    }
}
