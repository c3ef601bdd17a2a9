package wifisetup.hotspot;

import java.net.URI;
import java.util.Optional;
import wifisetup.network.Failure;
import wifisetup.network.JoinStage;
import wifisetup.network.Ssid;

/// What a session of the hotspot is at.
public sealed interface HotspotState {
    /// On the way: networks are looked for, then the access point opens.
    record Preparing() implements HotspotState {}

    /// Phones can join.
    ///
    /// @param page where the page is, for a phone on which it does not come up by itself
    /// @param visit how near a phone has come
    /// @param last the join that failed before, if one did
    record Open(URI page, Visit visit, Optional<FailedJoin> last) implements HotspotState {}

    /// The access point is closed for some seconds while saved networks are tried: nobody was on it.
    record TryingKnown() implements HotspotState {}

    /// The access point is closed while the device joins the network that the phone chose.
    record Connecting(Ssid ssid, JoinStage stage) implements HotspotState {}

    /// How near a phone has come. The order is that of a set-up.
    enum Visit {
        /// No phone is there.
        NONE,
        /// A phone has joined the access point.
        JOINED,
        /// The page is open on a phone.
        CHOOSING
    }

    /// A join that failed, after which the access point came back.
    record FailedJoin(Ssid ssid, Failure failure) {}
}
