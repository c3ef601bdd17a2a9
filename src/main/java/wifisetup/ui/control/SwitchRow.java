package wifisetup.ui.control;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A row that is on or off: words, and a switch whose knob stands on the one side or the other. A tap asks for a
/// change; what it shows follows from [#setSelected] alone.
public final class SwitchRow extends TapBox {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Label words = new Label();
    private boolean selected;

    /// A row that is off.
    public SwitchRow() {
        getStyleClass().addAll("row", "switch-row");
        setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        var knob = new Region();
        knob.getStyleClass().add("knob");
        var track = new StackPane(knob);
        track.getStyleClass().add("track");
        getChildren().addAll(words, track);
    }

    /// What is on or off.
    public String getText() {
        return words.getText();
    }

    /// See [#getText()].
    public void setText(String text) {
        words.setText(text);
        setAccessibleText(text);
    }

    /// Whether it is on.
    public boolean isSelected() {
        return selected;
    }

    /// See [#isSelected()].
    public void setSelected(boolean on) {
        selected = on;
        pseudoClassStateChanged(SELECTED, on);
        notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED);
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.SELECTED
                ? Boolean.valueOf(selected)
                : super.queryAccessibleAttribute(attribute, parameters);
    }
}
