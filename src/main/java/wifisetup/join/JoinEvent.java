package wifisetup.join;

import java.time.Instant;
import java.util.List;
import wifisetup.network.Failure;
import wifisetup.network.JoinOutcome;
import wifisetup.network.JoinStage;
import wifisetup.network.Network;
import wifisetup.network.NetworkId;
import wifisetup.network.NetworkStatus;
import wifisetup.network.Security;
import wifisetup.network.Ssid;
import wifisetup.secret.Secret;

/// What can happen to a set-up on the panel.
public sealed interface JoinEvent {
    /// The client was activated: show the list.
    record Opened() implements JoinEvent {}

    /// The client was deactivated: stop. A result stays until the person has seen it.
    record Closed() implements JoinEvent {}

    /// The set-up is over because the device is online, perhaps by the very join that has not reported its end yet:
    /// as [Closed], but a join goes on.
    record Finished() implements JoinEvent {}

    /// The person wants a new scan.
    record Refresh() implements JoinEvent {}

    /// The person tapped a network.
    record Picked(NetworkId id) implements JoinEvent {}

    /// The person tapped "Other network…".
    record OtherPicked() implements JoinEvent {}

    /// The person typed the name of a network that is not in the list.
    record Named(Ssid ssid, Security security) implements JoinEvent {}

    /// The person typed a password and wants to connect.
    record Typed(Secret password) implements JoinEvent {}

    /// The person leaves this place, for the one before; `draft` is what the password field holds, else empty.
    record Back(Secret draft) implements JoinEvent {}

    /// The person stops the join.
    record Cancel() implements JoinEvent {}

    /// The person wants the same join again.
    record Retry() implements JoinEvent {}

    /// The person wants to type the password of the failed join again.
    record Reenter() implements JoinEvent {}

    /// The person has seen the result.
    record Dismissed() implements JoinEvent {}

    /// The person wants the network of the result, or of the password page, forgotten.
    record Forget(Ssid ssid) implements JoinEvent {}

    /// The person wants the radio on.
    record TurnOn() implements JoinEvent {}

    /// The list as it is known without a scan.
    record Listed(List<Network> networks) implements JoinEvent {}

    /// A scan ended.
    record Scanned(List<Network> networks, Instant at) implements JoinEvent {}

    /// A scan failed.
    record ScanFailed(Failure failure) implements JoinEvent {}

    /// The list of that moment has become old.
    record ScanDue(Instant listedAt) implements JoinEvent {}

    /// A join began, at that moment.
    record JoinBegan(long attempt, Instant at) implements JoinEvent {}

    /// A join came further.
    record Reached(long attempt, JoinStage stage) implements JoinEvent {}

    /// A join ended.
    record Ended(long attempt, JoinOutcome outcome) implements JoinEvent {}

    /// The connection changed.
    record StatusChanged(NetworkStatus status) implements JoinEvent {}
}
