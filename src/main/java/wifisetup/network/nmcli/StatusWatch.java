package wifisetup.network.nmcli;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import wifisetup.loop.Timer;
import wifisetup.network.Failure;
import wifisetup.network.NetworkStatus;

/// Shows the status to observers whenever the monitor tells of a change.
///
/// Changes come in bursts; one reading answers all that came in [#PAUSE].
final class StatusWatch implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(StatusWatch.class.getName());
    private static final Duration PAUSE = Duration.ofMillis(30);

    private final StatusReading reading;
    private final Timer timer;
    private final Executor thread;
    private final Monitor.Subscription subscription;
    private final AtomicBoolean due = new AtomicBoolean();

    // Used on the thread alone.
    private final List<Consumer<? super NetworkStatus>> observers = new ArrayList<>();
    private @Nullable NetworkStatus shown;

    /// A watch that reads on `thread`.
    StatusWatch(Monitor monitor, StatusReading reading, Timer timer, Executor thread) {
        this.reading = reading;
        this.timer = timer;
        this.thread = thread;
        this.subscription = monitor.subscribe(news -> {
            switch (news) {
                case Monitor.News.Line _ -> readSoon();
                // Without it no change would be noticed, so what was read before counts for nothing.
                case Monitor.News.Lost(var why) ->
                    onThread(() -> show(StatusReading.unavailable(new Failure.BackendUnavailable(why))));
            }
        });
    }

    /// Shows `observer` the status and then each change.
    void observe(Consumer<? super NetworkStatus> observer) {
        onThread(() -> {
            observers.add(observer);
            show(observer, shown == null ? NetworkStatus.UNKNOWN : shown);
        });
    }

    @Override
    public void close() {
        subscription.close();
    }

    private void readSoon() {
        if (due.compareAndSet(false, true)) {
            var _ = timer.after(PAUSE, () -> onThread(this::read));
        }
    }

    private void read() {
        due.set(false);
        try {
            show(reading.read());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void show(NetworkStatus status) {
        if (!status.equals(shown)) {
            shown = status;
            observers.forEach(observer -> show(observer, status));
        }
    }

    private static void show(Consumer<? super NetworkStatus> observer, NetworkStatus status) {
        try {
            observer.accept(status);
        } catch (RuntimeException failure) {
            LOG.log(Level.ERROR, "an observer of the network failed", failure);
        }
    }

    private void onThread(Runnable task) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException afterClose) {
            LOG.log(Level.TRACE, "closed");
        }
    }
}
