package wifisetup.loop;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// The [Timer] of the running program, by the system's monotonic clock.
public final class SystemTimer implements Timer, AutoCloseable {
    /// What is to wait longer waits for ever: a century. Nanoseconds do not count three of them.
    private static final Duration LONGEST = Duration.ofDays(36_525);

    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("timer").factory());

    /// A timer with a thread of its own.
    public SystemTimer() {
        executor.setRemoveOnCancelPolicy(true);
        // Parts that end at the same time may still ask for something: it is forgotten like all that waits.
        executor.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    @Override
    public Scheduled after(Duration delay, Runnable action) {
        var kept = delay.compareTo(LONGEST) < 0 ? delay : LONGEST;
        var future = executor.schedule(action, kept.toNanos(), TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
    }

    /// Forgets all that waits, and all that comes later.
    @Override
    public void close() {
        executor.shutdownNow();
    }
}
