package wifisetup.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/// Changes the language of the machine, so nothing else runs meanwhile.
@Isolated
class TextsTest {
    private final Locale machine = Locale.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(machine);
    }

    @Test
    void theLanguageOfTheMachineHasNoSay() {
        Locale.setDefault(Locale.GERMAN);

        assertThat(new Texts(Locale.ENGLISH).get("password.connect")).isEqualTo("Connect");
        assertThat(new Texts(Locale.KOREAN).get("password.connect")).isEqualTo("Connect");
        assertThat(new Texts(Locale.ITALY).get("password.connect")).isEqualTo("Connetti");
    }

    @Test
    void anArgumentIsNeverAPattern() {
        assertThat(new Texts(Language.ENGLISH).get("state.wifi", "{0} ’' {1}")).isEqualTo("Connected to “{0} ’' {1}”");
    }

    @Test
    void digitsAreThoseOfKeyboardsAndRouters() {
        assertThat(new Texts(Language.ARABIC).get("age.seconds", 42L)).startsWith("42");
        assertThat(new Texts(Language.ENGLISH).get("age.seconds", 12_345L)).isEqualTo("12,345 s");
    }

    @Test
    void aNameKeepsItsOwnDirectionInASentenceFromTheRight() {
        assertThat(new Texts(Language.HEBREW).get("state.wifi", "Café!")).contains("”\u200ECafé!\u200E”");
        assertThat(new Texts(Language.HEBREW).get("state.wifi", "רשת!")).contains("”רשת!”");
        assertThat(new Texts(Language.ENGLISH).get("state.wifi", "Café!")).isEqualTo("Connected to “Café!”");
    }
}
