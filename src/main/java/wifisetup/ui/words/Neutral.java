package wifisetup.ui.words;

/// Makes texts of other programs harmless to show.
public final class Neutral {
    private static final char REPLACEMENT = '\uFFFD';
    private static final String ELLIPSIS = "…";

    private Neutral() {}

    /// `text` on one line of at most `longest` characters; what cannot be seen, or would move the text around it, is
    /// replaced.
    public static String text(String text, int longest) {
        String line = text.strip()
                .codePoints()
                .map(c -> isHarmless(c) ? c : REPLACEMENT)
                .limit(longest + 1L)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return line.codePointCount(0, line.length()) > longest
                ? line.substring(0, line.offsetByCodePoints(0, longest - 1)) + ELLIPSIS
                : line;
    }

    private static boolean isHarmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
