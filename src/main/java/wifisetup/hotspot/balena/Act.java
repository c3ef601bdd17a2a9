package wifisetup.hotspot.balena;

import java.time.Duration;
import java.util.Optional;
import wifisetup.hotspot.HotspotEnd;
import wifisetup.hotspot.HotspotState;
import wifisetup.network.Ssid;

/// What a session has to do next.
sealed interface Act {
    /// Tell how far it has come.
    record Tell(HotspotState state) implements Act {}

    /// Let that time run: [Sign.TimeUp] tells its end. It replaces the one before.
    record Allow(Duration time, long round) implements Act {}

    /// Let no time run: people are slow.
    record TakeTime() implements Act {}

    /// Save anew the profiles that the program has deleted: a join has failed.
    record PutBack() implements Act {}

    /// Look how far the network reaches: [Sign.Looked] answers.
    record LookForInternet() implements Act {}

    /// Ask the program to end: [Sign.Exited] follows, or not.
    record Interrupt() implements Act {}

    /// End the program and all that it started.
    record Kill() implements Act {}

    /// It is over.
    ///
    /// @param halfJoined the network of a join that the program did not see through: its profile must not stay
    record End(HotspotEnd end, Optional<Ssid> halfJoined) implements Act {}
}
