package wifisetup.platform;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;

/// Commands on their way to the program, in order. Each goes to one of those who wait. Any thread.
final class CommandQueue {
    private final int capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Message> commands = new ArrayDeque<>();
    private final Deque<CompletableFuture<Message>> receivers = new ArrayDeque<>();
    private boolean closed;

    /// @param capacity commands that may wait for a receiver
    CommandQueue(int capacity) {
        this.capacity = capacity;
    }

    /// Adds a command; says whether there was room.
    boolean offer(Message command) {
        lock.lock();
        try {
            while (!receivers.isEmpty()) {
                // Under the lock: whoever waits for it is woken, and does nothing else on this thread.
                if (receivers.remove().complete(command)) {
                    return true;
                }
            }
            return commands.size() < capacity && commands.add(command);
        } finally {
            lock.unlock();
        }
    }

    /// Takes back the command of a receiver that gave up too late: it is the next one.
    void putBack(Message command) {
        lock.lock();
        try {
            while (!receivers.isEmpty()) {
                if (receivers.remove().complete(command)) {
                    return;
                }
            }
            if (!closed) {
                commands.addFirst(command);
            }
        } finally {
            lock.unlock();
        }
    }

    /// The next command, as soon as there is one. Whoever completes or cancels the result gives up on it.
    ///
    /// The result is a [CancellationException] once the queue is closed.
    CompletableFuture<Message> next() {
        var receiver = new CompletableFuture<Message>();
        next(receiver);
        return receiver;
    }

    /// The same, to that receiver.
    void next(CompletableFuture<Message> receiver) {
        lock.lock();
        try {
            if (closed) {
                receiver.cancel(false);
            } else if (commands.isEmpty()) {
                receivers.removeIf(CompletableFuture::isDone);
                receivers.add(receiver);
            } else if (receiver.complete(commands.element())) {
                commands.remove();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Nobody gets a command any longer.
    void close() {
        lock.lock();
        try {
            closed = true;
            commands.clear();
            receivers.forEach(receiver -> receiver.cancel(false));
            receivers.clear();
        } finally {
            lock.unlock();
        }
    }
}
