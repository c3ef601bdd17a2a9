package wifisetup.platform.mqtt;

import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import wifisetup.loop.Timer;
import wifisetup.platform.ConnectionFailure;
import wifisetup.platform.Message;
import wifisetup.platform.Stage;
import wifisetup.platform.TransportException;

/// What the broker is to confirm: each result comes from the broker, or ends with the connection. Any thread.
final class Confirmations {
    /// What the broker may leave unconfirmed before we say no more.
    private static final long MOST_UNCONFIRMED = 4L << 20;

    /// Too Many Requests (RFC 6585, 4).
    private static final int TOO_MANY = 429;

    private final Timer timer;
    private final Map<Long, CompletableFuture<?>> waiting = new ConcurrentHashMap<>();
    private final AtomicLong last = new AtomicLong();
    private final AtomicLong unconfirmed = new AtomicLong();
    private final AtomicReference<@Nullable ConnectionFailure> end = new AtomicReference<>();

    Confirmations(Timer timer) {
        this.timer = timer;
    }

    /// Publishes, and gives the status of the broker's confirmation.
    CompletableFuture<Message> of(Mqtt5Publish message, Mqtt5AsyncClient client) {
        var result = untilTheEnd(new CompletableFuture<Message>());
        if (result.isDone()) {
            return result;
        }
        unconfirmed.addAndGet(size(message));
        var _ = client.publish(message).whenComplete((_, thrown) -> {
            unconfirmed.addAndGet(-size(message));
            if (thrown == null) {
                result.complete(Message.of(Message.OK));
            } else {
                Failures.ofPublish(thrown)
                        .ifPresentOrElse(
                                status -> result.complete(Message.of(status)),
                                () -> result.completeExceptionally(broken()));
            }
        });
        return result;
    }

    /// Publishes as [#of] does, unless too much waits: a broker that is there and takes nothing would fill the
    /// memory, because also what nobody waits for any longer is sent.
    CompletableFuture<Message> ofWhatCanWait(Mqtt5Publish message, Mqtt5AsyncClient client) {
        return unconfirmed.get() + size(message) > MOST_UNCONFIRMED
                ? CompletableFuture.completedFuture(Message.of(TOO_MANY))
                : of(message, client);
    }

    /// Waits for `result`.
    ///
    /// @param stage what did not come in time, if it does not
    <T> T await(CompletableFuture<T> result, Duration limit, Stage stage)
            throws TransportException, InterruptedException {
        var limited = untilTheEnd(result.copy());
        var late = new TransportException(new ConnectionFailure.TimedOut(stage), null);
        var over = timer.after(limit, () -> limited.completeExceptionally(late));
        try {
            return limited.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof TransportException known
                    ? known
                    : new TransportException(Failures.ofConnect(failed.getCause()), failed.getCause());
        } finally {
            over.cancel();
        }
    }

    /// The connection has ended: nothing is confirmed any longer. The first reason holds.
    void end(ConnectionFailure why) {
        end.compareAndSet(null, why);
        waiting.values().forEach(result -> result.completeExceptionally(broken()));
    }

    /// Why nothing is confirmed.
    TransportException broken() {
        var why = end.get();
        return new TransportException(why == null ? new ConnectionFailure.Lost("the session is over") : why, null);
    }

    private <T> CompletableFuture<T> untilTheEnd(CompletableFuture<T> result) {
        long number = last.incrementAndGet();
        waiting.put(number, result);
        var _ = result.whenComplete((_, _) -> waiting.remove(number));
        if (end.get() != null) {
            result.completeExceptionally(broken());
        }
        return result;
    }

    private static int size(Mqtt5Publish message) {
        return message.getPayload().map(ByteBuffer::remaining).orElse(0);
    }
}
