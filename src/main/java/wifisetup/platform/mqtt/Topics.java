package wifisetup.platform.mqtt;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The topics of one gateway.
///
/// A device id is one level of a topic: what has a meaning there (`/`, `+`, `#`; MQTT 5.0, 4.7.1) and `%` are
/// percent-encoded.
///
/// @param gateway the gateway id
record Topics(String gateway) {
    private static final String ROOT = "wifi-setup/";
    private static final String MEANINGFUL = "/+#%";

    String state(String device) {
        return of(device, "state");
    }

    String event(String device) {
        return of(device, "event");
    }

    String response(String device) {
        return of(device, "response");
    }

    /// The state of the gateway itself, where it has not exactly one device: one level above those of devices.
    String ownState() {
        return ROOT + encode(gateway) + "/state";
    }

    /// The commands to all devices.
    String commands() {
        return ROOT + encode(gateway) + "/+/command";
    }

    /// The states of all devices.
    String states() {
        return ROOT + encode(gateway) + "/+/state";
    }

    boolean isCommand(String topic) {
        return topic.endsWith("/command");
    }

    /// The device that a topic is about; none where no id is written like that.
    Optional<String> device(String topic) {
        String[] levels = topic.split("/", -1);
        return Optional.of(levels)
                .filter(four -> four.length == 4)
                .map(four -> decode(four[2]))
                .filter(id -> isText(id) && encode(id).equals(levels[2]));
    }

    private String of(String device, String what) {
        return ROOT + encode(gateway) + "/" + encode(device) + "/" + what;
    }

    private static String encode(String text) {
        var level = new StringBuilder();
        text.chars().forEach(c -> {
            if (MEANINGFUL.indexOf(c) >= 0) {
                level.append("%%%02X".formatted(c));
            } else {
                level.append((char) c);
            }
        });
        return level.toString();
    }

    private static String decode(String level) {
        var text = new StringBuilder();
        for (int i = 0; i < level.length(); i++) {
            char c = level.charAt(i);
            if (c == '%' && i + 2 < level.length() && isHex(level, i + 1) && isHex(level, i + 2)) {
                text.append((char) Integer.parseInt(level, i + 1, i + 3, 16));
                i += 2;
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static boolean isHex(String text, int at) {
        return Character.digit(text.charAt(at), 16) >= 0 && text.charAt(at) < 0x80;
    }

    /// What a broker takes as a level (MQTT 5.0, 1.5.4: a string of 65,535 bytes at most, without U+0000).
    static boolean fits(String gateway) {
        return isText(gateway) && gateway.getBytes(StandardCharsets.UTF_8).length < 1_000;
    }

    private static boolean isText(String id) {
        return !id.isEmpty() && id.indexOf('\0') < 0;
    }
}
