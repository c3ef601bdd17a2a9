package wifisetup.bus;

import java.util.function.Consumer;
import wifisetup.message.Message;

/// Our end of the message bus. Nobody is told what it published itself.
public interface MessageBus extends AutoCloseable {
    /// Sends `message` to every other participant. Any thread; never blocks. While the bus is away the message is
    /// dropped: services register again when they see [BusState.Connected].
    void publish(Message message);

    /// Shows `subscriber` each message of the others from now on, in order, on the one thread of this bus. It must not
    /// block.
    void subscribe(Consumer<? super Message> subscriber);

    /// Shows `observer` the present state and then each other one, in order with the messages and on the same thread.
    void observe(Consumer<? super BusState> observer);

    /// Leaves the bus, or ends it. Takes at most two seconds; the second call does nothing.
    @Override
    void close();
}
