package wifisetup.hotspot;

import java.util.Optional;
import wifisetup.network.NetworkId;

/// What a session of the hotspot is to be like.
///
/// @param access how a phone gets in
/// @param target the network on which the phone's page opens, if it is for a certain one
public record HotspotRequest(Access access, Optional<Target> target) {
    /// A session for whatever network the person chooses.
    public static HotspotRequest of(Access access) {
        return new HotspotRequest(access, Optional.empty());
    }

    /// A network that the person has chosen on the panel already.
    ///
    /// @param hidden whether it keeps its name to itself
    public record Target(NetworkId id, boolean hidden) {}
}
