package wifisetup.flux;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// Counts what is dropped, by reason. Any thread.
public final class Drops {
    private final Map<DropReason, LongAdder> counts = new ConcurrentHashMap<>();

    /// One more for `reason`.
    public void count(DropReason reason) {
        counts.computeIfAbsent(reason, _ -> new LongAdder()).increment();
    }

    /// How many for `reason`.
    public long of(DropReason reason) {
        return byReason().getOrDefault(reason, 0L);
    }

    /// How many in all.
    public long total() {
        return counts.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /// The reasons that occurred, and how often.
    public Map<DropReason, Long> byReason() {
        var occurred = new EnumMap<DropReason, Long>(DropReason.class);
        counts.forEach((reason, count) -> occurred.put(reason, count.sum()));
        return occurred;
    }

    @Override
    public String toString() {
        return byReason().toString();
    }
}
