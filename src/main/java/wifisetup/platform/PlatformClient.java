package wifisetup.platform;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// A lasting connection to an IoT platform, and what a program does with it.
///
/// It connects by itself when it is opened, makes the platform know the devices of its [DeviceManager], and comes back
/// whenever the connection was lost. Any thread; several clients may live in one program.
public final class PlatformClient implements PlatformCalls, AutoCloseable {
    private PlatformClient() {}

    /// Begins a client with those devices.
    public static Builder with(DeviceManager devices) {
        throw new UnsupportedOperationException();
    }

    @Override
    public AsyncCalls async() {
        throw new UnsupportedOperationException();
    }

    /// The calls, each result within `timeout`.
    public AsyncCalls async(Duration timeout) {
        return async().within(timeout);
    }

    /// The calls, each waiting for `timeout` at most.
    public PlatformCalls within(Duration timeout) {
        return () -> async(timeout);
    }

    /// Waits for the next command. Each command goes to one receiver or subscriber.
    ///
    /// @throws IllegalStateException if the client is or gets closed
    public Message receive() throws InterruptedException {
        throw new UnsupportedOperationException();
    }

    /// Waits for the next command, for `timeout` at most.
    ///
    /// @throws IllegalStateException if the client is or gets closed
    public Optional<Message> receive(Duration timeout) throws InterruptedException {
        throw new UnsupportedOperationException();
    }

    /// Gives `consumer` each command that comes, one after the other on a virtual thread of its own, where it may wait,
    /// until the subscription or the client is closed.
    public Subscription subscribe(Consumer<? super Message> consumer) {
        throw new UnsupportedOperationException();
    }

    /// How the client stands with the platform, at this moment.
    public ConnectionState state() {
        throw new UnsupportedOperationException();
    }

    /// Shows `consumer` that state and then each other one, in order, through `on`.
    public void observe(Executor on, Consumer<? super ConnectionState> consumer) {
        throw new UnsupportedOperationException();
    }

    /// Tries now what the client would try after a pause, because there is reason to hope: a network came up.
    public void reconnect() {
        throw new UnsupportedOperationException();
    }

    /// Takes leave of the platform and ends every thread of the client within 2 s. Calls under way are answered
    /// [Message#EMPTY].
    @Override
    public void close() {}

    /// Commands on their way to one consumer.
    @FunctionalInterface
    public interface Subscription extends AutoCloseable {
        /// No further command is given to the consumer; one that it is at is finished.
        @Override
        void close();
    }

    /// What a client is made of.
    public static final class Builder {
        private Builder() {}

        /// Where the platform is. Needed, unless [#file] is given.
        public Builder configuration(ConnectorConfiguration configuration) {
            throw new UnsupportedOperationException();
        }

        /// Where the gateway id is remembered; in memory if nobody says so.
        public Builder gateway(GatewayMemory memory) {
            throw new UnsupportedOperationException();
        }

        /// Runs `action` after each successful connection, on a virtual thread of the client.
        public Builder onConnect(Runnable action) {
            throw new UnsupportedOperationException();
        }

        /// Runs `action` after the end of each connection, on that thread.
        public Builder onDisconnect(Runnable action) {
            throw new UnsupportedOperationException();
        }

        /// Reaches the platform by `transport`, which the client closes, in place of the one that the configuration
        /// names.
        public Builder transport(Transport transport) {
            throw new UnsupportedOperationException();
        }

        /// Time, in place of the system's. The caller closes it.
        public Builder timer(wifisetup.loop.Timer timer) {
            throw new UnsupportedOperationException();
        }

        /// Opens the client, which begins to connect. Returns at once, whatever comes of that.
        ///
        /// @throws ConfigurationException if the configuration does not fit
        public PlatformClient open() throws ConfigurationException {
            throw new UnsupportedOperationException();
        }
    }
}
