package wifisetup.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    de | GERMAN
                    de-AT, en;q=0.5 | GERMAN
                    en;q=0.5, ca | CATALAN
                    zh-Hant-TW, ja;q=0.3 | JAPANESE
                    pt-PT | PORTUGUESE
                    iw-IL | HEBREW
                    he | HEBREW
                    ar-EG, * | ARABIC
                    fr;q=0, en | ENGLISH
                    es-419 | SPANISH
                    """)
    void aPhoneGetsTheBestOfTheLanguagesItWishes(String wishes, Language best) {
        assertThat(Languages.best(wishes)).contains(best);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "zh, ko;q=0.5", "*", "nb", "de;q=x", ";;;", "\u0000"})
    void aWishThatNobodyCanMeetIsNoLanguage(String wishes) {
        assertThat(Languages.best(wishes)).isEmpty();
    }

    @Test
    void aLocaleHasItsLanguageOrEnglish() {
        assertThat(Languages.of(Locale.forLanguageTag("pt-BR"))).isEqualTo(Language.PORTUGUESE);
        assertThat(Languages.of(Locale.forLanguageTag("iw"))).isEqualTo(Language.HEBREW);
        assertThat(Languages.of(Locale.KOREAN)).isEqualTo(Language.ENGLISH);
        assertThat(Languages.of(Locale.ROOT)).isEqualTo(Language.ENGLISH);
    }

    @Test
    void eachLanguageHasACodeAndANameOfItsOwn() {
        assertThat(Arrays.stream(Language.values()).map(Language::code)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(Language.values()).map(Language::ownName)).doesNotHaveDuplicates();
        assertThat(Language.values())
                .allSatisfy(language ->
                        assertThat(Languages.withCode(language.code())).contains(language));
    }
}
