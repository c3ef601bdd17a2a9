package wifisetup.device.platform;

import java.nio.charset.StandardCharsets;
import wifisetup.network.Ssid;

/// The name of a network as a tag: in UTF-8, with `%`, `:`, `;` (which separate tags), control characters and what is
/// no
/// UTF-8 percent-encoded (RFC 3986, 2.1), so that every name has one tag and every tag one name.
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
