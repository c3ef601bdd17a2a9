package wifisetup.join;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wifisetup.network.Connectivity;
import wifisetup.network.Country;
import wifisetup.network.Failure;
import wifisetup.network.JoinOutcome;
import wifisetup.network.JoinStage;
import wifisetup.network.Network;
import wifisetup.network.NetworkId;
import wifisetup.network.NetworkSettings;
import wifisetup.network.NetworkStatus;
import wifisetup.network.ProfileId;
import wifisetup.network.SavedNetwork;
import wifisetup.network.Security;
import wifisetup.network.Ssid;
import wifisetup.secret.Secret;

/// What can happen to a set-up on the panel.
public sealed interface JoinEvent {
    /// The client was activated: show the list.
    record Opened() implements JoinEvent {}

    /// The client was activated again, for a network that the person had chosen before: ask for what opens it.
    record Resumed(NetworkId id, boolean hidden) implements JoinEvent {}

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

    /// The person typed an account and wants to connect.
    record AccountTyped(AccountEntry account) implements JoinEvent {}

    /// Something took the page away on which the person was typing that for a network.
    record Interrupted(NetworkId id, Draft draft) implements JoinEvent {}

    /// The person leaves this place, for the one before; `draft` is what the page holds.
    record Back(Draft draft) implements JoinEvent {}

    /// The person stops the join.
    record Cancel() implements OfJoin {}

    /// The person wants the same join again.
    record Retry() implements OfJoin {}

    /// The person wants to type the password of the failed join again.
    record Reenter() implements OfJoin {}

    /// The person has seen the result, or does not want to sign in now.
    record Dismissed() implements JoinEvent {}

    /// The person wants that network forgotten.
    record Forget(Ssid ssid) implements JoinEvent {}

    /// The person wants the radio on.
    record TurnOn() implements JoinEvent {}

    /// The person said in which country the device is.
    record CountrySaid(Country country) implements JoinEvent {}

    /// What the person asked for, beside a join, was not done.
    record Troubled(Failure failure) implements JoinEvent {}

    /// The list as it is known without a scan.
    record Listed(List<Network> networks) implements JoinEvent {}

    /// A scan ended.
    record Scanned(List<Network> networks, Instant at) implements JoinEvent {}

    /// A scan failed.
    record ScanFailed(Failure failure) implements JoinEvent {}

    /// The list of that moment has become old.
    record ScanDue(Instant listedAt) implements JoinEvent {}

    /// A join began, at that moment.
    record JoinBegan(long attempt, Instant at) implements OfJoin {}

    /// A join came further.
    record Reached(long attempt, JoinStage stage) implements OfJoin {}

    /// A join ended.
    record Ended(long attempt, JoinOutcome outcome) implements OfJoin {}

    /// The connection changed.
    record StatusChanged(NetworkStatus status) implements JoinEvent {}

    /// What concerns a join that was asked for.
    sealed interface OfJoin extends JoinEvent {}

    /// What concerns the saved networks and the settings of a network.
    sealed interface OfSaved extends JoinEvent {
        /// The person wants to see the saved networks.
        record SavedWanted() implements OfSaved {}

        /// The saved networks, as they are kept now.
        record SavedHeard(List<SavedNetwork> networks) implements OfSaved {}

        /// The person tapped a saved network.
        record ProfilePicked(ProfileId profile) implements OfSaved {}

        /// The person wants to be on the saved network that is shown.
        record ConnectWanted() implements OfSaved {}

        /// The person says that its password has changed.
        record PasswordChanged() implements OfSaved {}

        /// The person changed its settings.
        record Changed(NetworkSettings settings) implements OfSaved {}

        /// The person wants it tried before all others.
        record FirstWanted() implements OfSaved {}

        /// The person wants to set the address, on the saved network or for the failed join that is shown.
        record AddressWanted() implements OfSaved {}

        /// The person typed addresses and wants them used.
        record AddressTyped(AddressEntry addresses) implements OfSaved {}
    }

    /// What concerns a sign-in page between a network and the internet.
    sealed interface OfSignIn extends JoinEvent {
        /// The person wants to sign in.
        record SignInWanted() implements OfSignIn {}

        /// Where the sign-in page is, if that could be found out.
        record PageFound(Optional<String> address) implements OfSignIn {}

        /// The person wants to know whether the internet is there now.
        record CheckWanted() implements OfSignIn {}

        /// How far the connection reaches.
        record Checked(Connectivity connectivity) implements OfSignIn {}
    }
}
