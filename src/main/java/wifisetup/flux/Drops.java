package wifisetup.flux;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/// Counts what is dropped, by reason. Any thread.
public final class Drops {
    private final Map<DropReason, LongAdder> counts = new EnumMap<>(DropReason.class);

    /// Nothing dropped so far.
    public Drops() {
        for (DropReason reason : DropReason.values()) {
            counts.put(reason, new LongAdder());
        }
    }

    /// One more for `reason`.
    public void count(DropReason reason) {
        counts.get(reason).increment();
    }

    /// How many for `reason`.
    public long of(DropReason reason) {
        return counts.get(reason).sum();
    }

    /// How many in all.
    public long total() {
        return counts.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /// The reasons that occurred, and how often.
    public Map<DropReason, Long> byReason() {
        var occurred = new EnumMap<DropReason, Long>(DropReason.class);
        counts.forEach((reason, count) -> {
            if (count.sum() > 0) {
                occurred.put(reason, count.sum());
            }
        });
        return occurred;
    }

    @Override
    public String toString() {
        return byReason().toString();
    }
}
