package wifisetup.words;

import wifisetup.network.HarmlessText;

/// Makes texts of other programs harmless to show, and short enough.
public final class Neutral {
    private static final String ELLIPSIS = "…";

    private Neutral() {}

    /// [HarmlessText] of at most `longest` characters.
    public static String text(String text, int longest) {
        String line = HarmlessText.of(text);
        return line.codePointCount(0, line.length()) > longest
                ? line.substring(0, line.offsetByCodePoints(0, longest - 1)) + ELLIPSIS
                : line;
    }
}
