package wifisetup.network.simulated;

import java.lang.System.Logger.Level;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/// Tells others what happened, one thing after the other, on a thread of its own: so nobody is called while the radio
/// is locked. Any thread may give it something to tell.
final class Herald implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Herald.class.getName());

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("simulated-wifi").factory());

    /// Tells it after all that was given before.
    ///
    /// @return whether it will be told: after [#close] nothing is
    boolean tell(Runnable news) {
        try {
            thread.execute(() -> tellGuarded(news));
            return true;
        } catch (RejectedExecutionException closed) {
            return false;
        }
    }

    /// Takes nothing new; what was given is still told.
    @Override
    public void close() {
        thread.shutdown();
    }

    private static void tellGuarded(Runnable news) {
        try {
            news.run();
        } catch (RuntimeException failure) {
            LOG.log(Level.ERROR, "an observer of the simulated radio failed", failure);
        }
    }
}
