package wifisetup.network.named;

import java.util.Optional;
import wifisetup.network.Credentials;
import wifisetup.network.Security;
import wifisetup.network.Ssid;

/// A join as a program asks for it that knows a name and perhaps a password: a voice skill, a script, a command line.
///
/// @param ssid the network
/// @param hint the kind of security that the asker believes in; what is in the air decides
/// @param offered what the asker has to present: [Credentials.Saved] when it has nothing, or does not say
/// @param hidden whether the asker knows that the network keeps its name to itself
/// @param changes what the profile is to hold other than before
public record NamedJoin(
        Ssid ssid, Optional<Security> hint, Credentials offered, boolean hidden, SettingsChange changes) {
    /// A join of that network with what is saved for it, if anything is; an open one needs nothing.
    public static NamedJoin of(Ssid ssid) {
        return new NamedJoin(ssid, Optional.empty(), new Credentials.Saved(), false, SettingsChange.NONE);
    }

    /// Whether something is presented that a network without a secret would ignore.
    boolean presentsSecret() {
        return switch (offered) {
            case Credentials.Passphrase(var text) -> !text.isEmpty();
            case Credentials.Account _ -> true;
            case Credentials.None _, Credentials.Saved _ -> false;
        };
    }

    /// Whether the asker says that the network is one without a secret.
    boolean meansOpen() {
        return hint.filter(Security::isOpen).isPresent();
    }
}
