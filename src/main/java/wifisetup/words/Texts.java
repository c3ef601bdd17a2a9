package wifisetup.words;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The catalogue of texts in one language. A key that is missing is a defect and throws
/// [java.util.MissingResourceException].
public final class Texts {
    private final ResourceBundle bundle;
    private final Language language;

    /// The catalogue in that language.
    public Texts(Language language) {
        this.language = language;
        var found = ResourceBundle.getBundle("wifisetup.words.texts", catalogue(language));
        this.bundle = language.isRightToLeft() ? new RightToLeftBundle(found) : found;
    }

    /// The catalogue in that language, English if there is none.
    public Texts(Locale locale) {
        this(Languages.of(locale));
    }

    /// The root has the English texts. Asked for English, which has no file of its own, the bundles would go on to the
    /// language of the machine instead of the root; asked for the root, they take it.
    private static Locale catalogue(Language language) {
        return language == Language.ENGLISH ? Locale.ROOT : Locale.of(language.code());
    }

    /// The language.
    public Language language() {
        return language;
    }

    /// How the language writes numbers and the names of countries.
    public Locale locale() {
        return language.locale();
    }

    /// The texts for FXML, by key.
    public ResourceBundle bundle() {
        return bundle;
    }

    /// The text of a key.
    public String get(String key) {
        return bundle.getString(key);
    }

    /// The text of a key, with `arguments` where its pattern says so. Arguments are never taken for patterns.
    public String get(String key, Object... arguments) {
        var written = language.isRightToLeft() ? RightToLeftBundle.written(arguments) : arguments;
        return new MessageFormat(get(key), language.locale()).format(written);
    }
}
