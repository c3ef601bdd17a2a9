package wifisetup.ui.control;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/// A remark above a page's content.
public final class Banner extends HBox {
    private final Label words = new Label();

    /// @param kind the style class of its colour: `info` or `warning`
    public Banner(String text, String icon, String kind) {
        getStyleClass().addAll("banner", kind);
        var sign = new FontIcon();
        sign.getStyleClass().add(icon);
        words.setText(text);
        words.setWrapText(true);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(sign, words);
    }

    /// Says something else.
    public void setText(String text) {
        words.setText(text);
    }

    /// Lets the person take it away.
    ///
    /// @param name what the button is called where it cannot be seen
    /// @param action takes it away
    public void setOnDismiss(String name, Runnable action) {
        var cross = new FontIcon();
        cross.getStyleClass().add("cancel-icon");
        var dismiss = new Button("", cross);
        dismiss.getStyleClass().addAll("tool", "dismiss");
        dismiss.setAccessibleText(name);
        dismiss.setOnAction(_ -> action.run());
        // The cross stands at the end, however short the words are.
        words.setMaxWidth(Double.MAX_VALUE);
        getChildren().add(dismiss);
    }
}
