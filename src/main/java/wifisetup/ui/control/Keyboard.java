package wifisetup.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.event.ActionEvent;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The on-screen keyboard. It types into a field without taking the focus from it.
///
/// Every point of it belongs to a key, so no touch falls into a gap. The key under the finger is highlighted and its
/// character shown above it; it is typed when the finger leaves, so a finger can still slide to the right key.
public final class Keyboard extends EmPane {
    /// The style class of a field into which mostly digits are typed.
    public static final String DIGITS = "digits";

    private static final Duration REPEAT_DELAY = Duration.millis(450);
    private static final Duration REPEAT_INTERVAL = Duration.millis(70);
    private static final double ROW_EM = 2.6;
    private static final double LEAST_ROW_EM = 1.9;
    private static final double MOST_OF_PANEL = 0.45;
    private static final double MARGIN_EM = 0.15;
    private static final double BUBBLE_EM = 2.6;

    private enum Shift {
        OFF,
        ONCE,
        LOCKED;

        Shift next() {
            return switch (this) {
                case OFF -> ONCE;
                case ONCE -> LOCKED;
                case LOCKED -> OFF;
            };
        }
    }

    private final UnaryOperator<String> names;
    private final Runnable onHide;
    private final Label bubble = new Label();
    private final List<KeyCap> caps = new ArrayList<>();
    private final Timeline repeat = new Timeline(new KeyFrame(REPEAT_INTERVAL, _ -> backspace()));
    private Layer layer = Layer.LOWER;
    private Shift shift = Shift.OFF;
    private @Nullable TextInputControl target;
    private @Nullable KeyCap pressed;

    /// A keyboard that types nowhere yet.
    ///
    /// @param names what keys without a character are called, by kind (`shift`, `backspace`, `enter`, `space`, …)
    /// @param onHide what the key that puts it away does
    public Keyboard(UnaryOperator<String> names, Runnable onHide) {
        this.names = names;
        this.onHide = onHide;
        getStyleClass().add("keyboard");
        // Keys go from left to right in every language.
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        bubble.getStyleClass().add("key-bubble");
        bubble.setManaged(false);
        bubble.setVisible(false);
        bubble.setMouseTransparent(true);
        repeat.setCycleCount(Animation.INDEFINITE);
        repeat.setDelay(REPEAT_DELAY);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::slide);
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        show(Layer.LOWER);
    }

    /// Types into `field` from now on, beginning with small letters, or with digits if the field is of style class
    /// [#DIGITS].
    public void typeInto(TextInputControl field) {
        if (!field.equals(target)) {
            target = field;
            shift = Shift.OFF;
            show(field.getStyleClass().contains(DIGITS) ? Layer.SYMBOLS : Layer.LOWER);
        }
    }

    /// Hides the character that is shown above a pressed key, so that nobody reads it in a picture.
    public void conceal() {
        bubble.setVisible(false);
        if (pressed != null) {
            pressed.press(false);
        }
    }

    /// The layer that is shown.
    Layer layer() {
        return layer;
    }

    /// The height it wants on a panel of `panel` pixels.
    public double heightOn(double panel) {
        int rows = layer.rows().size();
        double row = Math.clamp(panel * MOST_OF_PANEL / rows, LEAST_ROW_EM * em(), ROW_EM * em());
        return snapSizeY(rows * row + 2 * MARGIN_EM * em());
    }

    @Override
    protected void layoutChildren() {
        double margin = MARGIN_EM * em();
        double unit = (getWidth() - 2 * margin) / Layer.ROW_WIDTH;
        var rows = layer.rows();
        double height = (getHeight() - 2 * margin) / rows.size();
        int i = 0;
        for (int y = 0; y < rows.size(); y++) {
            var row = rows.get(y);
            double x = margin + (Layer.ROW_WIDTH - widthOf(row)) / 2 * unit;
            for (Key key : row) {
                double left = snapPositionX(x);
                double top = snapPositionY(margin + y * height);
                x += key.width() * unit;
                caps.get(i++)
                        .resizeRelocate(
                                left, top, snapPositionX(x) - left, snapPositionY(margin + (y + 1) * height) - top);
            }
        }
    }

    private static double widthOf(List<Key> row) {
        return row.stream().mapToDouble(Key::width).sum();
    }

    private void show(Layer next) {
        layer = next;
        pressed = null;
        bubble.setVisible(false);
        caps.clear();
        layer.rows().stream()
                .flatMap(List::stream)
                .map(key -> new KeyCap(key, names, shift == Shift.LOCKED))
                .forEach(caps::add);
        getChildren().setAll(caps);
        getChildren().add(bubble);
    }

    private void press(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        var cap = capAt(event);
        highlight(cap);
        if (cap.key() instanceof Key.Backspace) {
            backspace();
            repeat.playFromStart();
        }
    }

    private void slide(MouseEvent event) {
        if (pressed != null && !(pressed.key() instanceof Key.Backspace)) {
            highlight(capAt(event));
        }
    }

    private void release(MouseEvent event) {
        repeat.stop();
        var cap = pressed;
        if (cap == null) {
            return;
        }
        cap.press(false);
        bubble.setVisible(false);
        pressed = null;
        if (contains(event.getX(), event.getY())) {
            act(cap.key());
        }
    }

    private void act(Key key) {
        switch (key) {
            case Key.Char(var text) -> type(text);
            case Key.Space _ -> type(" ");
            case Key.Backspace _ -> {}
            case Key.Enter _ -> enter();
            case Key.Shift _ -> shift(shift.next());
            case Key.To to -> {
                shift = Shift.OFF;
                show(to.layer());
            }
            case Key.Hide _ -> onHide.run();
        }
    }

    private void shift(Shift next) {
        shift = next;
        show(next == Shift.OFF ? Layer.LOWER : Layer.UPPER);
    }

    private void type(String text) {
        if (target != null) {
            target.replaceSelection(text);
        }
        if (shift == Shift.ONCE) {
            shift(Shift.OFF);
        }
    }

    private void backspace() {
        if (target != null) {
            target.deletePreviousChar();
        }
    }

    private void enter() {
        if (target != null) {
            target.fireEvent(new ActionEvent());
        }
    }

    private void highlight(KeyCap cap) {
        if (pressed != null) {
            pressed.press(false);
        }
        pressed = cap;
        cap.press(true);
        boolean character = cap.key() instanceof Key.Char;
        bubble.setVisible(character);
        if (cap.key() instanceof Key.Char(var text)) {
            double size = snapSizeX(Math.max(BUBBLE_EM * em(), cap.getWidth()));
            double x = Math.clamp(cap.getLayoutX() + (cap.getWidth() - size) / 2, 0, Math.max(0, getWidth() - size));
            bubble.setText(text);
            bubble.resizeRelocate(
                    snapPositionX(x), snapPositionY(cap.getLayoutY() - BUBBLE_EM * em()), size, BUBBLE_EM * em());
        }
    }

    /// The key of that point: of keys that do not contain it, the nearest.
    private KeyCap capAt(MouseEvent event) {
        KeyCap nearest = caps.getFirst();
        double least = Double.MAX_VALUE;
        for (KeyCap cap : caps) {
            double distance = cap.distanceTo(event.getX(), event.getY());
            if (distance < least) {
                least = distance;
                nearest = cap;
            }
        }
        return nearest;
    }
}
