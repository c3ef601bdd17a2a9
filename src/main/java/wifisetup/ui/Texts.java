package wifisetup.ui;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The catalogue of texts in one language. A key that is missing is a defect and throws
/// [java.util.MissingResourceException].
final class Texts {
    private final ResourceBundle bundle;
    private final Locale locale;

    Texts(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle("wifisetup.ui.texts", locale);
    }

    ResourceBundle bundle() {
        return bundle;
    }

    /// The text of a key.
    String get(String key) {
        return bundle.getString(key);
    }

    /// The text of a key, with `arguments` where its pattern says so. Arguments are never taken for patterns.
    String get(String key, Object... arguments) {
        return new MessageFormat(get(key), locale).format(arguments);
    }
}
