package wifisetup.words;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the [Language] that suits somebody best.
public final class Languages {
    private Languages() {}

    /// The first of `wishes`, best first, that has a catalogue; regions count only where nothing better is known
    /// (RFC 4647 section 3.4, lookup).
    public static Optional<Language> best(List<Locale.LanguageRange> wishes) {
        var plain = Stream.of(Language.values())
                .map(language -> Locale.of(language.code()))
                .toList();
        return Optional.ofNullable(Locale.lookup(wishes, plain)).flatMap(found -> withCode(found.getLanguage()));
    }

    /// As [#best(List)], from an `Accept-Language` field (RFC 9110 section 12.5.4); empty too if it is malformed.
    public static Optional<Language> best(String acceptLanguage) {
        try {
            return best(Locale.LanguageRange.parse(acceptLanguage));
        } catch (IllegalArgumentException malformed) {
            // Whoever sends such a field still gets a page.
            return Optional.empty();
        }
    }

    /// The language of `locale`; English if that has no catalogue.
    public static Language of(Locale locale) {
        return withCode(locale.getLanguage()).orElse(Language.ENGLISH);
    }

    /// The language of that code (ISO 639-1).
    public static Optional<Language> withCode(String code) {
        return Stream.of(Language.values())
                .filter(language -> language.code().equals(code))
                .findFirst();
    }
}
