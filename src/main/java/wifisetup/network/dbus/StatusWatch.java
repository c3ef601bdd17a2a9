package wifisetup.network.dbus;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import wifisetup.dbus.Signal;
import wifisetup.loop.Timer;
import wifisetup.network.Adapter;
import wifisetup.network.NetworkStatus;
import wifisetup.network.dbus.api.NetworkManagerApi;
import wifisetup.network.dbus.api.SupplicantApi;

/// Shows the status to observers whenever a signal may have changed it.
///
/// Signals come in bursts; one reading answers all that came in [#PAUSE].
final class StatusWatch implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(StatusWatch.class.getName());
    private static final Duration PAUSE = Duration.ofMillis(30);
    private static final Duration ANOTHER_TRY = Duration.ofSeconds(2);

    private final ServiceConnection service;
    private final StatusReading reading;
    private final Timer timer;
    private final ExecutorService thread;
    private final ServiceConnection.Subscription subscription;
    private final AtomicBoolean due = new AtomicBoolean();

    // Used on the thread alone.
    private final List<Consumer<? super NetworkStatus>> observers = new ArrayList<>();
    private @Nullable NetworkStatus shown;

    /// A watch that reads on `thread`.
    StatusWatch(ServiceConnection service, StatusReading reading, Timer timer, ExecutorService thread) {
        this.service = service;
        this.reading = reading;
        this.timer = timer;
        this.thread = thread;
        this.subscription = service.subscribe(signal -> {
            if (matters(signal)) {
                readSoon();
            }
        });
        readSoon();
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

    /// Access points change their strength all the time, and a scan's end changes nothing here.
    private static boolean matters(Signal signal) {
        return !signal.path().startsWith(SupplicantApi.ROOT)
                && !signal.iface().equals(NetworkManagerApi.WIRELESS)
                && !signal.path().contains("/AccessPoint/")
                && !signal.path().contains("/DHCP")
                && !(signal.member().equals("PropertiesChanged") && signal.changes(NetworkManagerApi.WIRELESS));
    }

    private void readSoon() {
        readAfter(PAUSE);
    }

    private void readAfter(Duration pause) {
        if (due.compareAndSet(false, true)) {
            var _ = timer.after(pause, () -> onThread(this::read));
        }
    }

    private void read() {
        due.set(false);
        try {
            var status = reading.read();
            if (status.adapter() instanceof Adapter.Unavailable && service.isOwned(NetworkManagerApi.SERVICE)) {
                // It is there and did not answer: perhaps it does next time, and no signal would tell.
                readAfter(ANOTHER_TRY);
            }
            if (!status.equals(shown)) {
                shown = status;
                observers.forEach(observer -> show(observer, status));
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
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
