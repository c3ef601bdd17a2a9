package wifisetup.hotspot;

import java.security.SecureRandom;
import java.util.Optional;
import wifisetup.network.Ssid;
import wifisetup.secret.Secret;

/// What a maker decides about the way into the hotspot.
///
/// @param ssid the hotspot's name
/// @param code whether the page asks for four digits from the screen
public record AccessRules(Ssid ssid, Passphrase passphrase, boolean code) {
    /// What opens the hotspot.
    public sealed interface Passphrase {
        /// A new one for each session.
        record Fresh() implements Passphrase {}

        /// Always the same, as on a label of the device: 8 to 63 characters.
        record Fixed(Secret text) implements Passphrase {}

        /// None: anybody within reach is on the hotspot.
        record None() implements Passphrase {}
    }

    /// The way into a new session.
    public Access next(SecureRandom random) {
        var secret = switch (passphrase) {
            case Passphrase.Fresh _ -> Access.randomPassphrase(random);
            case Passphrase.Fixed(var text) -> text;
            case Passphrase.None _ -> Secret.EMPTY;
        };
        return new Access(ssid, secret, code ? Optional.of(Access.randomCode(random)) : Optional.empty());
    }
}
