package wifisetup.words;

import java.text.Bidi;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/// The catalogue of texts in one language. A key that is missing is a defect and throws
/// [java.util.MissingResourceException].
public final class Texts {
    /// LEFT-TO-RIGHT MARK (Unicode Standard Annex #9): what stands between two of them and has no letters from the
    /// right is read from the left. JavaFX would draw a box for each sign of an isolate.
    private static final char LEFT_TO_RIGHT_MARK = '\u200E';

    private final ResourceBundle bundle;
    private final Language language;

    /// The catalogue in that language.
    public Texts(Language language) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle("wifisetup.words.texts", catalogue(language));
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
        var written = language.isRightToLeft() ? marked(arguments) : arguments;
        return new MessageFormat(get(key), language.locale()).format(written);
    }

    /// Among words from the right, a name in Latin letters keeps its punctuation on its own side.
    private static Object[] marked(Object... arguments) {
        return Stream.of(arguments)
                .map(argument ->
                        argument instanceof String text && !Bidi.requiresBidi(text.toCharArray(), 0, text.length())
                                ? LEFT_TO_RIGHT_MARK + text + LEFT_TO_RIGHT_MARK
                                : argument)
                .toArray();
    }
}
