package wifisetup.device;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import wifisetup.loop.Cancellation;
import wifisetup.loop.Timer;
import wifisetup.network.Checkpoint;
import wifisetup.network.Failure;
import wifisetup.network.NetworkTrials;
import wifisetup.network.TrialOutcome;
import wifisetup.network.Wifi;
import wifisetup.network.WifiException;

/// Tries networks, and stays on them or goes back. Any thread; staying and going back block.
public final class TrialRun {
    private static final System.Logger LOG = System.getLogger(TrialRun.class.getName());

    /// How long the network stays after a change of it was accepted, so that the manager hears that it was.
    private static final Duration FAREWELL = Duration.ofMillis(500);

    private final NetworkTrials trials;
    private final ChangeRequest requests;
    private final Timer timer;
    private final Map<Long, Trial> running = new ConcurrentHashMap<>();

    /// Tries networks by `trials`.
    ///
    /// @param wifi tells what is in the air and saved
    public TrialRun(NetworkTrials trials, Wifi wifi, Timer timer) {
        this.trials = trials;
        this.requests = new ChangeRequest(wifi);
        this.timer = timer;
    }

    /// Begins a trial, in a moment.
    ///
    /// @return whether it begins: only if the radio can go back, and nobody has taken the change back meanwhile
    boolean begin(DeviceEffect.Try attempt, Consumer<? super DeviceEvent> reply) {
        var trial = new Trial();
        // Asking the radio takes its time, in which the person at the panel may take the change back.
        running.put(attempt.trial(), trial);
        boolean begins = false;
        try {
            begins = canReturn() && !trial.cancellation.isCancelled();
        } finally {
            if (!begins) {
                running.remove(attempt.trial());
                trial.checkpoint.complete(Optional.empty());
            }
        }
        if (!begins) {
            return false;
        }
        timer.after(FAREWELL, () -> Thread.ofVirtual().name("network-trial").start(() -> run(trial, attempt, reply)));
        timer.after(attempt.time(), () -> reply.accept(new DeviceEvent.TrialTimedOut(attempt.trial())));
        return true;
    }

    private boolean canReturn() {
        try {
            boolean can = trials.canReturn();
            if (!can) {
                LOG.log(Level.WARNING, "a manager's change of the network is not tried: the radio cannot go back now");
            }
            return can;
        } catch (WifiException unknown) {
            LOG.log(Level.WARNING, "a manager''s change of the network is not tried: {0}", unknown.getMessage());
            return false;
        }
    }

    /// Keeps the network of that trial.
    ///
    /// @return what became of it
    Checkpoint.End stay(long number) throws InterruptedException {
        try {
            var checkpoint = end(number);
            if (checkpoint.isEmpty()) {
                return Checkpoint.End.RETURNED;
            }
            checkpoint.get().keep();
            return Checkpoint.End.KEPT;
        } catch (WifiException late) {
            LOG.log(Level.WARNING, "the network on trial cannot be kept: {0}", late.getMessage());
            return late.failure() instanceof Failure.Cancelled ? Checkpoint.End.REPLACED : Checkpoint.End.RETURNED;
        }
    }

    /// Goes back to the network before that trial.
    void goBack(long number) throws InterruptedException {
        var trial = running.get(number);
        if (trial == null) {
            return;
        }
        trial.cancellation.cancel();
        try {
            var checkpoint = end(number);
            if (checkpoint.isPresent()) {
                checkpoint.get().rollBack();
            }
        } catch (WifiException stuck) {
            LOG.log(Level.WARNING, "the device returns when the trial's time is over: {0}", stuck.getMessage());
        }
    }

    /// Waits until the join has ended, if it goes on.
    private Optional<Checkpoint> end(long number) throws InterruptedException {
        var trial = running.remove(number);
        try {
            return trial == null ? Optional.empty() : trial.checkpoint.get();
        } catch (ExecutionException impossible) {
            // Nobody completes it exceptionally.
            throw new IllegalStateException(impossible);
        }
    }

    private void run(Trial trial, DeviceEffect.Try attempt, Consumer<? super DeviceEvent> reply) {
        Optional<Failure> failure = Optional.empty();
        try {
            failure = join(trial, attempt, reply);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            failure = Optional.of(new Failure.Cancelled());
        } catch (WifiException refused) {
            failure = Optional.of(refused.failure());
        } catch (RuntimeException defect) {
            LOG.log(Level.ERROR, "the network could not be tried", defect);
            failure = Optional.of(new Failure.Other(defect.getClass().getSimpleName()));
        } finally {
            // Whoever ends the trial waits for this.
            trial.checkpoint.complete(Optional.empty());
        }
        reply.accept(failure.<DeviceEvent>map(why -> new DeviceEvent.TrialFailed(attempt.trial(), why))
                .orElseGet(() -> new DeviceEvent.TrialReached(attempt.trial())));
    }

    private Optional<Failure> join(Trial trial, DeviceEffect.Try attempt, Consumer<? super DeviceEvent> reply)
            throws WifiException, InterruptedException {
        var outcome = trials.joinOnTrial(
                requests.of(attempt.change()),
                attempt.time().minus(FAREWELL),
                trial.cancellation,
                stage -> reply.accept(new DeviceEvent.TrialAdvanced(attempt.trial(), stage)),
                end -> ended(attempt.trial(), end, reply));
        return switch (outcome) {
            case TrialOutcome.OnTrial there -> {
                trial.checkpoint.complete(Optional.of(there.checkpoint()));
                yield Optional.empty();
            }
            case TrialOutcome.Failed(var failure) -> Optional.of(failure);
            case TrialOutcome.Busy _ -> Optional.of(new Failure.Cancelled());
            case TrialOutcome.NoReturn(var detail) -> {
                LOG.log(Level.WARNING, "a manager''s change of the network was not tried: {0}", detail);
                yield Optional.of(new Failure.Other(detail));
            }
        };
    }

    /// However a trial ends without us, that counts. It knows the join, which knows the password.
    private void ended(long trial, Checkpoint.End end, Consumer<? super DeviceEvent> reply) {
        running.remove(trial);
        switch (end) {
            case KEPT, REPLACED -> reply.accept(new DeviceEvent.TrialOver(trial));
            case RETURNED -> reply.accept(new DeviceEvent.TrialTimedOut(trial));
        }
    }

    /// A trial that has begun.
    private static final class Trial {
        private final Cancellation cancellation = new Cancellation();
        private final CompletableFuture<Optional<Checkpoint>> checkpoint = new CompletableFuture<>();
    }
}
