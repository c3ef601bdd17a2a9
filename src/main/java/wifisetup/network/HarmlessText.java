package wifisetup.network;

/// Makes texts of other programs harmless to show beside one's own.
public final class HarmlessText {
    private static final char REPLACEMENT = '\uFFFD';

    private HarmlessText() {}

    /// `text` on one line; what cannot be seen, or would move the text around it, becomes U+FFFD.
    public static String of(String text) {
        return text.strip()
                .codePoints()
                .map(c -> isHarmless(c) ? c : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
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
