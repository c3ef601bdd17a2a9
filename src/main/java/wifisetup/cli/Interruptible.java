package wifisetup.cli;

import org.jspecify.annotations.Nullable;
import wifisetup.loop.Cancellation;

/// A stretch of work that a [Cancellation] interrupts. None comes through after its end.
final class Interruptible implements AutoCloseable {
    private @Nullable Thread worker = Thread.currentThread();

    private Interruptible() {}

    /// Begins one, of this thread's work.
    static Interruptible by(Cancellation cancellation) {
        var stretch = new Interruptible();
        cancellation.onCancel(stretch::interrupt);
        return stretch;
    }

    private synchronized void interrupt() {
        if (worker != null) {
            worker.interrupt();
        }
    }

    @Override
    public synchronized void close() {
        worker = null;
        // What came too late to interrupt anything must not hit what follows.
        var _ = Thread.interrupted();
    }
}
