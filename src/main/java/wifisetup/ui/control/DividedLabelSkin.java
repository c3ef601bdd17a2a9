package wifisetup.ui.control;

import java.lang.Character.UnicodeScript;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.HPos;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.Label;
import javafx.scene.control.skin.LabelSkin;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;

/// The skin of every label: one whose lines wrap and whose letters are shaped together, as Hebrew and Arabic ones are,
/// is drawn word by word.
///
/// JavaFX on Linux cannot divide a run of such letters: what it shapes again for the first line is still the whole run
/// (`PangoGlyphLayout` keeps the text of each run). Up to JavaFX 22 the line then has the letters of the next ones as
/// well, from JavaFX 23 on it fails with an `ArrayIndexOutOfBoundsException`
/// (`PrismTextLayout.computeTrailingSpaceWidth`). A text of its own is a run of its own, so lines end between runs.
public final class DividedLabelSkin extends LabelSkin {
    /// Scripts whose letters stand each by itself.
    private static final Set<UnicodeScript> SIMPLE = EnumSet.of(
            UnicodeScript.COMMON,
            UnicodeScript.LATIN,
            UnicodeScript.GREEK,
            UnicodeScript.CYRILLIC,
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL);

    /// Between words from the right, where JavaFX puts a blank at a line's end before the line.
    private static final String LEFT_TO_RIGHT_MARK = "\u200E";

    private final TextFlow flow = new TextFlow();
    private List<String> pieces = List.of();
    private boolean divided;

    /// The skin of `label`.
    public DividedLabelSkin(Label label) {
        super(label);
        registerChangeListener(label.textProperty(), _ -> adapt());
        registerChangeListener(label.wrapTextProperty(), _ -> adapt());
        registerChangeListener(label.graphicProperty(), _ -> adapt());
        adapt();
    }

    private void adapt() {
        var label = getSkinnable();
        boolean before = divided;
        divided = label.isWrapText() && label.getGraphic() == null && isShaped(label.getText());
        if (divided) {
            getChildren().setAll(flow);
        } else if (before) {
            pieces = List.of();
            updateChildren();
        }
    }

    private static boolean isShaped(String text) {
        return text != null && text.codePoints().anyMatch(letter -> !SIMPLE.contains(UnicodeScript.of(letter)));
    }

    @Override
    protected double computePrefHeight(double width, double top, double right, double bottom, double left) {
        if (!divided) {
            return super.computePrefHeight(width, top, right, bottom, left);
        }
        double room = width < 0 ? Double.MAX_VALUE : width - left - right;
        return top + heightOn(room) + bottom;
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        if (!divided) {
            super.layoutChildren(x, y, width, height);
            return;
        }
        var alignment = getSkinnable().getAlignment();
        double needed = heightOn(width);
        double above = switch (alignment.getVpos()) {
            case TOP, BASELINE -> 0;
            case CENTER -> (height - needed) / 2;
            case BOTTOM -> height - needed;
        };
        flow.setTextAlignment(
                alignment.getHpos() == HPos.CENTER
                        ? TextAlignment.CENTER
                        : getSkinnable().getTextAlignment());
        flow.resizeRelocate(x, snapPositionY(y + Math.max(0, above)), width, needed);
    }

    private double heightOn(double width) {
        var now = pieces(width);
        if (!now.equals(pieces)) {
            pieces = now;
            flow.getChildren().setAll(now.stream().map(this::text).toList());
        }
        return snapSizeY(flow.prefHeight(width));
    }

    private String blank(String blank) {
        return isFromTheRight() ? LEFT_TO_RIGHT_MARK + blank + LEFT_TO_RIGHT_MARK : blank;
    }

    private boolean isFromTheRight() {
        return getSkinnable().getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT;
    }

    /// What no line end divides: words, the blanks behind them, and the parts of a word that is wider than a line.
    private List<String> pieces(double width) {
        String text = getSkinnable().getText();
        var lines = BreakIterator.getLineInstance();
        lines.setText(text);
        var all = new ArrayList<String>();
        if (!isFromTheRight()) {
            // Else a name from the right at its beginning would turn the whole text round.
            all.add(LEFT_TO_RIGHT_MARK);
        }
        int start = lines.first();
        for (int end = lines.next(); end != BreakIterator.DONE; start = end, end = lines.next()) {
            String word = text.substring(start, end).stripTrailing();
            addParts(word, width, all);
            if (start + word.length() < end) {
                all.add(blank(text.substring(start + word.length(), end)));
            }
        }
        return all;
    }

    private void addParts(String word, double width, List<String> parts) {
        if (word.isEmpty()) {
            return;
        }
        var letters = BreakIterator.getCharacterInstance();
        letters.setText(word);
        int middle = letters.following((word.length() - 1) / 2);
        if (middle == word.length() || text(word).prefWidth(-1) <= width) {
            addLetters(word, parts);
        } else {
            addParts(word.substring(0, middle), width, parts);
            addParts(word.substring(middle), width, parts);
        }
    }

    /// Punctuation stands by itself: from another font than the letters it would come out on their other side.
    private static void addLetters(String word, List<String> parts) {
        int start = 0;
        boolean common = isCommon(word.codePointAt(0));
        for (int i = 0; i < word.length(); i += Character.charCount(word.codePointAt(i))) {
            if (isCommon(word.codePointAt(i)) != common) {
                parts.add(word.substring(start, i));
                start = i;
                common = !common;
            }
        }
        parts.add(word.substring(start));
    }

    private static boolean isCommon(int letter) {
        return UnicodeScript.of(letter) == UnicodeScript.COMMON;
    }

    private Text text(String piece) {
        var label = getSkinnable();
        var text = new Text(piece);
        text.fontProperty().bind(label.fontProperty());
        text.fillProperty().bind(label.textFillProperty());
        return text;
    }
}
