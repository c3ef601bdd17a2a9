package wifisetup.ui;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import wifisetup.ui.control.Keyboard;

/// Brings the on-screen keyboard up for whoever touches a field, and puts it away for whoever types on a real one.
final class Typing {
    private final Shell shell;
    private final Keyboard keyboard;
    /// Whether the person uses a real keyboard.
    private boolean byKeys;

    private Typing(Shell shell, Keyboard keyboard) {
        this.shell = shell;
        this.keyboard = keyboard;
    }

    /// Takes care of the fields in `scene`, whose root is `shell`.
    static void in(Scene scene, Shell shell, Keyboard keyboard) {
        var typing = new Typing(shell, keyboard);
        scene.focusOwnerProperty().subscribe(typing::focused);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, _ -> typing.typed());
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, typing::touched);
    }

    private void focused(@Nullable Node owner) {
        if (owner instanceof TextInputControl field && !byKeys) {
            typeInto(field);
        }
    }

    /// The on-screen keyboard makes no key events: this is a real one, and the screen belongs to the page.
    private void typed() {
        byKeys = true;
        shell.typingProperty().set(false);
    }

    private void touched(MouseEvent event) {
        byKeys = false;
        for (Node node = (Node) event.getTarget(); node != null; node = node.getParent()) {
            if (node instanceof TextInputControl field) {
                typeInto(field);
            }
        }
    }

    private void typeInto(TextInputControl field) {
        keyboard.typeInto(field);
        shell.typingProperty().set(true);
    }
}
