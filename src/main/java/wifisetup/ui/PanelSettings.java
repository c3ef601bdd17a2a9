package wifisetup.ui;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import wifisetup.words.Language;

/// What the panel is like and how it shall look.
///
/// @param theme light or dark
/// @param size the window's size; empty: the whole screen
/// @param density how fine the panel is, from which sizes in millimetres follow
/// @param locale the language and its reading direction
/// @param pictures where to write a picture of each page that comes up, if anywhere
/// @param reducedMotion whether nothing moves that need not
public record PanelSettings(
        Theme theme,
        Optional<Size> size,
        Density density,
        Locale locale,
        Optional<Path> pictures,
        boolean reducedMotion) {
    /// The whole screen, in the light theme, of a panel of unknown density.
    public static final PanelSettings DEFAULT = new PanelSettings(
            Theme.LIGHT, Optional.empty(), new Density.Unknown(), Locale.getDefault(), Optional.empty(), false);

    /// The same panel in another language.
    public PanelSettings in(Language language) {
        return new PanelSettings(theme, size, density, language.locale(), pictures, reducedMotion);
    }

    /// A set of colours.
    public enum Theme {
        /// Dark on light.
        LIGHT,
        /// Light on dark.
        DARK
    }

    /// A size in pixels.
    public record Size(int width, int height) {}

    /// How many pixels an inch has.
    public sealed interface Density {
        /// The density of a panel of which nothing is known, in pixels an inch.
        double ASSUMED = 160;

        /// Nobody said.
        record Unknown() implements Density {}

        /// So many pixels an inch.
        record Dpi(double value) implements Density {}

        /// The panel's diagonal in inches.
        record Diagonal(double inches) implements Density {}

        /// Pixels an inch, on a panel of that many pixels.
        default double dpi(double width, double height) {
            return switch (this) {
                case Unknown _ -> ASSUMED;
                case Dpi(var value) -> value;
                case Diagonal(var inches) -> Math.hypot(width, height) / inches;
            };
        }
    }
}
