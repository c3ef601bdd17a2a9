package wifisetup.hotspot.portal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wifisetup.network.Failure;
import wifisetup.network.JoinOutcome;
import wifisetup.network.JoinRequest;
import wifisetup.network.JoinStage;
import wifisetup.network.Joined;
import wifisetup.network.Network;
import wifisetup.network.NetworkStatus;

/// What can happen to a session of the own hotspot.
sealed interface PortalEvent {
    /// Begin.
    record Started() implements PortalEvent {}

    /// Somebody wants an end.
    record Cancelled() implements PortalEvent {}

    /// The search ended; one that failed found nothing.
    record Searched(List<Network> networks, Instant at) implements PortalEvent {}

    /// The access point and its page are there.
    record Opened() implements PortalEvent {}

    /// They could not be opened.
    record OpenFailed(Failure failure) implements PortalEvent {}

    /// The access point is no longer there, though nobody closed it.
    record Lost(Failure failure) implements PortalEvent {}

    /// That many phones are on it.
    record Stations(int count) implements PortalEvent {}

    /// Somebody opened the page.
    record Visited() implements PortalEvent {}

    /// Somebody on a phone wants that join; answered by [PortalEffect.Answer] with that number.
    record JoinWanted(long question, JoinRequest request) implements PortalEvent {}

    /// Somebody on a phone wants a new search; answered by [PortalEffect.Answer] with that number.
    record SearchWanted(long question) implements PortalEvent {}

    /// The join came further.
    record Reached(JoinStage stage) implements PortalEvent {}

    /// The join ended.
    record JoinEnded(JoinOutcome outcome) implements PortalEvent {}

    /// Saved networks were tried, perhaps with success.
    record KnownTried(Optional<Joined> joined, List<Network> networks, Instant at) implements PortalEvent {}

    /// The connection changed.
    record StatusChanged(NetworkStatus status) implements PortalEvent {}

    /// That timer is up.
    record TimeUp(long timer) implements PortalEvent {}
}
