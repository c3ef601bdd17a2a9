package wifisetup.network;

/// The network that the device was on, to which it returns by itself when a time is over, unless it is told
/// before that the network it is on now is to be kept. Whoever runs the radio keeps that promise, also when
/// this program ends.
///
/// Any thread; both calls block while the radio is asked.
public interface Checkpoint {
    /// Keeps the network that is on trial: its profile is saved, in place of an older one of that network.
    ///
    /// @throws WifiException if it cannot be kept any more: [Failure.TimedOut] when the device has returned,
    ///     [Failure.Cancelled] when somebody joined another network meanwhile
    void keep() throws WifiException, InterruptedException;

    /// Returns now, and waits until the device is on the former network again, or it is clear that this takes
    /// long. Nothing of the trial is left. Where the trial has ended already nothing happens.
    ///
    /// @throws WifiException if the radio cannot be asked; then the device returns when the time is over
    void rollBack() throws WifiException, InterruptedException;

    /// How a trial ends.
    enum End {
        /// The network is kept.
        KEPT,
        /// The device has returned, by itself or because it was asked to.
        RETURNED,
        /// Somebody joined another network meanwhile, which has nothing to do with the trial.
        REPLACED
    }
}
