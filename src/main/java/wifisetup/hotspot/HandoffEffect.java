package wifisetup.hotspot;

import java.time.Duration;
import wifisetup.loop.InOrder;

/// What the hand-off wants done.
public sealed interface HandoffEffect {
    /// Run a session: answered by [HandoffEvent.Reached], and in the end by [HandoffEvent.Ended].
    record Run(long session, HotspotRequest request) implements HandoffEffect {}

    /// Stop that session: it ends as [HotspotEnd.Cancelled], unless it has ended otherwise.
    record Cancel(long session) implements HandoffEffect, InOrder {}

    /// Answer [HandoffEvent.RetryDue] with that number after that time.
    record RetryLater(long session, Duration delay) implements HandoffEffect {}

    /// Tell others where the hand-off is now: never with a passphrase.
    record Tell(HandoffState.Place place) implements HandoffEffect, InOrder {}

    /// Say that aloud, where the device has a voice.
    record Say(Speech speech) implements HandoffEffect, InOrder {}

    /// Tell the registry that the client has done its work, or leaves it.
    record Leave(Departure departure) implements HandoffEffect, InOrder {}
}
