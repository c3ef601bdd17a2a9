package wifisetup.network.dbus.course;

import wifisetup.network.Failure;
import wifisetup.network.JoinStage;

/// What a join has to do next.
public sealed interface Act {
    /// Tell how far it has come.
    record Tell(JoinStage stage) implements Act {}

    /// Let that time run: [Sign.TimeUp] tells its end.
    record Allow(Limit limit) implements Act {}

    /// Look whether the network's access point is in the air: [Sign.Looked] answers.
    ///
    /// @param last whether NetworkManager has given up, so that the answer is the verdict
    record LookAround(boolean last) implements Act {}

    /// Let the supplicant use WPA2 alone, on an access point that offers WPA3 too: [Sign.Narrowed] answers.
    record UseOlder() implements Act {}

    /// Keep the profile: the device is on the network.
    ///
    /// @param older whether it had to be by WPA2 alone, which the profile is to remember
    record Keep(boolean older) implements Act {}

    /// Undo it: the join has failed.
    record Undo(Failure failure) implements Act {}
}
