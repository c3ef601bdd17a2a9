package wifisetup.words;

import java.util.Enumeration;
import java.util.ResourceBundle;

/// Texts that are read from the right, such that JavaFX can break their lines.
///
/// JavaFX 22 to 26 fail with an `ArrayIndexOutOfBoundsException` when the end of a line divides a run of letters from
/// the right (`PrismTextLayout.computeTrailingSpaceWidth`, since JDK-8314215). So each space of a text is a run of its
/// own, from the left, and a line ends between runs. The marks that do this have no width, and what stands beside them
/// is read as if they were not there.
final class RightToLeftBundle extends ResourceBundle {
    private static final String LEFT_TO_RIGHT_MARK = "\u200E";
    private static final String RIGHT_TO_LEFT_MARK = "\u200F";
    private static final String SPACE =
            RIGHT_TO_LEFT_MARK + LEFT_TO_RIGHT_MARK + " " + LEFT_TO_RIGHT_MARK + RIGHT_TO_LEFT_MARK;

    /// FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE (Unicode Standard Annex #9): what stands between them is read
    /// in its own direction and leaves the text around it alone.
    private static final char ISOLATE = '\u2068';

    private static final char END_OF_ISOLATE = '\u2069';
    private static final char NO_BREAK_SPACE = '\u00A0';

    private final ResourceBundle texts;

    RightToLeftBundle(ResourceBundle texts) {
        this.texts = texts;
    }

    @Override
    protected Object handleGetObject(String key) {
        return texts.getString(key).replace(" ", SPACE);
    }

    @Override
    public Enumeration<String> getKeys() {
        return texts.getKeys();
    }

    /// Arguments as they stand in such a text: a name in Latin letters keeps its punctuation on its own side, and a
    /// name from the right is not broken.
    static Object[] written(Object... arguments) {
        var written = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            written[i] = arguments[i] instanceof String text ? isolated(text) : arguments[i];
        }
        return written;
    }

    private static String isolated(String text) {
        boolean fromTheLeft = text.codePoints()
                .mapToObj(Character::getDirectionality)
                .noneMatch(direction -> direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
        return ISOLATE + (fromTheLeft ? text : text.replace(' ', NO_BREAK_SPACE)) + END_OF_ISOLATE;
    }
}
