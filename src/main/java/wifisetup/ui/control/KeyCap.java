package wifisetup.ui.control;

import java.util.function.UnaryOperator;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/// One key as it is drawn. Its cell touches the next key's; what is painted is a little smaller.
final class KeyCap extends StackPane {
    private static final PseudoClass PRESSED = PseudoClass.getPseudoClass("armed");
    private static final PseudoClass LOCKED = PseudoClass.getPseudoClass("locked");

    private final Key key;

    KeyCap(Key key, UnaryOperator<String> names, boolean locked) {
        this.key = key;
        getStyleClass().add("key");
        setAccessibleRole(AccessibleRole.BUTTON);
        setMouseTransparent(true);
        switch (key) {
            case Key.Char(var text) -> label(text, text);
            case Key.Space _ -> label(names.apply("space"), names.apply("space"));
            case Key.Backspace _ -> icon("backspace", names);
            case Key.Enter _ -> icon("enter", names);
            case Key.Shift _ -> {
                icon("shift", names);
                pseudoClassStateChanged(LOCKED, locked);
            }
            case Key.Hide _ -> icon("hide", names);
            case Key.To to -> to(to.layer(), names);
        }
    }

    Key key() {
        return key;
    }

    void press(boolean pressed) {
        pseudoClassStateChanged(PRESSED, pressed);
    }

    double distanceTo(double x, double y) {
        double dx = Math.max(0, Math.max(getLayoutX() - x, x - getLayoutX() - getWidth()));
        double dy = Math.max(0, Math.max(getLayoutY() - y, y - getLayoutY() - getHeight()));
        return Math.hypot(dx, dy);
    }

    private void to(Layer layer, UnaryOperator<String> names) {
        getStyleClass().add("function-key");
        switch (layer) {
            case LOWER, UPPER -> label("ABC", names.apply("letters"));
            case SYMBOLS -> label("123", names.apply("symbols"));
            case MORE_SYMBOLS -> label("#+=", names.apply("more-symbols"));
        }
    }

    private void label(String text, String spoken) {
        var label = new Label(text);
        getChildren().add(label);
        setAccessibleText(spoken);
    }

    private void icon(String kind, UnaryOperator<String> names) {
        getStyleClass().addAll("function-key", kind + "-key");
        var icon = new FontIcon();
        icon.getStyleClass().add(kind + "-icon");
        getChildren().add(icon);
        setAccessibleText(names.apply(kind));
    }
}
