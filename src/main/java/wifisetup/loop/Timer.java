package wifisetup.loop;

import java.time.Duration;

/// Runs an action later. Time is a parameter everywhere: tests pass a timer that they move by hand.
public interface Timer {
    /// Runs `action` once after `delay`, however long, on a thread of the timer. The action must not block.
    Scheduled after(Duration delay, Runnable action);

    /// An action that waits for its time.
    @FunctionalInterface
    interface Scheduled {
        /// Prevents the action, if it has not begun; may be called again.
        void cancel();
    }
}
