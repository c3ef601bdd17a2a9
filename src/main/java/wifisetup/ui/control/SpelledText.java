package wifisetup.ui.control;

import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/// A text to be copied by hand, character by character: each one in a cell of the same width, digits marked, from left
/// to right in every language. It can be concealed.
public final class SpelledText extends FlowPane {
    private static final PseudoClass DIGIT = PseudoClass.getPseudoClass("digit");
    /// Stands for a text of any length.
    private static final String CONCEALED = "\u2022".repeat(8);

    private String text = "";
    private boolean concealed;

    /// Without a text.
    public SpelledText() {
        getStyleClass().add("spelled-text");
        setMinHeight(USE_PREF_SIZE);
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        setAccessibleRole(AccessibleRole.TEXT);
    }

    /// The text.
    public void setText(String content) {
        if (!content.equals(text)) {
            text = content;
            spell();
        }
    }

    /// Hides the text altogether, or lifts that.
    public void setConcealed(boolean hidden) {
        concealed = hidden;
        spell();
    }

    private void spell() {
        var shown = concealed ? CONCEALED : text;
        getChildren().setAll(shown.codePoints().mapToObj(SpelledText::cell).toList());
        setAccessibleText(shown.codePoints().mapToObj(Character::toString).collect(Collectors.joining(" ")));
    }

    private static Node cell(int character) {
        var cell = new Label(Character.toString(character));
        cell.getStyleClass().add("spelled-character");
        cell.pseudoClassStateChanged(DIGIT, Character.isDigit(character));
        return cell;
    }
}
