package wifisetup.lan;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Where devices are. A place that has only spoken gives way to the next one; a place whose device has proven
/// itself gives way to nobody before it has been silent. The discovering thread alone.
final class Places {
    /// As many places that have only spoken: a device answers within milliseconds.
    static final int UNPROVEN = 1024;

    /// As many places of one UUID: a device has a cable and a radio, and a former address of each. Of more the
    /// one heard of the longest ago gives way.
    static final int OF_ONE_UUID = 4;

    private final int most;
    private final Map<Place, Sighting> proven = new LinkedHashMap<>();
    private final Map<UUID, List<Sighting>> byUuid = new HashMap<>();
    private final Map<Place, Sighting> unproven = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, Sighting> eldest) {
            return size() > UNPROVEN;
        }
    };

    private record Place(UUID uuid, InetSocketAddress endpoint) {
        static Place of(Sighting sighting) {
            return new Place(sighting.uuid(), sighting.endpoint());
        }
    }

    /// Room for as many places that have proven themselves.
    Places(int most) {
        this.most = most;
    }

    /// What is known of a place, if anything is.
    Optional<Sighting> at(UUID uuid, InetSocketAddress endpoint) {
        var place = new Place(uuid, endpoint);
        return Optional.ofNullable(proven.get(place)).or(() -> Optional.ofNullable(unproven.get(place)));
    }

    /// What is known of a place, or a new one.
    Sighting visit(UUID uuid, InetSocketAddress endpoint, Instant now) {
        return at(uuid, endpoint)
                .orElseGet(() ->
                        unproven.computeIfAbsent(new Place(uuid, endpoint), _ -> new Sighting(uuid, endpoint, now)));
    }

    /// Keeps a place whose device proves itself.
    ///
    /// @return false if there is no room
    boolean keep(Sighting sighting) {
        var place = Place.of(sighting);
        if (proven.containsKey(place)) {
            return true;
        }
        var same = byUuid.getOrDefault(sighting.uuid(), List.of());
        if (same.size() >= OF_ONE_UUID) {
            remove(Collections.min(same, Comparator.comparing(Sighting::heard)));
        }
        if (proven.size() >= most) {
            return false;
        }
        unproven.remove(place);
        proven.put(place, sighting);
        byUuid.computeIfAbsent(sighting.uuid(), _ -> new ArrayList<>(1)).add(sighting);
        return true;
    }

    /// The places of `uuid` that have proven themselves.
    List<Sighting> of(UUID uuid) {
        return byUuid.getOrDefault(uuid, List.of());
    }

    /// All places that have proven themselves.
    Collection<Sighting> all() {
        return Collections.unmodifiableCollection(proven.values());
    }

    /// Forgets a place that had proven itself.
    void remove(Sighting sighting) {
        proven.remove(Place.of(sighting));
        byUuid.computeIfPresent(sighting.uuid(), (_, same) -> {
            same.remove(sighting);
            return same.isEmpty() ? null : same;
        });
    }

    /// The places that have proven themselves, and have been silent for so long.
    List<Sighting> silentFor(Duration silence, Instant now) {
        var before = now.minus(silence);
        return proven.values().stream()
                .filter(sighting -> sighting.heard().isBefore(before))
                .toList();
    }
}
