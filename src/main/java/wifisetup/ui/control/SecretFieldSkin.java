package wifisetup.ui.control;

import javafx.beans.binding.Bindings;
import javafx.scene.control.skin.TextFieldSkin;
import javafx.scene.text.Text;

/// Draws a [SecretField].
final class SecretFieldSkin extends TextFieldSkin {
    private static final String BULLET = "\u2022";
    /// What a concealed text looks like, whatever its length.
    private static final String CONCEALED = BULLET.repeat(8);

    private final SecretField field;
    private final Text drawn;

    SecretFieldSkin(SecretField field) {
        super(field);
        this.field = field;
        // The skin's own binding masks anew only when the text changes; this one also when what may be read does.
        drawn = drawnText(field);
        drawn.textProperty().unbind();
        drawn.textProperty()
                .bind(Bindings.createStringBinding(
                        this::visibleText,
                        field.textProperty(),
                        field.revealedProperty(),
                        field.concealedProperty(),
                        field.readableProperty()));
    }

    @Override
    public void dispose() {
        drawn.textProperty().unbind();
        super.dispose();
    }

    /// Of the field's two texts the one that can be selected: the other is the prompt.
    private static Text drawnText(SecretField field) {
        return field.lookupAll(".text").stream()
                .map(Text.class::cast)
                .filter(text -> text.selectionFillProperty().isBound())
                .findFirst()
                .orElseThrow();
    }

    private String visibleText() {
        String text = field.getText();
        if (text.isEmpty()) {
            return "";
        }
        if (field.concealedProperty().get()) {
            return CONCEALED;
        }
        if (field.revealedProperty().get()) {
            return text;
        }
        var masked = new StringBuilder(BULLET.repeat(text.length()));
        int readable = field.readableProperty().get();
        if (readable >= 0 && readable < text.length()) {
            masked.setCharAt(readable, text.charAt(readable));
        }
        return masked.toString();
    }
}
