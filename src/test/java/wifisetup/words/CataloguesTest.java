package wifisetup.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What every catalogue owes the English one.
class CataloguesTest {
    private static final Pattern ARGUMENT = Pattern.compile("\\{[^}]*}");

    /// Marks of separate words, units and names of techniques, which are the same in every language.
    private static final Pattern THE_SAME_EVERYWHERE =
            Pattern.compile("network\\.(about|spoken)|security\\.wep|account\\.method\\.ttls|address\\.ipv[46]"
                    + "|age\\..*|band\\..*|connecting\\.elapsed|password\\.title|result\\.network|hotspot\\.failed");

    /// Words that a language shares with English.
    private static final Map<Language, Set<String>> SHARED = Map.of(
            Language.GERMAN, Set.of("demo", "address.router", "device.name", "device.version", "result.details.show"),
            Language.FRENCH, Set.of("device.management.on", "device.version"),
            Language.SPANISH, Set.of("demo", "address.router"),
            Language.ITALIAN,
                    Set.of(
                            "demo",
                            "security.password",
                            "other.password",
                            "password.prompt",
                            "address.router",
                            "hotspot.passphrase"),
            Language.DUTCH,
                    Set.of(
                            "demo",
                            "security.open",
                            "address.prefix",
                            "address.router",
                            "device.platform",
                            "result.details.show",
                            "key.shift",
                            "key.enter",
                            "key.letters"),
            Language.PORTUGUESE, Set.of("key.enter"),
            Language.CATALAN, Set.of("address.prefix", "device.management.on"),
            Language.DANISH,
                    Set.of(
                            "demo",
                            "address.router",
                            "device.platform",
                            "device.version",
                            "elsewhere.stop",
                            "hotspot.stop",
                            "key.enter"),
            Language.POLISH, Set.of("demo", "address.router", "key.shift", "key.enter"));

    @ParameterizedTest
    @EnumSource
    void hasTheKeysOfTheEnglishOneAndNoOther(Language language) {
        assertThat(catalogue(language).keySet())
                .containsExactlyElementsOf(catalogue(Language.ENGLISH).keySet());
    }

    @ParameterizedTest
    @EnumSource
    void eachPatternUsesTheArgumentsOfTheEnglishOne(Language language) {
        var english = catalogue(Language.ENGLISH);
        assertThat(catalogue(language)).allSatisfy((key, text) -> {
            new MessageFormat(text, language.locale());
            assertThat(arguments(text)).as(key).isEqualTo(arguments(english.getOrDefault(key, "")));
        });
    }

    @ParameterizedTest
    @EnumSource
    void textIsSetAsTypographersSetIt(Language language) {
        assertThat(catalogue(language))
                .allSatisfy((key, text) -> assertThat(text)
                        .as(key)
                        .isNotBlank()
                        .isEqualTo(text.strip())
                        .doesNotContain("'", "\"", "...", "  ", " :", " ?", " !"));
    }

    @ParameterizedTest
    @EnumSource
    void noTextIsBrokenByAnEncoding(Language language) {
        assertThat(catalogue(language))
                .allSatisfy((key, text) -> assertThat(text)
                        .as(key)
                        .doesNotContain("\uFFFD", "Ã", "â€", "Â")
                        .matches(letters -> letters.codePoints().noneMatch(Character::isISOControl), "has no control"));
    }

    @ParameterizedTest
    @EnumSource
    void lettersAreThoseOfTheLanguageOrLatin(Language language) {
        var scripts = EnumSet.of(UnicodeScript.COMMON, UnicodeScript.INHERITED, UnicodeScript.LATIN);
        scripts.addAll(
                switch (language) {
                    case ARABIC -> Set.of(UnicodeScript.ARABIC);
                    case HEBREW -> Set.of(UnicodeScript.HEBREW);
                    case JAPANESE -> Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);
                    case CATALAN, DANISH, GERMAN, ENGLISH, SPANISH, FRENCH, ITALIAN, DUTCH, POLISH, PORTUGUESE ->
                        Set.of();
                });
        assertThat(catalogue(language))
                .allSatisfy((key, text) -> assertThat(
                                text.codePoints().mapToObj(UnicodeScript::of).collect(Collectors.toSet()))
                        .as(key)
                        .isSubsetOf(scripts));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ENGLISH")
    void everyTextIsTranslated(Language language) {
        var english = catalogue(Language.ENGLISH);
        var untranslated = catalogue(language).entrySet().stream()
                .filter(entry -> entry.getValue().equals(english.get(entry.getKey())))
                .map(Map.Entry::getKey)
                .filter(key -> !THE_SAME_EVERYWHERE.matcher(key).matches())
                .collect(Collectors.toSet());
        assertThat(untranslated).isEqualTo(SHARED.getOrDefault(language, Set.of()));
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map(found -> found.group()).collect(Collectors.toSet());
    }

    /// The catalogue's own texts, without those that it would take from another.
    private static Map<String, String> catalogue(Language language) {
        String file = language == Language.ENGLISH ? "texts.properties" : "texts_" + language.code() + ".properties";
        try (var stream = Texts.class.getResourceAsStream(file)) {
            assertThat(stream).as(file).isNotNull();
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            assertNoKeyTwice(file, text);
            var properties = new Properties();
            properties.load(new StringReader(text));
            var sorted = new TreeMap<String, String>();
            properties.stringPropertyNames().forEach(key -> sorted.put(key, properties.getProperty(key)));
            return sorted;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void assertNoKeyTwice(String file, String text) {
        assertThat(Arrays.stream(text.split("\n", -1))
                        .filter(line -> line.contains("=") && !line.startsWith("#"))
                        .map(line -> line.substring(0, line.indexOf('='))))
                .as(file)
                .doesNotHaveDuplicates();
    }
}
