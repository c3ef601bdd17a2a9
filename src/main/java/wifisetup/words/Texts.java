package wifisetup.words;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The catalogue of texts in one language. A key that is missing is a defect and throws
/// [java.util.MissingResourceException].
public final class Texts {
    private final ResourceBundle bundle;
    private final Locale locale;

    /// The catalogue in that language, or the nearest there is.
    public Texts(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle("wifisetup.words.texts", locale);
    }

    /// The language.
    public Locale locale() {
        return locale;
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
        return new MessageFormat(get(key), locale).format(arguments);
    }
}
