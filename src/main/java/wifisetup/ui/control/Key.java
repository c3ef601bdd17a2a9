package wifisetup.ui.control;

/// A key of the on-screen keyboard.
public sealed interface Key {
    /// The width, in widths of a letter.
    double width();

    /// Types `text`.
    record Char(String text) implements Key {
        @Override
        public double width() {
            return 1;
        }
    }

    /// Types a space.
    record Space(double width) implements Key {}

    /// Deletes what is before the caret; again and again while it is held.
    record Backspace(double width) implements Key {}

    /// Does what the field is for.
    record Enter(double width) implements Key {}

    /// Capital letters: for one letter, or until it is pressed again when pressed twice.
    record Shift(double width) implements Key {}

    /// Changes the layer.
    record To(Layer layer, double width) implements Key {}

    /// Puts the keyboard away.
    record Hide(double width) implements Key {}
}
