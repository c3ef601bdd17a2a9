package wifisetup.join;

import java.time.Instant;
import java.util.Map;
import wifisetup.loop.InOrder;
import wifisetup.network.Country;
import wifisetup.network.JoinOutcome;
import wifisetup.network.JoinRequest;
import wifisetup.network.NetworkSettings;
import wifisetup.network.ProfileId;
import wifisetup.network.Ssid;

/// What the set-up on the panel wants done. What cannot be done is answered by [JoinEvent.Troubled], where nothing
/// else is said.
public sealed interface JoinEffect {
    /// Tell the list as it is known: answered by [JoinEvent.Listed].
    record Look() implements JoinEffect {}

    /// Scan: answered by [JoinEvent.Scanned] or [JoinEvent.ScanFailed].
    record Scan() implements JoinEffect {}

    /// Answer [JoinEvent.ScanDue] with that moment when the list of then has become old.
    record ScanLater(Instant listedAt) implements JoinEffect {}

    /// Join: answered by [JoinEvent.JoinBegan], [JoinEvent.Reached], and in the end by [JoinEvent.Ended].
    record Join(long attempt, JoinRequest request) implements JoinEffect {}

    /// Stop that join: it ends as [Failure.Cancelled], unless it has ended otherwise.
    record Cancel(long attempt) implements JoinEffect, InOrder {}

    /// Tell the saved networks: answered by [JoinEvent.OfSaved.SavedHeard].
    record ListSaved() implements JoinEffect {}

    /// Change the settings of profiles, then tell the saved networks anew.
    record Change(Map<ProfileId, NetworkSettings> settings) implements JoinEffect, InOrder {
        /// Keeps its own copy.
        public Change {
            settings = Map.copyOf(settings);
        }
    }

    /// Delete the profiles of that network, then tell the list and the saved networks anew.
    record Forget(Ssid ssid) implements JoinEffect {}

    /// Turn the radio on.
    record TurnOn() implements JoinEffect {}

    /// Say in which country the device is, which turns the radio on.
    record SetCountry(Country country) implements JoinEffect {}

    /// Look for the sign-in page: answered by [JoinEvent.OfSignIn.PageFound].
    record FindSignIn() implements JoinEffect {}

    /// Look for the internet: answered by [JoinEvent.OfSignIn.Checked].
    record CheckInternet() implements JoinEffect {}

    /// Tell others how a join ended: never with a password.
    record Report(Ssid ssid, JoinOutcome outcome) implements JoinEffect, InOrder {}

    /// Tell others that the person leaves the set-up on the panel; `finished`: with the device on a network.
    record Leave(boolean finished) implements JoinEffect, InOrder {}
}
