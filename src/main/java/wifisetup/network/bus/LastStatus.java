package wifisetup.network.bus;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import wifisetup.loop.Timer;
import wifisetup.network.NetworkStatus;

/// The status that the radio showed last. Any thread.
final class LastStatus implements Consumer<NetworkStatus> {
    private final Timer timer;
    private final List<Wait> waits = new CopyOnWriteArrayList<>();
    private volatile NetworkStatus status = NetworkStatus.UNKNOWN;

    LastStatus(Timer timer) {
        this.timer = timer;
    }

    @Override
    public void accept(NetworkStatus shown) {
        status = shown;
        waits.forEach(wait -> wait.look(shown));
    }

    NetworkStatus get() {
        return status;
    }

    /// Waits until the status fits, or `limit` is over.
    void await(Predicate<NetworkStatus> fits, Duration limit) throws InterruptedException {
        var wait = new Wait(fits, new CompletableFuture<>());
        waits.add(wait);
        var end = timer.after(limit, () -> wait.over.complete(null));
        try {
            wait.look(status);
            wait.over.get();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            end.cancel();
            waits.remove(wait);
        }
    }

    private record Wait(Predicate<NetworkStatus> fits, CompletableFuture<Void> over) {
        void look(NetworkStatus shown) {
            if (fits.test(shown)) {
                over.complete(null);
            }
        }
    }
}
