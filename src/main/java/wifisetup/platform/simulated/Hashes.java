package wifisetup.platform.simulated;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.stream.Stream;
import wifisetup.platform.DeviceDescription;

/// What the platform reckons of devices, apart from the client, so that a mistake of either shows.
final class Hashes {
    private Hashes() {}

    /// SHA-1 of the devices' hashes, sorted and joined.
    static String of(Collection<DeviceDescription> devices) {
        return sha1(devices.stream().map(Hashes::of).sorted());
    }

    /// SHA-1 of id, type, name, and tag by tag its id and what it says.
    private static String of(DeviceDescription device) {
        var tags = device.tags().entrySet().stream().flatMap(tag -> Stream.of(tag.getKey(), tag.getValue()));
        return sha1(Stream.concat(Stream.of(device.id(), device.type(), device.name()), tags));
    }

    private static String sha1(Stream<String> parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-1");
            parts.forEach(part -> digest.update(part.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("each Java platform has SHA-1", impossible);
        }
    }
}
