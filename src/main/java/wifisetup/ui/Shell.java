package wifisetup.ui;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import wifisetup.ui.control.Keyboard;

/// The root of the window: a page, and below it the keyboard, for which the page makes room.
final class Shell extends Pane {
    private final Keyboard keyboard;
    private final StackPane host = new StackPane();
    private final BooleanProperty typing = new SimpleBooleanProperty(this, "typing");
    private @Nullable Parent page;

    Shell(Keyboard keyboard) {
        this.keyboard = keyboard;
        getStyleClass().add("shell");
        keyboard.visibleProperty().bind(typing);
        typing.addListener(_ -> requestLayout());
        getChildren().addAll(host, keyboard);
    }

    /// Whether the keyboard is up.
    BooleanProperty typingProperty() {
        return typing;
    }

    /// Puts a page in the place of the one before, and of whatever lay over that.
    void setPage(Parent next) {
        page = next;
        next.setVisible(true);
        host.getChildren().setAll(next);
    }

    /// Lays something over the page, which stays as it is.
    void cover(Parent over) {
        if (page != null) {
            page.setVisible(false);
        }
        host.getChildren().add(over);
    }

    /// Whether something lies over the page.
    boolean isCovered() {
        return host.getChildren().size() > 1;
    }

    /// Shows the page alone again.
    void uncover() {
        if (page != null) {
            page.setVisible(true);
            host.getChildren().setAll(page);
        }
    }

    @Override
    protected void layoutChildren() {
        double keys = typing.get() ? keyboard.heightOn(getHeight()) : 0;
        host.resizeRelocate(0, 0, getWidth(), getHeight() - keys);
        keyboard.resizeRelocate(0, getHeight() - keys, getWidth(), keys);
    }
}
