package wifisetup.flux;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/// The level of the protocol that a device speaks, `ver` on the wire: `N.N[.N][aN]` or `bN`, as Python's
/// `StrictVersion` reads it. A release follows its alpha and beta versions.
///
/// @param major first number
/// @param minor second number
/// @param patch third number, 0 where there is none
/// @param stage `a`, `b`, or `r` for a release
/// @param build the number behind the stage, 0 for a release
public record ProtocolVersion(int major, int minor, int patch, char stage, int build)
        implements Comparable<ProtocolVersion> {
    /// From here on a device is managed over TLS.
    public static final ProtocolVersion MANAGED = new ProtocolVersion(1, 1, 0, 'a', 1);

    /// From here on it would be managed in a way that nobody has described.
    public static final ProtocolVersion UNKNOWN_FUTURE = new ProtocolVersion(2, 0, 0, 'a', 1);

    /// What this product's own devices say.
    public static final ProtocolVersion OURS = new ProtocolVersion(1, 5, 0, 'r', 0);

    private static final Pattern FORM =
            Pattern.compile("(\\d{1,6})\\.(\\d{1,6})(?:\\.(\\d{1,6}))?(?:([ab])(\\d{1,6}))?");

    private static final Comparator<ProtocolVersion> ORDER = Comparator.comparingInt(ProtocolVersion::major)
            .thenComparingInt(ProtocolVersion::minor)
            .thenComparingInt(ProtocolVersion::patch)
            .thenComparingInt(ProtocolVersion::stage)
            .thenComparingInt(ProtocolVersion::build);

    /// Reads `text`, or is empty if it has another form.
    public static Optional<ProtocolVersion> read(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        String patch = form.group(3);
        String stage = form.group(4);
        return Optional.of(new ProtocolVersion(
                Integer.parseInt(form.group(1)),
                Integer.parseInt(form.group(2)),
                patch == null ? 0 : Integer.parseInt(patch),
                stage == null ? 'r' : stage.charAt(0),
                stage == null ? 0 : Integer.parseInt(form.group(5))));
    }

    /// Whether devices of this version are managed over TLS, as [Command] and [Answer] know it.
    public boolean isManagedOverTls() {
        return compareTo(MANAGED) >= 0 && compareTo(UNKNOWN_FUTURE) < 0;
    }

    @Override
    public int compareTo(ProtocolVersion other) {
        return ORDER.compare(this, other);
    }

    /// As it travels: `1.5.0`, `1.1a1`.
    @Override
    public String toString() {
        String numbers = major + "." + minor;
        if (stage == 'r') {
            return numbers + "." + patch;
        }
        return (patch == 0 ? numbers : numbers + "." + patch) + stage + build;
    }
}
