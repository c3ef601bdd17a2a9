package wifisetup.platform;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import wifisetup.loop.ManualTimer;
import wifisetup.loop.Timer;

/// A manual timer that tells when somebody begins to wait.
public final class WatchedTimer implements Timer {
    /// How long each was to wait, in the order of asking.
    public final BlockingQueue<Duration> asked = new LinkedBlockingQueue<>();

    private final ManualTimer timer = new ManualTimer();

    /// A timer at its beginning.
    public WatchedTimer() {}

    @Override
    public Scheduled after(Duration delay, Runnable action) {
        var scheduled = timer.after(delay, action);
        asked.add(delay);
        return scheduled;
    }

    /// Moves the clock.
    public void advance(Duration duration) {
        timer.advance(duration);
    }

    /// The time since it was made.
    public Duration now() {
        return timer.now();
    }

    /// How many wait.
    public int waiting() {
        return timer.waiting();
    }
}
