package wifisetup.device.flux;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// How many datagrams an address is answered: eight at once, and two more each second. Whoever forges the
/// address of another has the device send that one no more than this. One thread.
final class AnswerBudget {
    private static final int BURST = 8;
    private static final Duration INTERVAL = Duration.ofMillis(500);

    /// Whoever is forgotten among more of them is answered eight times again; this many cost 100 kB.
    private static final int MOST_ADDRESSES = 1024;

    /// When each address's bucket was, or would have been, empty.
    private final Map<InetAddress, Instant> emptyAt = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<InetAddress, Instant> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    /// Whether `address` is answered once more at `now`.
    boolean take(InetAddress address, Instant now) {
        var full = now.minus(INTERVAL.multipliedBy(BURST));
        var empty = emptyAt.getOrDefault(address, full);
        // A clock that is set back must not silence the device.
        var since = empty.isBefore(full) || empty.isAfter(now) ? full : empty;
        var next = since.plus(INTERVAL);
        if (next.isAfter(now)) {
            return false;
        }
        emptyAt.put(address, next);
        return true;
    }
}
