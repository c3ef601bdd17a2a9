package wifisetup.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/// What a platform is told of a device: a [Device] at one moment. Immutable.
///
/// @param id the device's own id: not blank and without control characters
/// @param type the device type, which the platform must know beforehand: likewise
/// @param name what people call it: likewise
/// @param tags what else there is to say, by tag id, in the order in which the tags were added; neither an id
///     nor a tag holds `:` or `;`, an id is not blank, and `device_name` and `device_type` are the platform's
///     own
public record DeviceDescription(String id, String type, String name, SequencedMap<String, String> tags) {
    private static final Set<String> RESERVED = Set.of("device_name", "device_type");

    /// Keeps its own copy of the tags.
    ///
    /// @throws IllegalArgumentException if a part breaks the rules above
    public DeviceDescription {
        requireId(id);
        requireText("device type", type);
        requireText("device name", name);
        tags.forEach(DeviceDescription::requireTag);
        tags = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tags));
    }

    /// A device without tags.
    ///
    /// @throws IllegalArgumentException if a part breaks the rules above
    public DeviceDescription(String id, String type, String name) {
        this(id, type, name, new LinkedHashMap<>());
    }

    /// Where these devices and those that a platform knows are the same, this is, too: the SHA-1, in
    /// hexadecimal, of the devices' hashes, sorted and joined.
    public static String hash(Collection<DeviceDescription> devices) {
        return hashOf(devices.stream().map(DeviceDescription::hash).toList());
    }

    /// The same, of hashes that are known already.
    public static String hashOf(Collection<String> hashes) {
        return sha1(hashes.stream().sorted().collect(Collectors.joining()));
    }

    /// The SHA-1, in 40 digits of lower case hexadecimal, of id, type, name and each tag's id and tag in their
    /// order, joined without anything between them, in UTF-8. A change of whatever the platform knows changes
    /// it.
    public String hash() {
        var text = new StringBuilder(id).append(type).append(name);
        for (Map.Entry<String, String> tag : tags.entrySet()) {
            text.append(tag.getKey()).append(tag.getValue());
        }
        return sha1(text.toString());
    }

    /// SHA-1 (FIPS 180-4 section 6.1), in UTF-8. It protects nothing here.
    private static String sha1(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("each Java platform has SHA-1", impossible);
        }
    }

    /// A device id that a platform could know.
    ///
    /// @throws IllegalArgumentException if it breaks the rule above
    static void requireId(String id) {
        requireText("device id", id);
    }

    private static void requireText(String what, String text) {
        if (text.isBlank() || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    what + ": expected text without control characters, found " + (text.isBlank() ? "none" : "some"));
        }
        requireUtf8(what, text);
    }

    private static void requireTag(String id, String tag) {
        if (id.isBlank() || isSeparated(id) || RESERVED.contains(id)) {
            throw new IllegalArgumentException(
                    "tag id: expected text without ':' and ';' other than " + RESERVED + ", found \"" + id + "\"");
        }
        if (isSeparated(tag)) {
            throw new IllegalArgumentException("tag " + id + ": expected text without ':' and ';', found one of them");
        }
        requireUtf8("tag id", id);
        requireUtf8("tag " + id, tag);
    }

    private static boolean isSeparated(String text) {
        return text.indexOf(':') >= 0 || text.indexOf(';') >= 0;
    }

    /// Half a surrogate pair would be another text on the wire, and another hash there.
    private static void requireUtf8(String what, String text) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException(what + ": expected text of whole characters, found half of one");
        }
    }
}
