package wifisetup.network.dbus;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import wifisetup.dbus.BusException;
import wifisetup.loop.Cancellation;
import wifisetup.loop.Timer;
import wifisetup.network.Checkpoint;
import wifisetup.network.Failure;
import wifisetup.network.TrialOutcome;
import wifisetup.network.dbus.api.NetworkManagerApi;

/// A join on trial, until the device is on the network or back where it was.
final class TrialJoin {
    private static final System.Logger LOG = System.getLogger(TrialJoin.class.getName());

    private final ServiceConnection service;
    private final Checkpoints checkpoints;
    private final Timer timer;
    private final Duration limit;
    private final Consumer<? super Checkpoint.End> told;

    /// @param limit after which NetworkManager goes back by itself
    /// @param told how the trial ends, if the device comes to be on the network
    TrialJoin(ServiceConnection service, Timer timer, Duration limit, Consumer<? super Checkpoint.End> told) {
        this.service = service;
        this.checkpoints = new Checkpoints(service);
        this.timer = timer;
        this.limit = limit;
        this.told = told;
    }

    /// The join itself.
    interface Joining {
        /// Carries it out.
        ///
        /// @return why it failed, or nothing
        Optional<Failure> until(Join.Arrival arrival) throws InterruptedException;
    }

    /// What came of it.
    sealed interface Result {
        /// The device is on the network.
        record Open(OpenTrial trial) implements Result {}

        /// It is not.
        record Ended(TrialOutcome outcome) implements Result {}
    }

    /// Carries it out.
    ///
    /// @param cancellation ends the join; this cancels it, too, when the time is over
    Result run(Radio radio, Cancellation cancellation, Joining joining) throws InterruptedException {
        try {
            if (radio.isAccessPoint()) {
                // NetworkManager would come back to it with a profile that is saved for ever (measured).
                return new Result.Ended(new TrialOutcome.NoReturn("the radio is an access point"));
            }
            var former = FormerConnection.of(radio);
            var checkpoint = checkpoints.create(radio, limit);
            return join(
                    checkpoint,
                    () -> former.awaitAfter(service, timer, () -> rollBack(checkpoint)),
                    cancellation,
                    joining);
        } catch (BusException refused) {
            return new Result.Ended(
                    Checkpoints.isTaken(refused)
                            ? new TrialOutcome.Busy()
                            : new TrialOutcome.Failed(Failures.of(refused, NetworkManagerApi.MAY_ROLL_BACK)));
        }
    }

    private Result join(String checkpoint, OpenTrial.Way back, Cancellation cancellation, Joining joining)
            throws InterruptedException {
        var opened = new AtomicReference<@Nullable OpenTrial>();
        var late = new AtomicBoolean();
        var timeUp = timer.after(limit, () -> {
            late.set(true);
            cancellation.cancel();
        });
        try {
            var failure = joining.until((attempt, older) -> {
                var trial = new OpenTrial(service, checkpoints, checkpoint, attempt, older, back, told);
                trial.requireCheckpoint();
                opened.set(trial);
            });
            var trial = opened.get();
            if (trial != null) {
                return new Result.Open(trial);
            }
            goBack(back);
            var reason = late.get() ? new Failure.TimedOut() : failure.orElseGet(Failure.TimedOut::new);
            return new Result.Ended(new TrialOutcome.Failed(reason));
        } catch (InterruptedException interrupted) {
            goBack(() -> rollBack(checkpoint));
            throw interrupted;
        } finally {
            timeUp.cancel();
        }
    }

    private void rollBack(String checkpoint) throws BusException, InterruptedException {
        if (checkpoints.has(checkpoint)) {
            checkpoints.rollBack(checkpoint);
        }
    }

    private static void goBack(OpenTrial.Way back) throws InterruptedException {
        try {
            back.go();
        } catch (BusException refused) {
            LOG.log(Level.WARNING, "the device goes back when its time is over: {0}", refused.getMessage());
        }
    }
}
