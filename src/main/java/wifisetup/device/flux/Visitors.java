package wifisetup.device.flux;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wifisetup.device.Attempts;

/// The sessions that are open, of which there are so many at most. When one more comes a stranger has to go:
/// one that has not shown a key, if there is one; of these one from the origin that has most of them, and
/// there the one that has been on its way in for longest. Whoever opens many sessions and says nothing shuts
/// out nobody else. Any thread.
final class Visitors<T> {
    private final int most;
    private final Map<T, Visit> open = new LinkedHashMap<>();

    /// How far somebody has come in.
    enum Rank {
        /// Has said nothing yet.
        SILENT,
        /// Has shown a key.
        NAMED,
        /// Has shown to own it, or to know the password.
        MANAGER
    }

    private record Visit(String origin, Rank rank) {}

    /// @param most how many sessions may be open at once
    Visitors(int most) {
        this.most = most;
    }

    /// A session begins.
    ///
    /// @return who has to go; the newcomer itself if all others are managers
    synchronized Optional<T> enter(InetAddress address, T visitor) {
        var crowded = open.size() >= most ? Optional.of(evict(visitor)) : Optional.<T>empty();
        if (!crowded.equals(Optional.of(visitor))) {
            open.put(visitor, new Visit(Attempts.origin(address), Rank.SILENT));
        }
        return crowded;
    }

    /// Somebody has come that far.
    synchronized void promote(T visitor, Rank rank) {
        open.computeIfPresent(visitor, (_, visit) -> new Visit(visit.origin(), rank));
    }

    /// A session has ended.
    synchronized void leave(T visitor) {
        open.remove(visitor);
    }

    /// All sessions.
    synchronized Set<T> all() {
        return Set.copyOf(open.keySet());
    }

    private T evict(T newcomer) {
        var leaving = oldest(Rank.SILENT).or(() -> oldest(Rank.NAMED));
        leaving.ifPresent(open::remove);
        return leaving.orElse(newcomer);
    }

    private Optional<T> oldest(Rank rank) {
        var crowds = open.values().stream()
                .filter(visit -> visit.rank() == rank)
                .collect(groupingBy(Visit::origin, counting()));
        return crowds.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(crowd -> new Visit(crowd.getKey(), rank))
                .flatMap(visit -> open.entrySet().stream()
                        .filter(entry -> entry.getValue().equals(visit))
                        .map(Map.Entry::getKey)
                        .findFirst());
    }
}
