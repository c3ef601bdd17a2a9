package wifisetup.network.dbus;

import wifisetup.network.Failure;
import wifisetup.network.JoinStage;

/// What a join has to do next.
sealed interface Act {
    /// Tell how far it has come.
    record Tell(JoinStage stage) implements Act {}

    /// Let that time run: [Sign.TimeUp] tells its end.
    record Allow(Limit limit) implements Act {}

    /// Look whether the network's access point is in the air: [Sign.Looked] answers.
    ///
    /// @param last whether NetworkManager has given up, so that the answer is the verdict
    record LookAround(boolean last) implements Act {}

    /// Keep the profile: the device is on the network.
    record Keep() implements Act {}

    /// Undo it: the join has failed.
    record Undo(Failure failure) implements Act {}
}
