package wifisetup.platform;

/// Commands on their way to one consumer.
@FunctionalInterface
public interface Subscription extends AutoCloseable {
    /// No further command is given to the consumer; one that it is at is finished.
    @Override
    void close();
}
