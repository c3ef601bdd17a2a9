package wifisetup.setup;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// How many refusals of a registration may still be announced.
///
/// The Python clients register again at once when they are refused, so a bad client would keep the bus busy for ever:
/// each client gets a burst of [#BURST] announcements of one error, then one a second.
record FailureBudget(Map<Key, Bucket> buckets) {
    static final int BURST = 20;
    static final Duration INTERVAL = Duration.ofSeconds(1);
    static final FailureBudget FULL = new FailureBudget(Map.of());
    private static final int MOST_KEYS = 256;

    record Key(String client, String error) {}

    record Bucket(int left, Instant refilled) {}

    record Spent(FailureBudget budget, boolean allowed) {}

    /// Takes one announcement out at `now`.
    Spent spend(Key key, Instant now) {
        var bucket = refill(buckets.getOrDefault(key, new Bucket(BURST, now)), now);
        boolean allowed = bucket.left() > 0;
        var next = new LinkedHashMap<>(buckets);
        next.remove(key);
        if (next.size() >= MOST_KEYS) {
            next.pollFirstEntry();
        }
        next.put(key, allowed ? new Bucket(bucket.left() - 1, bucket.refilled()) : bucket);
        return new Spent(new FailureBudget(next), allowed);
    }

    private static Bucket refill(Bucket bucket, Instant now) {
        long seconds = Duration.between(bucket.refilled(), now).dividedBy(INTERVAL);
        if (seconds <= 0) {
            return bucket;
        }
        return new Bucket(
                (int) Math.min(BURST, bucket.left() + seconds),
                bucket.refilled().plus(INTERVAL.multipliedBy(seconds)));
    }
}
