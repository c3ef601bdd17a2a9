package wifisetup.platform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import wifisetup.platform.Exchange.Pending;

/// Makes one change of devices at a time. Those that come while a session is being opened wait for it, because
/// it may have asked for the devices before; and they are made also when nobody waits for the answer any longer,
/// because the device manager has changed. Any thread.
final class ChangeQueue {
    private final Supplier<Sessions.Now> now;
    private final Executor continuing;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Pending> waiting = new ArrayDeque<>();
    private boolean busy;

    /// @param continuing where the next change is made once one is done
    ChangeQueue(Supplier<Sessions.Now> now, Executor continuing) {
        this.now = now;
        this.continuing = continuing;
    }

    void add(Pending change) {
        lock.lock();
        try {
            waiting.add(change);
        } finally {
            lock.unlock();
        }
        proceed();
    }

    /// Does what can be done now.
    void proceed() {
        var hopeless = List.<Pending>of();
        Runnable next = () -> {};
        lock.lock();
        try {
            if (busy || waiting.isEmpty()) {
                return;
            }
            switch (now.get()) {
                case Sessions.Now.Opening _ -> {}
                case Sessions.Now.None _ -> {
                    hopeless = new ArrayList<>(waiting);
                    waiting.clear();
                }
                case Sessions.Now.Ready(var session) -> {
                    busy = true;
                    var change = waiting.remove();
                    next = () -> make(change, session);
                }
            }
        } finally {
            lock.unlock();
        }
        // Sessions and programs are called without the lock.
        next.run();
        hopeless.forEach(change -> change.answer().complete(Message.EMPTY));
    }

    private void make(Pending change, Session session) {
        change.carryBy(session);
        var _ = change.answer().whenCompleteAsync((_, _) -> done(), continuing);
    }

    private void done() {
        lock.lock();
        try {
            busy = false;
        } finally {
            lock.unlock();
        }
        proceed();
    }
}
