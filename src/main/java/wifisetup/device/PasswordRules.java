package wifisetup.device;

import java.util.Optional;
import wifisetup.secret.Secret;

/// Which passwords a device takes.
public final class PasswordRules {
    /// The fewest characters (NIST SP 800-63B, 5.1.1.1).
    public static final int SHORTEST = 8;

    /// The most characters: more hold up the hash alone.
    public static final int LONGEST = 128;

    private PasswordRules() {}

    /// Why a text is no password.
    public enum Flaw {
        /// It has fewer than [#SHORTEST] characters.
        TOO_SHORT,
        /// It has more than [#LONGEST] characters.
        TOO_LONG,
        /// It holds a NUL, by which the wire separates fields.
        CONTROL_CHARACTER
    }

    /// Why `password` cannot be set, if so.
    public static Optional<Flaw> flaw(Secret password) {
        String text = password.reveal();
        int length = text.codePointCount(0, text.length());
        if (length < SHORTEST) {
            return Optional.of(Flaw.TOO_SHORT);
        }
        if (length > LONGEST) {
            return Optional.of(Flaw.TOO_LONG);
        }
        return text.codePoints().anyMatch(Character::isISOControl)
                ? Optional.of(Flaw.CONTROL_CHARACTER)
                : Optional.empty();
    }
}
