package wifisetup.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import wifisetup.message.Message;

/// A bus without a socket: a test says what others send, on its own thread, and sees what is published.
public final class FakeBus implements MessageBus {
    private static final int PATIENCE_SECONDS = 20;

    /// The bus is ours.
    public static final BusState OURS = new BusState.Serving(URI.create("ws://127.0.0.1:1/core"));

    /// The bus is somebody else's.
    public static final BusState THEIRS = new BusState.Connected(URI.create("ws://127.0.0.1:1/core"));

    private final List<Consumer<? super Message>> subscribers = new CopyOnWriteArrayList<>();
    private final List<Consumer<? super BusState>> observers = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Message> published = new LinkedBlockingQueue<>();
    private final List<Message> unasked = new ArrayList<>();
    private final List<Message> everything = new CopyOnWriteArrayList<>();
    private BusState state;

    public FakeBus(BusState state) {
        this.state = state;
    }

    /// Somebody else sends `message`.
    public void receive(Message message) {
        subscribers.forEach(subscriber -> subscriber.accept(message));
    }

    /// How we stand with the bus changes.
    public void become(BusState next) {
        state = next;
        observers.forEach(observer -> observer.accept(next));
    }

    /// The first message that was published, fits and was not asked for yet, or the next one that comes.
    public Message next(Predicate<? super Message> fits) throws InterruptedException {
        for (Iterator<Message> each = unasked.iterator(); each.hasNext(); ) {
            var message = each.next();
            if (fits.test(message)) {
                each.remove();
                return message;
            }
        }
        while (true) {
            var message = published.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(message)
                    .as("a message that fits within %d s, after %s", PATIENCE_SECONDS, everything)
                    .isNotNull();
            if (fits.test(message)) {
                return message;
            }
            unasked.add(message);
        }
    }

    /// All that was ever published.
    public List<Message> everything() {
        return List.copyOf(everything);
    }

    @Override
    public void publish(Message message) {
        everything.add(message);
        published.add(message);
    }

    @Override
    public void subscribe(Consumer<? super Message> subscriber) {
        subscribers.add(subscriber);
    }

    @Override
    public void observe(Consumer<? super BusState> observer) {
        observers.add(observer);
        observer.accept(state);
    }

    @Override
    public void close() {}
}
