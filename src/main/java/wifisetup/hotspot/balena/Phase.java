package wifisetup.hotspot.balena;

import java.util.Optional;
import wifisetup.hotspot.HotspotEnd;
import wifisetup.hotspot.HotspotState.Visit;
import wifisetup.network.JoinStage;
import wifisetup.network.Ssid;

/// What a session with the program is at.
sealed interface Phase {
    /// The program looks around and opens the access point.
    record Preparing() implements Phase {}

    /// Phones can join.
    record Open(Visit visit) implements Phase {}

    /// The access point is closed: a join begins, or has failed and the access point comes back.
    record Closed() implements Phase {}

    /// The program joins that network.
    record Joining(Ssid ssid, JoinStage stage) implements Phase {}

    /// The program was asked to end.
    ///
    /// @param end how the session ends then
    /// @param joining the network whose join was under way
    /// @param killed whether asking has not helped
    record Stopping(HotspotEnd end, Optional<Ssid> joining, boolean killed) implements Phase {}

    /// The program has ended and says that it joined that network; NetworkManager has the word.
    record Confirming(Ssid ssid) implements Phase {}

    /// It is over; later signs mean nothing.
    record Over() implements Phase {}
}
