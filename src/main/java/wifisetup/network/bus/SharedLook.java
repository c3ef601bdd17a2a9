package wifisetup.network.bus;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import wifisetup.loop.Cancellation;
import wifisetup.network.Failure;
import wifisetup.network.WifiException;

/// Something that is looked at once for all who ask meanwhile: whoever asks again and again costs the radio no
/// more than whoever asks all the time. Any thread.
final class SharedLook {
    private final Callable<Answer> look;
    private final AtomicReference<FutureTask<Answer>> underWay;

    /// Nothing is looked at yet.
    SharedLook(Callable<Answer> look) {
        this.look = look;
        var none = new FutureTask<>(look);
        none.cancel(false);
        this.underWay = new AtomicReference<>(none);
    }

    /// Takes part in the look under way, or in a new one.
    Part join() {
        return new Part(underWay.updateAndGet(present -> present.isDone() ? new FutureTask<>(look) : present));
    }

    /// One asker's part in a look.
    static final class Part {
        private final FutureTask<Answer> task;

        private Part(FutureTask<Answer> task) {
            this.task = task;
        }

        /// What was seen; the first of all who call this does the looking, on its thread.
        ///
        /// @param cancellation ends the look for all: whoever gives up first has waited longest
        Answer see(Cancellation cancellation) throws WifiException, InterruptedException {
            cancellation.onCancel(() -> task.cancel(true));
            task.run();
            try {
                return task.get();
            } catch (CancellationException givenUp) {
                throw new WifiException(new Failure.TimedOut(), givenUp);
            } catch (ExecutionException failed) {
                if (failed.getCause() instanceof WifiException expected) {
                    throw expected;
                }
                if (failed.getCause() instanceof InterruptedException closing) {
                    throw closing;
                }
                throw new IllegalStateException("the look itself failed", failed.getCause());
            }
        }
    }
}
