package wifisetup.network;

import java.util.Optional;

/// A join as a program asks for it that knows a name and perhaps a password: a voice skill, a script, a command line.
///
/// @param ssid the network
/// @param hint the kind of security that the asker believes in; what is in the air decides
/// @param offered what the asker has to present: [Credentials.Saved] when it has nothing, or does not say
/// @param hidden whether the asker knows that the network keeps its name to itself
/// @param settings what the profile is to hold; none: as it is
public record NamedJoin(
        Ssid ssid, Optional<Security> hint, Credentials offered, boolean hidden, Optional<NetworkSettings> settings) {
    /// A join of that network with what is saved for it, if anything is needed.
    public static NamedJoin of(Ssid ssid) {
        return new NamedJoin(ssid, Optional.empty(), new Credentials.Saved(), false, Optional.empty());
    }
}
