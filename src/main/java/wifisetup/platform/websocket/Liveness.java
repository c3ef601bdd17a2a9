package wifisetup.platform.websocket;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
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

    /// The number of the wait that counts: one that was cancelled too late has another.
    private long current;

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
            await(limits.silence(), this::ask);
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

    private void ask(long wait) {
        lock.lock();
        try {
            if (wait != current) {
                return;
            }
            await(limits.pong(), this::giveUp);
        } finally {
            lock.unlock();
        }
        ping.run();
    }

    private void giveUp(long wait) {
        lock.lock();
        try {
            if (wait != current) {
                return;
            }
            ended = true;
        } finally {
            lock.unlock();
        }
        gone.run();
    }

    /// Does `then` after that time, unless something is heard before. Under the lock.
    private void await(Duration time, LongConsumer then) {
        cancel();
        if (!ended) {
            long wait = current;
            scheduled = timer.after(time, () -> then.accept(wait));
        }
    }

    private void cancel() {
        current++;
        if (scheduled != null) {
            scheduled.cancel();
        }
    }
}
