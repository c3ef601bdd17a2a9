package wifisetup.device.platform;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import wifisetup.network.Ssid;

/// The name of a network as a tag: in UTF-8, with `%`, `:`, `;` (which separate tags), control characters and
/// what is no UTF-8 percent-encoded (RFC 3986, 2.1), so that every name has one tag and every tag one name.
final class NetworkTag {
    private static final String SEPARATORS = "%:;";

    private NetworkTag() {}

    static String of(Ssid ssid) {
        var utf8 = ssid.utf8();
        var tag = new StringBuilder();
        if (utf8.isEmpty()) {
            for (byte each : ssid.bytes()) {
                append(tag, each & 0xff, each < 0);
            }
        } else {
            utf8.get().codePoints().forEach(c -> append(tag, c, false));
        }
        return tag.toString();
    }

    /// The network of that tag, if it can be one. A name that nobody encoded stands for itself, as long as it has
    /// no `%` before two hex digits.
    static Optional<Ssid> parse(String tag) {
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < tag.length(); ) {
            if (isEncoded(tag, i)) {
                bytes.write(Integer.parseInt(tag, i + 1, i + 3, 16));
                i += 3;
            } else {
                int c = tag.codePointAt(i);
                bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(c);
            }
        }
        return bytes.size() == 0 || bytes.size() > Ssid.MAX_LENGTH
                ? Optional.empty()
                : Optional.of(Ssid.of(bytes.toByteArray()));
    }

    private static boolean isEncoded(String tag, int at) {
        return tag.charAt(at) == '%'
                && at + 2 < tag.length()
                && HexFormat.isHexDigit(tag.charAt(at + 1))
                && HexFormat.isHexDigit(tag.charAt(at + 2));
    }

    private static void append(StringBuilder tag, int c, boolean foreign) {
        if (foreign) {
            tag.append("%%%02X".formatted(c));
        } else if (SEPARATORS.indexOf(c) >= 0 || Character.isISOControl(c)) {
            for (byte each : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                tag.append("%%%02X".formatted(each & 0xff));
            }
        } else {
            tag.appendCodePoint(c);
        }
    }
}
