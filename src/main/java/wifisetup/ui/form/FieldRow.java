package wifisetup.ui.form;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A field and what it is for, beside each other: so both are seen above the keyboard of a small panel.
public final class FieldRow extends HBox {
    public FieldRow(String text, TextField field) {
        getStyleClass().add("field-row");
        var label = new Label(text);
        label.getStyleClass().add("field-label");
        label.setWrapText(true);
        label.setLabelFor(field);
        field.setAccessibleText(text);
        field.setMinWidth(0);
        HBox.setHgrow(field, Priority.ALWAYS);
        getChildren().addAll(label, field);
    }
}
