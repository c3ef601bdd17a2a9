package wifisetup.ui;

import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;

/// Shows the mouse pointer only to somebody who has a mouse. Many systems report a finger as a mouse that jumps to
/// where it presses; a real one moves there step by step.
final class Pointer {
    private static final int STEPS = 4;

    private final Scene scene;
    private int moves;

    private Pointer(Scene scene) {
        this.scene = scene;
    }

    /// Takes care of the pointer over `scene`; it is hidden at first.
    static void of(Scene scene) {
        var pointer = new Pointer(scene);
        scene.setCursor(Cursor.NONE);
        scene.addEventFilter(MouseEvent.MOUSE_MOVED, pointer::moved);
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> pointer.pressed());
    }

    private void moved(MouseEvent event) {
        if (!event.isSynthesized() && ++moves == STEPS) {
            scene.setCursor(Cursor.DEFAULT);
        }
    }

    private void pressed() {
        if (moves < STEPS) {
            scene.setCursor(Cursor.NONE);
        }
        moves = 0;
    }
}
