package wifisetup.network.simulated;

import java.util.Optional;
import java.util.function.Consumer;
import wifisetup.loop.Timer;
import wifisetup.network.Checkpoint;
import wifisetup.network.NetworkId;

/// A join on trial, and the way back. Guarded by the [Radio].
final class Trial {
    private final Attempt attempt;
    private final Optional<NetworkId> former;
    private final Consumer<? super Checkpoint.End> told;
    private boolean reached;
    private Timer.Scheduled limit = () -> {};
    private Optional<Checkpoint.End> ended = Optional.empty();

    /// A trial whose join has not begun.
    ///
    /// @param former the network that the device was on, if it was on one
    /// @param told how it ends, once the device was on the network
    Trial(Attempt attempt, Optional<NetworkId> former, Consumer<? super Checkpoint.End> told) {
        this.attempt = attempt;
        this.former = former;
        this.told = told;
    }

    Attempt attempt() {
        return attempt;
    }

    Optional<NetworkId> former() {
        return former;
    }

    /// How it ended, if it has.
    Optional<Checkpoint.End> ended() {
        return ended;
    }

    /// Whether the device came to be on the network.
    boolean isReached() {
        return reached;
    }

    /// Notes that it did.
    void reach() {
        reached = true;
    }

    /// Notes what happens when its time is over, which is cancelled when it ends.
    void limitBy(Timer.Scheduled timeUp) {
        limit = timeUp;
    }

    /// Ends it, and tells so unless the join had failed.
    void end(Checkpoint.End how, Herald herald) {
        limit.cancel();
        ended = Optional.of(how);
        if (reached) {
            herald.tell(() -> told.accept(how));
        }
    }
}
