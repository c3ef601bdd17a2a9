package wifisetup.platform.mqtt;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import wifisetup.platform.TransportException;

/// Results that end with the connection at the latest. Any thread.
final class Pending {
    private final Map<Long, CompletableFuture<?>> results = new ConcurrentHashMap<>();
    private final AtomicLong last = new AtomicLong();

    /// Has `result` end with the connection.
    <T> CompletableFuture<T> add(CompletableFuture<T> result) {
        long number = last.incrementAndGet();
        results.put(number, result);
        var _ = result.whenComplete((_, _) -> results.remove(number));
        return result;
    }

    /// The connection has ended.
    void fail(TransportException why) {
        results.values().forEach(result -> result.completeExceptionally(why));
    }
}
