package wifisetup.join;

import java.time.Instant;
import java.util.Optional;
import wifisetup.network.Failure;
import wifisetup.network.JoinRequest;
import wifisetup.network.JoinStage;
import wifisetup.network.Joined;
import wifisetup.network.NetworkId;

/// What the person is at, in the set-up on the panel.
public sealed interface Place {
    /// Nobody is at work here.
    record Closed() implements Place {}

    /// Looking at the list.
    record Choosing() implements Place {}

    /// Typing the name of a network that is not in the list.
    record Naming() implements Place {}

    /// Typing a password.
    ///
    /// @param hidden whether the network keeps its name to itself
    /// @param refused why it is asked again, if it is
    record Asking(NetworkId id, boolean hidden, Optional<Failure> refused) implements Place {}

    /// Waiting for a join.
    ///
    /// @param since when it began, once that is known
    /// @param cancelling whether the person has asked to stop, and the radio has not yet
    record Joining(JoinRequest request, JoinStage stage, Optional<Instant> since, boolean cancelling)
            implements Place {}

    /// On the network.
    record Done(JoinRequest request, Joined joined) implements Place {}

    /// Not on the network.
    record Failed(JoinRequest request, Failure failure) implements Place {}
}
