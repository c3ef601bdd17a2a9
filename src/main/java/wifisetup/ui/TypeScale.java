package wifisetup.ui;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/// The one size everything else is a multiple of: the root font size, in pixels.
///
/// @param root pixels of 1 em
record TypeScale(double root) {
    /// Text is at least that high.
    static final double LEAST_TEXT_MM = 3.5;

    private static final double MM_PER_INCH = 25.4;
    /// On a large panel text grows with it, because people stand farther away.
    private static final double EMS_PER_SHORT_SIDE = 32;

    private static final double ICON = 1.5;
    private static final double SMALL_ICON = 1.1;
    private static final double HERO_ICON = 3.2;
    private static final double SMALL_HERO_ICON = 2;

    /// The scale of a panel of that many pixels and that density.
    static TypeScale of(double width, double height, PanelSettings.Density density) {
        double readable = LEAST_TEXT_MM / MM_PER_INCH * density.dpi(width, height);
        double proportionate = Math.min(width, height) / EMS_PER_SHORT_SIDE;
        return new TypeScale(Math.ceil(Math.max(readable, proportionate)));
    }

    /// A style sheet with what CSS cannot derive: the root size itself, and the icons' sizes, whose unit is pixels.
    String stylesheet() {
        String css = String.format(
                Locale.ROOT, """
                .root { -fx-font-size: %.0fpx; }
                .ikonli-font-icon { -fx-icon-size: %.0f; }
                .small-icon { -fx-icon-size: %.0f; }
                .hero-icon { -fx-icon-size: %.0f; }
                .page:small .hero-icon { -fx-icon-size: %.0f; }
                """, root, root * ICON, root * SMALL_ICON, root * HERO_ICON, root * SMALL_HERO_ICON);
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }
}
