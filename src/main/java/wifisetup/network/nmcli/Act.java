package wifisetup.network.nmcli;

import wifisetup.network.Failure;
import wifisetup.network.JoinStage;

/// What is to be done in a join.
sealed interface Act {
    /// Tell a stage.
    record Tell(JoinStage stage) implements Act {}

    /// Let this much time pass, then say so.
    record Allow(Limit limit) implements Act {}

    /// Look whether the network is in the air, answered by [Sign.Looked].
    ///
    /// @param last whether the attempt is over, so that there is time for a scan
    record LookAround(boolean last) implements Act {}

    /// Begin once more, without WPA3.
    record TryOlderSecurity() implements Act {}

    /// Make the attempt last: it succeeded.
    record Keep() implements Act {}

    /// Leave nothing of the attempt.
    record Undo(Failure failure) implements Act {}
}
