package wifisetup.hotspot.portal.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wifisetup.hotspot.HotspotEnd;
import wifisetup.hotspot.HotspotRequest;
import wifisetup.hotspot.HotspotState.FailedJoin;
import wifisetup.network.JoinStage;
import wifisetup.network.Network;
import wifisetup.network.Ssid;

/// All that the phone's page shows, at one moment. Both of two phones see the same.
///
/// @param request the session: its name, whether it asks for a code, the network on which it opens
/// @param device what the device is called on a network, such as `kiosk.local`
/// @param networks what was in the air before the access point opened, the strongest first, without the hotspot itself
/// @param searchedAt when that was
/// @param course what the session is at
public record PortalView(
        HotspotRequest request, String device, List<Network> networks, Instant searchedAt, Course course) {
    /// Keeps its own copy.
    public PortalView {
        networks = List.copyOf(networks);
    }

    /// What the session is at, as far as a phone can see it.
    public sealed interface Course {
        /// Waiting for a choice.
        ///
        /// @param last the join that failed before, if one did
        record Choosing(Optional<FailedJoin> last) implements Course {}

        /// A join was asked for. The access point closes in a moment, and the phone loses it.
        record Joining(Ssid ssid, JoinStage stage) implements Course {}

        /// The access point closes for some seconds to search anew.
        record Searching() implements Course {}

        /// It is over.
        record Over(HotspotEnd end) implements Course {}
    }
}
