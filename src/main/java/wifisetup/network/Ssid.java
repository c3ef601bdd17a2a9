package wifisetup.network;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// The name of a network: 1 to 32 bytes (IEEE 802.11-2020, 9.4.2.2) of no declared encoding.
///
/// Names are compared by their bytes. Anybody within reach of the radio chooses them, so they are hostile input:
/// show people [#display()] only.
public final class Ssid {
    /// The most bytes that an SSID has (IEEE 802.11-2020, 9.4.2.2).
    public static final int MAX_LENGTH = 32;

    private static final char REPLACEMENT = '\uFFFD';

    private final byte[] bytes;

    private Ssid(byte[] bytes) {
        if (bytes.length == 0 || bytes.length > MAX_LENGTH) {
            throw new IllegalArgumentException("an SSID has 1 to 32 bytes, found " + bytes.length);
        }
        this.bytes = bytes;
    }

    /// The SSID of these bytes.
    ///
    /// @throws IllegalArgumentException unless there are 1 to 32
    public static Ssid of(byte[] bytes) {
        return new Ssid(bytes.clone());
    }

    /// The SSID that is `name` in UTF-8.
    ///
    /// @throws IllegalArgumentException unless that has 1 to 32 bytes
    public static Ssid of(String name) {
        return new Ssid(name.getBytes(StandardCharsets.UTF_8));
    }

    /// Whether `name` in UTF-8 has the length of an SSID.
    public static boolean fits(String name) {
        int length = name.getBytes(StandardCharsets.UTF_8).length;
        return length > 0 && length <= MAX_LENGTH;
    }

    /// A copy of the bytes.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// The name, if the bytes are UTF-8. It may hold control characters: it is for programs.
    public Optional<String> utf8() {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    /// The name for people: UTF-8, else Latin-1 with a leading `≈`; control, format and bidi characters, and line
    /// separators, become U+FFFD, so a name can neither move nor imitate the text around it.
    public String display() {
        String text = utf8().orElseGet(() -> "≈" + new String(bytes, StandardCharsets.ISO_8859_1));
        return text.codePoints()
                .map(c -> isHarmless(c) ? c : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// The bytes as lower-case hex digits.
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    private static boolean isHarmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> false;
            // U+200D joins emoji; every other format character (bidi marks among them) is invisible mischief here.
            case Character.FORMAT -> c == 0x200D;
            default -> true;
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ssid that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return display();
    }
}
