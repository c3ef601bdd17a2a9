package wifisetup.device.flux;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wifisetup.device.Attempts;

/// The sessions that are open, of which there are so many at most. When one more comes a stranger has to go:
/// one from the origin that has most of them; there one that has not shown a key, if there is one, and of
/// these the one that has been on its way in for longest. Whoever opens many sessions shuts out nobody else:
/// neither by saying nothing, nor by showing keys, which anybody can make. Any thread.
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
        var leaving = crowd().flatMap(crowd -> oldest(crowd, Rank.SILENT).or(() -> oldest(crowd, Rank.NAMED)));
        leaving.ifPresent(open::remove);
        return leaving.orElse(newcomer);
    }

    /// The origin of most strangers; among equals one where somebody says nothing.
    private Optional<String> crowd() {
        var crowds = open.values().stream()
                .filter(visit -> visit.rank() != Rank.MANAGER)
                .collect(groupingBy(Visit::origin, LinkedHashMap::new, toList()));
        return crowds.entrySet().stream()
                .max(comparingInt((Map.Entry<String, List<Visit>> crowd) ->
                                crowd.getValue().size())
                        .thenComparing(crowd -> crowd.getValue().contains(new Visit(crowd.getKey(), Rank.SILENT))))
                .map(Map.Entry::getKey);
    }

    private Optional<T> oldest(String origin, Rank rank) {
        var wanted = new Visit(origin, rank);
        return open.entrySet().stream()
                .filter(entry -> entry.getValue().equals(wanted))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
