package wifisetup.network;

import java.time.Duration;
import java.util.function.Consumer;
import wifisetup.loop.Cancellation;

/// The port to networks that are joined on trial: whoever asks for one over the network cannot lock himself out.
public interface NetworkTrials {
    /// Whether the device could go back from a trial that begins now: this way of running the radio can, the
    /// device is on a network or on none rather than an access point, and no join is under way that decides where
    /// it is.
    ///
    /// What begins after the answer is not known to it: then [#joinOnTrial] says so.
    ///
    /// @throws WifiException if that cannot be told: there is no radio, or nobody who runs it
    boolean canReturn() throws WifiException;

    /// Remembers the network that the device is on, joins another, and waits for the end of that: the device is
    /// on it, or again where it was.
    ///
    /// The profile of the network on trial is not saved, and no other is deleted, until it is kept: a device
    /// that loses its power in between comes up on its former network. A join that is no trial replaces the
    /// trial, also one that a former run of this program has left; a trial never replaces a join.
    ///
    /// @param request what to join; what changes in a saved profile changes in memory alone until it is kept
    /// @param limit when the device returns unless the network was kept before: in whole seconds from now, the
    ///     time of the join included
    /// @param cancellation ends the join early, with [Failure.Cancelled], and has no effect after that
    /// @param progress told each stage, on a thread of the adapter's
    /// @param end told once how a trial that came to be [TrialOutcome.OnTrial] ended, on a thread of the
    ///     adapter's
    /// @return what became of it; never an exception for what can happen to a join
    TrialOutcome joinOnTrial(
            JoinRequest request,
            Duration limit,
            Cancellation cancellation,
            Consumer<? super JoinStage> progress,
            Consumer<? super Checkpoint.End> end)
            throws InterruptedException;
}
