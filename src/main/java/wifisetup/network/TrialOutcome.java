package wifisetup.network;

/// What became of a join on trial.
public sealed interface TrialOutcome {
    /// The device is on the network, for now.
    record OnTrial(Joined joined, Checkpoint checkpoint) implements TrialOutcome {}

    /// It could not be joined in time; the device is where it was before, or on its way there.
    record Failed(Failure failure) implements TrialOutcome {}

    /// Another network is being joined, or on trial; nothing was done.
    record Busy() implements TrialOutcome {}

    /// The device could not go back by itself, so nothing was done: this way of running the radio cannot, or
    /// the device is an access point just now.
    ///
    /// @param detail why, for the log
    record NoReturn(String detail) implements TrialOutcome {}
}
