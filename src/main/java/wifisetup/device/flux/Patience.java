package wifisetup.device.flux;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import wifisetup.loop.Timer;

/// How long a session may still take with what it is at; then its socket is closed under it. Any thread.
final class Patience implements AutoCloseable {
    private final Timer timer;
    private final Runnable end;
    private Timer.@Nullable Scheduled scheduled;
    private boolean over;

    /// @param end what happens when it is over; it must not block
    Patience(Timer timer, Runnable end) {
        this.timer = timer;
        this.end = end;
    }

    /// From now on this long, whatever was said before.
    synchronized void until(Duration time) {
        stop();
        if (!over) {
            scheduled = timer.after(time, end);
        }
    }

    /// Nothing is waited for any more.
    @Override
    public synchronized void close() {
        over = true;
        stop();
    }

    private void stop() {
        if (scheduled != null) {
            scheduled.cancel();
        }
    }
}
