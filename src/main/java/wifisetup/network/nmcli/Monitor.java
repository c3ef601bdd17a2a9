package wifisetup.network.nmcli;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import wifisetup.loop.Timer;
import wifisetup.network.Failure;
import wifisetup.network.WifiException;

/// Keeps one `nmcli monitor` running: it prints a line for each change. When it ends (somebody killed it, or it cannot
/// be run), it is started again, after a pause that doubles each time.
///
/// It outlives NetworkManager's restart, and says so.
final class Monitor implements AutoCloseable {
    /// The line for a NetworkManager that stops.
    static final String STOPPED = "NetworkManager is stopped";

    /// The line for a NetworkManager that is there, at the beginning or again.
    static final String RUNNING = "NetworkManager is running";

    private static final System.Logger LOG = System.getLogger(Monitor.class.getName());
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Nmcli nmcli;
    private final Timer timer;
    private final Executor thread;
    private final List<Consumer<? super News>> listeners = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> heard = new CompletableFuture<>();

    // Used on the thread alone.
    private @Nullable Run run;
    private Duration pause = FIRST_PAUSE;
    private boolean closed;

    /// A monitor that begins with [#start].
    Monitor(Nmcli nmcli, Timer timer, Executor thread) {
        this.nmcli = nmcli;
        this.timer = timer;
        this.thread = thread;
    }

    /// Begins to listen.
    void start() {
        onThread(this::begin);
    }

    /// Tells `listener` all that comes, in order, on a thread of the adapter's; it must not block.
    Subscription subscribe(Consumer<? super News> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Runs `action` when it has heard something for the first time, or at once: from then on nothing is missed.
    void whenHeard(Runnable action) {
        var _ = heard.thenRun(action);
    }

    @Override
    public void close() {
        onThread(() -> {
            closed = true;
            if (run != null) {
                run.end();
            }
        });
    }

    private void begin() {
        if (closed) {
            return;
        }
        try {
            var begun = nmcli.follow(line -> onThread(() -> tell(line)), "monitor");
            run = begun;
            var _ = begun.answer().thenAccept(answer -> onThread(() -> lost(Verdicts.detail(answer))));
        } catch (WifiException failure) {
            lost(
                    failure.failure() instanceof Failure.BackendUnavailable unavailable
                            ? unavailable.detail()
                            : failure.failure().reason());
        }
    }

    private void tell(String line) {
        pause = FIRST_PAUSE;
        heard.complete(null);
        listeners.forEach(listener -> listener.accept(new News.Line(line)));
    }

    private void lost(String why) {
        if (closed) {
            return;
        }
        LOG.log(Level.DEBUG, "nmcli monitor ended: {0}", why);
        listeners.forEach(listener -> listener.accept(new News.Lost(why)));
        var _ = timer.after(pause, () -> onThread(this::begin));
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
    }

    private void onThread(Runnable task) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException afterClose) {
            LOG.log(Level.TRACE, "closed");
        }
    }

    /// What the monitor tells.
    sealed interface News {
        /// A line that it printed.
        record Line(String text) implements News {}

        /// It ended: for a while nothing is heard.
        record Lost(String why) implements News {}
    }

    /// A listener that listens.
    @FunctionalInterface
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
