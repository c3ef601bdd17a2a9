package wifisetup.network;

import java.time.Instant;
import java.util.Optional;

/// A network whose profile is kept.
///
/// @param profile which profile
/// @param name what the system calls the profile; often the network's name
/// @param hidden whether the network keeps its name to itself
/// @param lastUsed when the device was last on it, if ever
public record SavedNetwork(
        ProfileId profile,
        NetworkId id,
        String name,
        boolean hidden,
        NetworkSettings settings,
        Optional<Instant> lastUsed) {
    /// The network's name.
    public Ssid ssid() {
        return id.ssid();
    }

    /// Whether the device connects by itself.
    public boolean autoconnect() {
        return settings.autoconnect();
    }
}
