package wifisetup.device;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import wifisetup.network.HarmlessText;

/// What people call a device: it is shown on screens, in lists of devices, and is a name on the network.
///
/// @param text not blank, without control characters, at most 63 bytes of UTF-8, so that it is one label of a
///     DNS-SD instance (RFC 6763, 4.1.1)
public record DeviceName(String text) {
    /// The most bytes that a name has (RFC 1035, 2.3.4: a label).
    public static final int MAX_BYTES = 63;

    /// The most characters of a host's label: of [#MAX_BYTES], with room for `-99` where others have the
    /// name.
    private static final int LONGEST_HOST = MAX_BYTES - 3;

    private static final String NAMELESS = "device";

    /// Checks the text.
    ///
    /// @throws IllegalArgumentException if it has a [#flaw]
    public DeviceName {
        flaw(text).ifPresent(flaw -> {
            throw new IllegalArgumentException(
                    "a name of 1 to " + MAX_BYTES + " bytes without control characters: " + flaw);
        });
    }

    /// Why a text is no name.
    public enum Flaw {
        /// There is nothing to read.
        BLANK,
        /// Something in it is no letter, but moves or hides the text around it.
        CONTROL_CHARACTER,
        /// It has more than 63 bytes.
        TOO_LONG
    }

    /// Why `text` is no name, if so.
    public static Optional<Flaw> flaw(String text) {
        if (text.isBlank()) {
            return Optional.of(Flaw.BLANK);
        }
        if (!HarmlessText.of(text).equals(text.strip())) {
            return Optional.of(Flaw.CONTROL_CHARACTER);
        }
        return text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES ? Optional.of(Flaw.TOO_LONG) : Optional.empty();
    }

    /// The name as a label of a host name, as in `<label>.local`: letters, digits and hyphens (RFC 1123,
    /// 2.1); accents are dropped, other scripts leave nothing, and a name of which nothing is left is
    /// `device`. At most 60 characters.
    public String hostLabel() {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        String label =
                plain.substring(0, Math.min(plain.length(), LONGEST_HOST)).replaceAll("-+$", "");
        return label.isEmpty() ? NAMELESS : label;
    }

    @Override
    public String toString() {
        return text;
    }
}
