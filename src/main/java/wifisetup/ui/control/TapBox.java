package wifisetup.ui.control;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;

/// A row or tile to tap. Unlike a button it lets drags through, so that a list of them scrolls under the finger; a
/// drag is not a tap. Enter and Space do the same as a tap.
public class TapBox extends HBox {
    private static final PseudoClass ARMED = PseudoClass.getPseudoClass("armed");
    /// How far a finger may slip, as a part of the height.
    private static final double SLIP = 0.25;

    private Runnable onTap = () -> {};
    private boolean armed;
    private double pressedX;
    private double pressedY;

    /// A box that does nothing when tapped.
    public TapBox() {
        getStyleClass().add("tap-box");
        setAccessibleRole(AccessibleRole.BUTTON);
        setFocusTraversable(true);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> release());
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /// Says what a tap does.
    public final void setOnTap(Runnable action) {
        onTap = action;
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            onTap.run();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }

    private void press(MouseEvent event) {
        pressedX = event.getSceneX();
        pressedY = event.getSceneY();
        arm(true);
    }

    private void drag(MouseEvent event) {
        double slip = Math.hypot(event.getSceneX() - pressedX, event.getSceneY() - pressedY);
        if (slip > getHeight() * SLIP) {
            arm(false);
        }
    }

    private void release() {
        boolean tapped = armed;
        arm(false);
        if (tapped) {
            onTap.run();
        }
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER, SPACE -> {
                event.consume();
                onTap.run();
            }
            default -> {}
        }
    }

    private void arm(boolean value) {
        armed = value;
        pseudoClassStateChanged(ARMED, value);
    }
}
