package wifisetup.hotspot.balena;

import wifisetup.network.Connectivity;
import wifisetup.network.Failure;
import wifisetup.network.NetworkStatus;

/// What a session hears.
sealed interface Sign {
    /// The program said something.
    record Said(Hint hint) implements Sign {}

    /// The program is over, and all it said was heard.
    ///
    /// @param code its exit code; 128 and the number of a signal that ended it
    record Exited(int code) implements Sign {}

    /// The program can no longer be followed.
    record Lost(Failure failure) implements Sign {}

    /// NetworkManager's state.
    record Status(NetworkStatus status) implements Sign {}

    /// How far the network reaches, looked at afresh.
    record Looked(Connectivity connectivity) implements Sign {}

    /// The time of that number is over.
    record TimeUp(long round) implements Sign {}

    /// Somebody wants it stopped.
    record Cancel() implements Sign {}
}
