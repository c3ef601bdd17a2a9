package wifisetup.device.flux;

import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The sessions that are open, of which there are so many at most. When one more comes, the stranger that has
/// been on its way in for longest has to go, from the address that has most of them: whoever opens many
/// sessions and says nothing shuts out nobody else. Any thread.
final class Visitors<T> {
    private final int most;
    private final Map<InetAddress, Deque<T>> strangers = new HashMap<>();
    private final Set<T> managers = new HashSet<>();

    /// @param most how many sessions may be open at once
    Visitors(int most) {
        this.most = most;
    }

    /// A session begins.
    ///
    /// @return who has to go; the newcomer itself if all others are managers
    synchronized Optional<T> enter(InetAddress address, T visitor) {
        var crowded = size() >= most ? Optional.of(evict(visitor)) : Optional.<T>empty();
        if (crowded.isEmpty() || !crowded.get().equals(visitor)) {
            strangers.computeIfAbsent(address, _ -> new ArrayDeque<>()).add(visitor);
        }
        return crowded;
    }

    /// A stranger has become a manager.
    synchronized void authorize(InetAddress address, T visitor) {
        if (forget(address, visitor)) {
            managers.add(visitor);
        }
    }

    /// A session has ended.
    synchronized void leave(InetAddress address, T visitor) {
        forget(address, visitor);
        managers.remove(visitor);
    }

    /// All sessions.
    synchronized Set<T> all() {
        var all = new HashSet<>(managers);
        strangers.values().forEach(all::addAll);
        return all;
    }

    private int size() {
        return managers.size()
                + strangers.values().stream().mapToInt(Deque::size).sum();
    }

    private T evict(T newcomer) {
        var largest = strangers.entrySet().stream()
                .max(Comparator.comparingInt(address -> address.getValue().size()));
        if (largest.isEmpty()) {
            return newcomer;
        }
        var oldest = largest.get().getValue().getFirst();
        forget(largest.get().getKey(), oldest);
        return oldest;
    }

    private boolean forget(InetAddress address, T visitor) {
        var there = strangers.get(address);
        if (there == null || !there.remove(visitor)) {
            return false;
        }
        if (there.isEmpty()) {
            strangers.remove(address);
        }
        return true;
    }
}
