package wifisetup.network.nmcli;

/// What can be heard during a join.
sealed interface Sign {
    /// The adapter came into a state, in nmcli's words for it.
    record Device(String state) implements Sign {}

    /// `nmcli connection up` ended.
    ///
    /// @param attempt which, counted from 1: there may be two in a join
    record Ended(int attempt, Answer answer) implements Sign {}

    /// The answer to [Act.LookAround].
    record Looked(boolean inTheAir, boolean last) implements Sign {}

    /// NetworkManager stopped.
    record ServiceGone() implements Sign {}

    /// A time is over.
    record TimeUp(Limit limit) implements Sign {}

    /// Somebody wants it to stop.
    record Cancel() implements Sign {}
}
