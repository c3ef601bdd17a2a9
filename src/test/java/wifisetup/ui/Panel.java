package wifisetup.ui;

import java.util.Optional;
import wifisetup.words.Language;

/// The panels that the screens must suit, with their usual sizes.
enum Panel {
    TINY(480, 320, 3.5),
    USUAL(800, 480, 7),
    UPRIGHT(480, 800, 5),
    WIDE(1024, 600, 7),
    SQUARE(720, 720, 4),
    TABLET(1280, 800, 10.1),
    DESK(1920, 1080, 15.6);

    final int width;
    final int height;
    final double inches;

    Panel(int width, int height, double inches) {
        this.width = width;
        this.height = height;
        this.inches = inches;
    }

    double dpi() {
        return Math.hypot(width, height) / inches;
    }

    /// Pixels of `millimetres` on this panel.
    double pixels(double millimetres) {
        return millimetres / 25.4 * dpi();
    }

    PanelSettings settings(PanelSettings.Theme theme) {
        return settings(theme, Language.ENGLISH);
    }

    PanelSettings settings(PanelSettings.Theme theme, Language language) {
        return new PanelSettings(
                theme,
                Optional.of(new PanelSettings.Size(width, height)),
                new PanelSettings.Density.Diagonal(inches),
                language.locale(),
                Optional.empty(),
                true);
    }
}
