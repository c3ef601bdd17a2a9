package wifisetup.network;

import java.util.Optional;

/// A network in the air, as one row of the list: of all its access points the strongest counts.
///
/// @param id the name and kind of security
/// @param strength 0 to 100, as NetworkManager gives it
/// @param band the strongest access point's band
/// @param saved whether a profile of this network is kept
/// @param connected whether the device is on it now
/// @param obstacle why it cannot be joined, if so
public record Network(
        NetworkId id, int strength, Band band, boolean saved, boolean connected, Optional<Obstacle> obstacle) {
    /// Checks the strength's range.
    public Network {
        if (strength < 0 || strength > 100) {
            throw new IllegalArgumentException("strength is 0 to 100, found " + strength);
        }
    }

    /// The name.
    public Ssid ssid() {
        return id.ssid();
    }

    /// The kind of security.
    public Security security() {
        return id.security();
    }
}
