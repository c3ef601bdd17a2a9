package wifisetup.hotspot.portal.web;

import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The page's style sheet: the rules of `css/portal.css`, with the colours of the kiosk's two themes.
record StyleSheet(String text, String accent) {
    /// A looked-up colour of JavaFX CSS, such as `-color-text: #14181F;`.
    private static final Pattern COLOUR = Pattern.compile("-color-([a-z-]+):\\s*(#[0-9A-Fa-f]{6});");

    /// Reads it.
    static StyleSheet load() {
        String light = Resource.text("/css/theme.css");
        String dark = Resource.text("/css/theme-dark.css");
        return new StyleSheet(
                ":root{color-scheme:light dark;" + properties(light) + "}\n@media (prefers-color-scheme:dark){:root{"
                        + properties(dark) + "}}\n" + Resource.text("/css/portal.css"),
                accent(light));
    }

    private static String properties(String theme) {
        return COLOUR.matcher(theme)
                .results()
                .map(colour -> "--" + colour.group(1) + ":" + colour.group(2))
                .collect(Collectors.joining(";"));
    }

    private static String accent(String theme) {
        return COLOUR.matcher(theme)
                .results()
                .filter(colour -> Objects.equals(colour.group(1), "accent"))
                .map(colour -> colour.group(2))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the theme has no colour named accent"));
    }
}
