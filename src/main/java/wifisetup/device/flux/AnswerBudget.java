package wifisetup.device.flux;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// How many datagrams are sent as answers: to one address eight at once, and two more each second; to all
/// addresses together 64 and 32; and as little as to one address to all of those together that are on no
/// network of the device. Whoever forges the addresses of others has the device send these no more. One
/// thread.
final class AnswerBudget {
    private static final int MOST_ADDRESSES = 1024;

    private final Bucket everybody = new Bucket(64, Duration.ofSeconds(1).dividedBy(32));
    private final Bucket strangers = ofOne();

    /// Who is forgotten among more of them is answered eight times again, but not more often than everybody
    /// is.
    private final Map<InetAddress, Bucket> each = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<InetAddress, Bucket> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    /// Whether `address` is answered once more at `now`.
    ///
    /// @param near whether it is on a network of the device
    boolean take(InetAddress address, boolean near, Instant now) {
        var own = near ? each.computeIfAbsent(address, _ -> ofOne()) : strangers;
        return own.has(now) && everybody.has(now) && own.take(now) && everybody.take(now);
    }

    /// Whether nobody is answered at `now`, whoever asks.
    boolean isExhausted(Instant now) {
        return !everybody.has(now);
    }

    private static Bucket ofOne() {
        return new Bucket(8, Duration.ofMillis(500));
    }

    /// A token bucket.
    private static final class Bucket {
        private final Duration capacity;
        private final Duration interval;
        private Instant emptyAt = Instant.MIN;

        Bucket(int burst, Duration interval) {
            this.capacity = interval.multipliedBy(burst);
            this.interval = interval;
        }

        boolean has(Instant now) {
            return !since(now).plus(interval).isAfter(now);
        }

        boolean take(Instant now) {
            emptyAt = since(now).plus(interval);
            return true;
        }

        /// When the bucket was, or would have been, empty. A clock that is set back must not silence the
        /// device.
        private Instant since(Instant now) {
            var full = now.minus(capacity);
            return emptyAt.isBefore(full) || emptyAt.isAfter(now) ? full : emptyAt;
        }
    }
}
