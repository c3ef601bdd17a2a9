package wifisetup.words;

import java.util.Locale;

/// The languages that have a catalogue, in the order in which people choose among them: by their own names, Latin
/// letters first.
public enum Language {
    /// Catalan.
    CATALAN("ca", "Català"),
    /// Danish.
    DANISH("da", "Dansk"),
    /// German.
    GERMAN("de", "Deutsch"),
    /// English, which stands in for every other language.
    ENGLISH("en", "English"),
    /// Spanish.
    SPANISH("es", "Español"),
    /// French.
    FRENCH("fr", "Français"),
    /// Italian.
    ITALIAN("it", "Italiano"),
    /// Dutch.
    DUTCH("nl", "Nederlands"),
    /// Polish.
    POLISH("pl", "Polski"),
    /// Portuguese.
    PORTUGUESE("pt", "Português"),
    /// Hebrew.
    HEBREW("he", "עברית"),
    /// Arabic, with the digits that routers and keyboards have.
    ARABIC("ar-u-nu-latn", "العربية"),
    /// Japanese.
    JAPANESE("ja", "日本語");

    private final Locale locale;
    private final String ownName;

    Language(String tag, String ownName) {
        this.locale = Locale.forLanguageTag(tag);
        this.ownName = ownName;
    }

    /// The language, and how it writes numbers.
    public Locale locale() {
        return locale;
    }

    /// Its code (ISO 639-1), two letters.
    public String code() {
        return locale.getLanguage();
    }

    /// What its speakers call it.
    public String ownName() {
        return ownName;
    }

    /// Whether it is read from right to left.
    public boolean isRightToLeft() {
        return this == HEBREW || this == ARABIC;
    }
}
