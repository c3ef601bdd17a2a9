package wifisetup.bus;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import wifisetup.message.Frame;
import wifisetup.message.Message;

/// The one thread of a bus, which tells subscribers and observers in order what happens. Any thread may add to it, and
/// none waits: what a subscriber is too slow for is dropped.
final class Inbox {
    private static final System.Logger LOG = System.getLogger(Inbox.class.getName());

    /// Frames that may wait for our own subscribers, which handle thousands a second.
    private static final int CAPACITY = 20_000;

    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("bus").factory());
    private final AtomicInteger waiting = new AtomicInteger();
    private final List<Consumer<? super Message>> subscribers = new CopyOnWriteArrayList<>();
    private final List<Consumer<? super BusState>> observers = new CopyOnWriteArrayList<>();
    private BusState state;

    Inbox(BusState initial) {
        this.state = initial;
    }

    void subscribe(Consumer<? super Message> subscriber) {
        subscribers.add(subscriber);
    }

    void observe(Consumer<? super BusState> observer) {
        run(() -> {
            observers.add(observer);
            tell(observer, state);
        });
    }

    void show(BusState next) {
        run(() -> {
            state = next;
            observers.forEach(observer -> tell(observer, next));
        });
    }

    void deliver(Frame frame) {
        switch (frame) {
            case Frame.Clear(var message) -> deliver(message);
            case Frame.Foreign(var why) -> LOG.log(Level.WARNING, "a frame is not read: {0}", why);
        }
    }

    /// Runs what was added before, then ends.
    void close() {
        thread.shutdown();
    }

    private void deliver(Message message) {
        if (waiting.incrementAndGet() > CAPACITY) {
            waiting.decrementAndGet();
            LOG.log(Level.WARNING, "a message is dropped: {0} wait for our own subscribers already", CAPACITY);
            return;
        }
        run(() -> {
            waiting.decrementAndGet();
            subscribers.forEach(subscriber -> tell(subscriber, message));
        });
    }

    private void run(Runnable task) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException _) {
            LOG.log(Level.TRACE, "the bus is closed");
        }
    }

    private static <T> void tell(Consumer<? super T> consumer, T news) {
        try {
            consumer.accept(news);
        } catch (RuntimeException failure) {
            LOG.log(Level.ERROR, "a subscriber of the bus failed at " + news, failure);
        }
    }
}
