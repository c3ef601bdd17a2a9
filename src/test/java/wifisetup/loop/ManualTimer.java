package wifisetup.loop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A [Timer] whose clock stands still until a test moves it. Actions run on the thread that calls [#advance],
/// in the order of their times; at the same time, in the order in which they were asked for.
public final class ManualTimer implements Timer {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Comparator<Waiting> BY_TIME = Comparator.comparing(Waiting::due);

    private final List<Waiting> waiting = new ArrayList<>();
    private Duration now = Duration.ZERO;

    /// A timer at its beginning.
    public ManualTimer() {}

    @Override
    public Scheduled after(Duration delay, Runnable action) {
        synchronized (waiting) {
            var added = new Waiting(now.plus(delay), action);
            waiting.add(added);
            waiting.notifyAll();
            return () -> remove(added);
        }
    }

    /// Moves the clock on by `duration` and runs what falls due on the way, also what those actions ask for.
    public void advance(Duration duration) {
        Duration until = now().plus(duration);
        for (var next = nextUntil(until); next.isPresent(); next = nextUntil(until)) {
            next.get().action.run();
        }
        synchronized (waiting) {
            now = until;
        }
    }

    /// The time since this timer was made.
    public Duration now() {
        synchronized (waiting) {
            return now;
        }
    }

    /// How many actions wait for their time.
    public int waiting() {
        synchronized (waiting) {
            return waiting.size();
        }
    }

    /// Blocks until an action waits that is due after `delay`: whoever asks for it does so on a thread of its own.
    ///
    /// @throws InterruptedException if the thread is interrupted
    public void awaitWaiting(Duration delay) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        synchronized (waiting) {
            while (waiting.stream().noneMatch(one -> one.due.equals(now.plus(delay)))) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    throw new AssertionError("nothing waits for " + delay);
                }
                TimeUnit.NANOSECONDS.timedWait(waiting, left);
            }
        }
    }

    private Optional<Waiting> nextUntil(Duration until) {
        synchronized (waiting) {
            // min() keeps the first of equals, and the list is in the order of asking.
            var next = waiting.stream().min(BY_TIME).filter(candidate -> candidate.due.compareTo(until) <= 0);
            next.ifPresent(due -> {
                waiting.remove(due);
                now = due.due;
            });
            return next;
        }
    }

    private void remove(Waiting unwanted) {
        synchronized (waiting) {
            waiting.remove(unwanted);
        }
    }

    /// Compared by identity, because two equal waits are still two.
    private static final class Waiting {
        private final Duration due;
        private final Runnable action;

        Waiting(Duration due, Runnable action) {
            this.due = due;
            this.action = action;
        }

        Duration due() {
            return due;
        }
    }
}
