package wifisetup.ui.control;

import java.util.ArrayList;
import java.util.List;

/// A layer of the on-screen keyboard (English, United States). All layers together have each of the 95 printable
/// ASCII characters, of which the password of a WPA network is made (IEEE 802.11-2020, annex J.4).
public enum Layer {
    /// Small letters.
    LOWER("qwertyuiop", "asdfghjkl", "zxcvbnm", ",."),
    /// Capital letters.
    UPPER("QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM", ",."),
    /// Digits and the symbols of everyday use.
    SYMBOLS("1234567890", "@#$&_-()=+", "\"*':/!?", ",."),
    /// The other symbols.
    MORE_SYMBOLS("1234567890", "~`|^\\{}[]%", "<>;€£§°", ",.");

    /// Widths of letters in a row.
    static final double ROW_WIDTH = 10;

    private final String top;
    private final String middle;
    private final String bottom;
    private final String last;

    Layer(String top, String middle, String bottom, String last) {
        this.top = top;
        this.middle = middle;
        this.bottom = bottom;
        this.last = last;
    }

    /// The keys, row by row.
    public List<List<Key>> rows() {
        return List.of(characters(top), characters(middle), thirdRow(), lastRow());
    }

    private List<Key> thirdRow() {
        var row = new ArrayList<Key>();
        row.add(
                switch (this) {
                    case LOWER, UPPER -> new Key.Shift(1.5);
                    case SYMBOLS -> new Key.To(MORE_SYMBOLS, 1.5);
                    case MORE_SYMBOLS -> new Key.To(SYMBOLS, 1.5);
                });
        row.addAll(characters(bottom));
        row.add(new Key.Backspace(1.5));
        return List.copyOf(row);
    }

    private List<Key> lastRow() {
        Key other = switch (this) {
            case LOWER, UPPER -> new Key.To(SYMBOLS, 1.5);
            case SYMBOLS, MORE_SYMBOLS -> new Key.To(LOWER, 1.5);
        };
        return List.of(
                other,
                new Key.Hide(1),
                new Key.Char(last.substring(0, 1)),
                new Key.Space(3.5),
                new Key.Char(last.substring(1)),
                new Key.Enter(2));
    }

    private static List<Key> characters(String text) {
        return text.chars()
                .<Key>mapToObj(c -> new Key.Char(Character.toString(c)))
                .toList();
    }
}
