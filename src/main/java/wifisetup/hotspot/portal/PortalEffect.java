package wifisetup.hotspot.portal;

import java.time.Duration;
import wifisetup.hotspot.HotspotEnd;
import wifisetup.hotspot.HotspotState;
import wifisetup.loop.InOrder;
import wifisetup.network.JoinRequest;

/// What a session of the own hotspot wants done.
sealed interface PortalEffect {
    /// What needs the radio, or the access point on it: one after the other.
    sealed interface OfRadio extends PortalEffect {
        /// Close the access point, if it is open, and look for networks: answered by [PortalEvent.Searched].
        record Search() implements OfRadio {}

        /// Open the access point and its page: answered by [PortalEvent.Opened] or [PortalEvent.OpenFailed].
        record Open() implements OfRadio {}

        /// Close the access point and join: answered by [PortalEvent.Reached], then [PortalEvent.JoinEnded].
        record Join(JoinRequest request) implements OfRadio {}

        /// Close the access point and try saved networks: answered by [PortalEvent.KnownTried].
        record TryKnown() implements OfRadio {}

        /// Close the access point, and end the session so.
        record End(HotspotEnd end) implements OfRadio {}
    }

    /// Stop the join, or the tries with saved networks, that is under way.
    record CancelJoin() implements PortalEffect, InOrder {}

    /// Answer [PortalEvent.TimeUp] with that number after that time.
    record StartTimer(long timer, Duration delay) implements PortalEffect {}

    /// Tell a phone whether what it wants will be done.
    record Answer(long question, boolean granted) implements PortalEffect, InOrder {}

    /// Tell others what the session is at.
    record Tell(HotspotState state) implements PortalEffect, InOrder {}
}
