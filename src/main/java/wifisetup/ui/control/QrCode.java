package wifisetup.ui.control;

import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/// A text as a QR code (ISO/IEC 18004), dark on light in every theme, because not every reader takes the reverse. Each
/// module is a whole number of pixels wide, and the quiet zone that readers need is part of the picture.
public final class QrCode extends Region {
    /// Modules of light around the code (ISO/IEC 18004, 9.1).
    private static final int QUIET_ZONE = 4;

    private final Canvas canvas = new Canvas();
    private io.nayuki.qrcodegen.@Nullable QrCode code;
    private boolean concealed;

    /// Nothing to read.
    public QrCode() {
        getStyleClass().add("qr-code");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().add(canvas);
    }

    /// What a reader will find.
    ///
    /// @throws IllegalArgumentException if it is too long for a QR code: more than 2953 bytes
    public void setContent(String text) {
        // A screen has no stains: rather larger modules. Where it costs none, more correction is taken.
        code = io.nayuki.qrcodegen.QrCode.encodeText(text, io.nayuki.qrcodegen.QrCode.Ecc.LOW);
        requestLayout();
    }

    /// Shows an empty field in place of the code, or lifts that.
    public void setConcealed(boolean hidden) {
        concealed = hidden;
        requestLayout();
    }

    /// How many modules a side of the picture has, with the quiet zone; 0 before there is one.
    int modules() {
        return code == null ? 0 : code.size + 2 * QUIET_ZONE;
    }

    /// How many pixels a side of a module has; 0 before there is one.
    public double modulePixels() {
        return code == null ? 0 : Math.max(1, Math.floor(room() / modules()));
    }

    private double room() {
        return Math.min(getWidth(), getHeight());
    }

    @Override
    protected void layoutChildren() {
        if (code == null) {
            return;
        }
        if (concealed) {
            blank(room());
            return;
        }
        double module = modulePixels();
        var graphics = blank(module * modules());
        graphics.setFill(Color.BLACK);
        draw(code, graphics, module);
    }

    /// A light square of that many pixels, in the middle.
    private GraphicsContext blank(double side) {
        canvas.setWidth(side);
        canvas.setHeight(side);
        canvas.relocate(snapPositionX((getWidth() - side) / 2), snapPositionY((getHeight() - side) / 2));
        var graphics = canvas.getGraphicsContext2D();
        graphics.setFill(Color.WHITE);
        graphics.fillRect(0, 0, side, side);
        return graphics;
    }

    private static void draw(io.nayuki.qrcodegen.QrCode code, GraphicsContext graphics, double module) {
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    graphics.fillRect((x + QUIET_ZONE) * module, (y + QUIET_ZONE) * module, module, module);
                }
            }
        }
    }
}
