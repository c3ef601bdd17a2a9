package wifisetup.hotspot.portal.web;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import wifisetup.words.Language;
import wifisetup.words.Languages;
import wifisetup.words.Texts;

/// The catalogues for the page, and which of them a phone gets.
final class PageLanguages {
    /// Browsers send less than 100 characters.
    private static final int LONGEST_HEADER = 256;

    private final Map<Language, Texts> catalogues =
            Arrays.stream(Language.values()).collect(Collectors.toUnmodifiableMap(Function.identity(), Texts::new));

    /// The catalogue of a language that somebody chose.
    Optional<Texts> chosen(String code) {
        return Languages.withCode(code).map(catalogues::get);
    }

    /// The catalogue that suits a browser best (RFC 9110, 12.5.4; RFC 4647, 3.4); English if none does.
    Texts accepted(Optional<String> acceptLanguage) {
        return acceptLanguage
                .filter(header -> header.length() <= LONGEST_HEADER)
                .flatMap(Languages::best)
                .map(catalogues::get)
                .orElseGet(() -> catalogues.get(Language.ENGLISH));
    }
}
