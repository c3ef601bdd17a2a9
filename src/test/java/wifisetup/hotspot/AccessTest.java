package wifisetup.hotspot;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Result;
import com.google.zxing.client.result.ResultParser;
import com.google.zxing.client.result.WifiParsedResult;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wifisetup.network.PassphraseFlaw;
import wifisetup.network.Security;
import wifisetup.network.Ssid;
import wifisetup.secret.Secret;

class AccessTest {
    private static final Ssid NAME = Ssid.of("WiFi Setup");
    private static final int MANY = 500;

    private final SecureRandom random = new SecureRandom();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain-passphrase",
                "back\\slash\\",
                ";;;;;;;;",
                "a,b:c;d\"e\\f",
                "\"quoted12\"",
                "P:12345678;;",
                "WIFI:T:nopass;S:evil;;",
                "with blanks  in it ",
                "Ümläut-ß-☕-12"
            })
    void anotherLibraryReadsWhatWasMeant(String text) {
        var code = new Access(Ssid.of(text), new Secret(text), Optional.empty()).joinCode();

        var read = parsed(code);

        assertThat(read.getSsid()).isEqualTo(text);
        assertThat(read.getPassword()).isEqualTo(text);
        assertThat(read.getNetworkEncryption()).isEqualTo("WPA");
        assertThat(read.isHidden()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "simple-12 | WIFI:T:WPA;S:Cafe\\: \\\"5\\\"\\;\\\\\\,;P:simple-12;;",
                "a;b,c:d\"e\\ | WIFI:T:WPA;S:Cafe\\: \\\"5\\\"\\;\\\\\\,;P:a\\;b\\,c\\:d\\\"e\\\\;;"
            })
    void eachSpecialCharacterHasABackslashBeforeIt(String passphrase, String code) {
        var access = new Access(Ssid.of("Cafe: \"5\";\\,"), new Secret(passphrase), Optional.empty());

        assertThat(access.joinCode().reveal()).isEqualTo(code);
    }

    @Test
    void anOpenHotspotNeedsNoPassword() {
        var code = new Access(NAME, Secret.EMPTY, Optional.empty()).joinCode();

        assertThat(code.reveal()).isEqualTo("WIFI:T:nopass;S:WiFi Setup;;");
        assertThat(parsed(code).getNetworkEncryption()).isEqualTo("nopass");
        assertThat(parsed(code).getPassword()).isNull();
    }

    @Test
    void theFourDigitsAreNotInTheCodeForTheCamera() {
        assertThat(HandoffSamples.ACCESS.joinCode().reveal()).doesNotContain(HandoffSamples.CODE);
    }

    @Test
    void noSecretIsPrinted() {
        assertThat(HandoffSamples.REQUEST.toString() + HandoffSamples.ACCESS.joinCode())
                .doesNotContain(HandoffSamples.PASSPHRASE, HandoffSamples.CODE);
    }

    @Test
    void aRandomPassphraseHasTenLettersThatNobodyMistakesAndIsNeverTheSame() {
        var seen = new HashSet<String>();
        for (int i = 0; i < MANY; i++) {
            var passphrase = Access.randomPassphrase(random);
            assertThat(passphrase.reveal()).matches("[a-z2-9]{10}").doesNotContainPattern("[ilo01]");
            assertThat(PassphraseFlaw.of(Security.WPA2, passphrase)).isEmpty();
            seen.add(passphrase.reveal());
        }
        assertThat(seen).hasSize(MANY);
    }

    @Test
    void eachLetterComesUp() {
        var letters = new HashSet<Integer>();
        IntStream.range(0, MANY)
                .forEach(_ -> Access.randomPassphrase(random).reveal().chars().forEach(letters::add));

        assertThat(letters).hasSize(31);
    }

    @Test
    void aRandomCodeHasFourDigits() {
        var seen = new HashSet<String>();
        for (int i = 0; i < MANY; i++) {
            var code = Access.randomCode(random).reveal();
            assertThat(code).matches("[0-9]{4}");
            seen.add(code);
        }
        assertThat(seen).hasSizeGreaterThan(MANY / 2);
    }

    @Test
    void theRulesSayWhetherThePassphraseIsNewFixedOrNone() {
        var fixed = new Secret("on-the-label");
        var fresh = new AccessRules(NAME, new AccessRules.Passphrase.Fresh(), true);

        assertThat(fresh.next(random).passphrase())
                .isNotEqualTo(fresh.next(random).passphrase());
        assertThat(fresh.next(random).code()).isPresent();
        assertThat(new AccessRules(NAME, new AccessRules.Passphrase.Fixed(fixed), false).next(random))
                .isEqualTo(new Access(NAME, fixed, Optional.empty()));
        assertThat(new AccessRules(NAME, new AccessRules.Passphrase.None(), false).next(random))
                .isEqualTo(new Access(NAME, Secret.EMPTY, Optional.empty()));
    }

    private static WifiParsedResult parsed(Secret code) {
        return (WifiParsedResult)
                ResultParser.parseResult(new Result(code.reveal(), null, null, BarcodeFormat.QR_CODE));
    }
}
