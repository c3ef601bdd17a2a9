package wifisetup.platform.websocket;

import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import wifisetup.loop.Timer;
import wifisetup.platform.Limits;

/// Whether the other side is still there: asks when it has been silent, and says so when it does not answer.
/// Any thread.
final class Liveness {
    private final Timer timer;
    private final Limits limits;
    private final Runnable ping;
    private final Runnable gone;
    private final ReentrantLock lock = new ReentrantLock();
    private boolean ended;
    private Timer.@Nullable Scheduled scheduled;

    /// @param ping asks the other side
    /// @param gone is told once that it does not answer
    Liveness(Timer timer, Limits limits, Runnable ping, Runnable gone) {
        this.timer = timer;
        this.limits = limits;
        this.ping = ping;
        this.gone = gone;
    }

    /// The other side has said something.
    void heard() {
        lock.lock();
        try {
            cancel();
            if (!ended) {
                scheduled = timer.after(limits.silence(), this::ask);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Nobody wants to know any longer.
    void end() {
        lock.lock();
        try {
            ended = true;
            cancel();
        } finally {
            lock.unlock();
        }
    }

    private void ask() {
        lock.lock();
        try {
            if (ended) {
                return;
            }
            scheduled = timer.after(limits.pong(), gone);
        } finally {
            lock.unlock();
        }
        ping.run();
    }

    private void cancel() {
        if (scheduled != null) {
            scheduled.cancel();
        }
    }
}
