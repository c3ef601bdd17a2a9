package wifisetup.hotspot.portal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import wifisetup.words.Texts;

/// The languages that the page can be in: those of the list whose catalogue exists. Any thread.
final class PageLanguages {
    /// Each language by its tag (BCP 47), and as those who speak it call it.
    private static final List<Language> LIST = List.of(
            new Language("en", "English"),
            new Language("de", "Deutsch"),
            new Language("es", "Español"),
            new Language("fr", "Français"),
            new Language("it", "Italiano"),
            new Language("nl", "Nederlands"),
            new Language("pt", "Português"),
            new Language("ca", "Català"),
            new Language("da", "Dansk"),
            new Language("pl", "Polski"),
            new Language("ar", "العربية"),
            new Language("he", "עברית"),
            new Language("ja", "日本語"));

    private static final Language ENGLISH = LIST.getFirst();

    /// Browsers send less than 100 characters.
    private static final int LONGEST_HEADER = 256;

    private final Map<String, Texts> catalogues = LIST.stream()
            .filter(Language::exists)
            .collect(Collectors.toUnmodifiableMap(
                    Language::tag, language -> new Texts(Locale.forLanguageTag(language.tag()))));

    /// A language.
    record Language(String tag, String name) {
        private boolean exists() {
            // The catalogue without a language in its name is the English one.
            return tag.equals("en") || Texts.class.getResource("texts_" + tag + ".properties") != null;
        }
    }

    /// All there are, in the order of the list.
    List<Language> all() {
        return LIST.stream()
                .filter(language -> catalogues.containsKey(language.tag()))
                .toList();
    }

    /// The catalogue of a language that somebody chose.
    Optional<Texts> chosen(String tag) {
        return Optional.ofNullable(catalogues.get(tag));
    }

    /// The catalogue that suits a browser best (RFC 9110, 12.5.4; RFC 4647, 3.4); English if none does.
    Texts accepted(Optional<String> acceptLanguage) {
        return acceptLanguage
                .filter(header -> header.length() <= LONGEST_HEADER)
                .flatMap(this::lookup)
                .flatMap(this::chosen)
                .orElseGet(() -> chosen(ENGLISH.tag()).orElseThrow());
    }

    /// Whether a language is written from right to left.
    static boolean isRightToLeft(Locale locale) {
        return switch (locale.getLanguage()) {
            case "ar", "he", "iw" -> true;
            default -> false;
        };
    }

    private Optional<String> lookup(String header) {
        try {
            return Optional.ofNullable(Locale.lookupTag(Locale.LanguageRange.parse(header), catalogues.keySet()));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /// What those who speak a language call it.
    String name(Locale locale) {
        return LIST.stream()
                .filter(language -> language.tag().equals(locale.toLanguageTag()))
                .findFirst()
                .orElse(ENGLISH)
                .name();
    }
}
