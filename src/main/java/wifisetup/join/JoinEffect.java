package wifisetup.join;

import java.time.Instant;
import wifisetup.loop.InOrder;
import wifisetup.network.JoinOutcome;
import wifisetup.network.JoinRequest;
import wifisetup.network.Ssid;

/// What the set-up on the panel wants done.
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

    /// Delete the profiles of that network, then tell the list anew.
    record Forget(Ssid ssid) implements JoinEffect {}

    /// Turn the radio on.
    record TurnOn() implements JoinEffect {}

    /// Tell others how a join ended: never with a password.
    record Report(Ssid ssid, JoinOutcome outcome) implements JoinEffect, InOrder {}

    /// Tell others that the person leaves the set-up on the panel; `finished`: with the device on a network.
    record Leave(boolean finished) implements JoinEffect, InOrder {}
}
