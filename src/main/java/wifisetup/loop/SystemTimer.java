package wifisetup.loop;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// The [Timer] of the running program, by the system's monotonic clock.
public final class SystemTimer implements Timer, AutoCloseable {
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
        var future = executor.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
    }

    /// Forgets all that waits, and all that comes later.
    @Override
    public void close() {
        executor.shutdownNow();
    }
}
