package wifisetup.bus;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// The times between attempts to reach the bus: soon at first, since a bus that restarts is back soon, then 5 s
/// doubling to 60 s as the Python clients do; each shortened by up to a quarter at random, so that clients do not come
/// back all at once. Not thread-safe.
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration SECOND = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final RandomGenerator random;
    private Duration next = FIRST;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /// The time until the next attempt.
    Duration next() {
        var base = next;
        next = base.equals(FIRST) ? SECOND : min(base.multipliedBy(2));
        return Duration.ofMillis((long) (base.toMillis() * (1 - random.nextDouble() / 4)));
    }

    /// An attempt succeeded: start again.
    void reset() {
        next = FIRST;
    }

    private static Duration min(Duration wanted) {
        return wanted.compareTo(LONGEST) < 0 ? wanted : LONGEST;
    }
}
