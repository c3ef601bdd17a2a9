package wifisetup.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThemeTest {
    /// WCAG 2.2, success criterion 1.4.3.
    private static final double LEAST_CONTRAST = 4.5;

    private static final Pattern TOKEN = Pattern.compile("(-color-[a-z-]+):\\s*(#[0-9A-Fa-f]{6});");

    @ParameterizedTest
    @CsvSource({
        "text, background",
        "text, surface",
        "text, pressed",
        "text, key",
        "text, function-key",
        "text, accent-soft",
        "text, warning-soft",
        "muted, background",
        "muted, surface",
        "muted, pressed",
        "accent, background",
        "accent, surface",
        "accent, pressed",
        "on-accent, accent",
        "on-accent, accent-pressed",
        "on-danger, danger",
        "on-danger, danger-pressed",
        "success, background",
        "success, surface",
        "warning, background",
        "warning, warning-soft",
        "accent, accent-soft",
        "danger, background"
    })
    void textCanBeReadInBothThemes(String text, String background) throws Exception {
        for (String theme : new String[] {"theme.css", "theme-dark.css"}) {
            var tokens = tokens(theme);
            assertThat(contrast(color(tokens, text), color(tokens, background)))
                    .as(theme)
                    .isGreaterThanOrEqualTo(LEAST_CONTRAST);
        }
    }

    @Test
    void theDarkThemeHasEveryColourAndNothingElse() throws Exception {
        assertThat(tokens("theme-dark.css").keySet())
                .isEqualTo(tokens("theme.css").keySet());
        assertThat(Files.readString(Path.of("css", "theme-dark.css")).lines())
                .filteredOn(line -> line.contains(":"))
                .allMatch(line -> TOKEN.matcher(line).find() || line.startsWith("/*"));
    }

    @Test
    void coloursAreTokensOnly() throws Exception {
        String rules = Files.readString(Path.of("css", "theme.css"));
        assertThat(rules.substring(rules.indexOf('}', rules.indexOf(".root {"))))
                .doesNotContainPattern("#[0-9A-Fa-f]{3}");
    }

    private static Color color(Map<String, Color> tokens, String role) {
        return Objects.requireNonNull(tokens.get("-color-" + role), role);
    }

    private static Map<String, Color> tokens(String file) throws IOException {
        var tokens = new HashMap<String, Color>();
        var matcher = TOKEN.matcher(Files.readString(Path.of("css", file)));
        while (matcher.find()) {
            tokens.put(matcher.group(1), Color.web(matcher.group(2)));
        }
        return tokens;
    }

    /// WCAG 2.2, definition of contrast ratio.
    private static double contrast(Color one, Color other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
