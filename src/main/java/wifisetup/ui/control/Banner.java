package wifisetup.ui.control;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/// A remark above a page's content.
public final class Banner extends HBox {
    /// @param kind the style class of its colour: `info` or `warning`
    public Banner(String text, String icon, String kind) {
        getStyleClass().addAll("banner", kind);
        var sign = new FontIcon();
        sign.getStyleClass().add(icon);
        var words = new Label(text);
        words.setWrapText(true);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(sign, words);
    }
}
