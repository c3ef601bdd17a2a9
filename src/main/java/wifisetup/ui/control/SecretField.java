package wifisetup.ui.control;

import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.PasswordField;
import javafx.scene.control.Skin;
import javafx.util.Duration;

/// A field for a password: masked, but for the character typed last, which shows for [#LAST_SHOWN]; or shown whole.
///
/// While [#concealedProperty] holds, nothing of it can be read, not even its length, whatever else is set.
public final class SecretField extends PasswordField {
    /// How long the character typed last can be read.
    private static final Duration LAST_SHOWN = Duration.millis(1500);

    private static final int NONE = -1;
    private static final PseudoClass CONCEALED = PseudoClass.getPseudoClass("concealed");

    private final BooleanProperty revealed = new SimpleBooleanProperty(this, "revealed");
    private final BooleanProperty concealed = new SimpleBooleanProperty(this, "concealed");
    private final ReadOnlyIntegerWrapper readable = new ReadOnlyIntegerWrapper(this, "readable", NONE);
    private final PauseTransition mask = new PauseTransition(LAST_SHOWN);

    /// An empty field, masked.
    public SecretField() {
        getStyleClass().add("secret-field");
        concealed.subscribe(hidden -> pseudoClassStateChanged(CONCEALED, hidden));
        mask.setOnFinished(_ -> readable.set(NONE));
    }

    /// Whether the whole text is shown.
    public BooleanProperty revealedProperty() {
        return revealed;
    }

    /// Whether the text is hidden altogether, as in a picture.
    public BooleanProperty concealedProperty() {
        return concealed;
    }

    /// Which character alone is shown: an index, or -1.
    public ReadOnlyIntegerProperty readableProperty() {
        return readable.getReadOnlyProperty();
    }

    /// Puts a text in that was not typed just now: no character of it is shown.
    public void fill(String text) {
        setText(text);
        positionCaret(text.length());
        mask.stop();
        readable.set(NONE);
    }

    @Override
    public void replaceText(int start, int end, String text) {
        super.replaceText(start, end, text);
        if (text.length() == 1) {
            readable.set(start);
            mask.playFromStart();
        } else {
            readable.set(NONE);
        }
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new SecretFieldSkin(this);
    }
}
