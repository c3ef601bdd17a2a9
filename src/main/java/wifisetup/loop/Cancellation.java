package wifisetup.loop;

import java.util.concurrent.CompletableFuture;

/// Tells work under way that its result is no longer wanted. One for each piece of work; any thread.
public final class Cancellation {
    private final CompletableFuture<Void> cancelled = new CompletableFuture<>();

    /// Nobody has asked yet.
    public Cancellation() {}

    /// Asks the work to stop. The second call does nothing.
    public void cancel() {
        cancelled.complete(null);
    }

    /// Whether somebody asked.
    public boolean isCancelled() {
        return cancelled.isDone();
    }

    /// Runs `action` when somebody asks, on that caller's thread, or at once if that has happened already.
    public void onCancel(Runnable action) {
        var _ = cancelled.thenRun(action);
    }
}
