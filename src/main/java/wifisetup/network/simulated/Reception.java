package wifisetup.network.simulated;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wifisetup.network.Network;
import wifisetup.network.NetworkId;
import wifisetup.network.Ssid;

/// What of the air reaches the radio at the moment. Guarded by the [Radio].
final class Reception {
    private final Air air;
    private final Set<Ssid> silent = new HashSet<>();
    private final Set<Ssid> revealed = new HashSet<>();
    private long scans;

    Reception(Air air) {
        this.air = air;
    }

    /// Switches all access points of that name on or off. One that hides its name is forgotten when it goes off.
    void accessPoint(Ssid ssid, boolean on) {
        if (on) {
            silent.remove(ssid);
        } else {
            silent.add(ssid);
            revealed.remove(ssid);
        }
    }

    /// Notes a scan that probed for these names.
    void scanned(Collection<Ssid> probed) {
        scans++;
        revealed.addAll(probed);
    }

    /// Whether an access point of that network is on.
    boolean hears(NetworkId id) {
        return on().anyMatch(accessPoint -> accessPoint.id().equals(id));
    }

    /// The strongest access point of a network; of that name, when there is none of that kind of security: what is in
    /// the air decides, not what somebody believes.
    ///
    /// @param probed whether the name is probed for, so that an access point that hides it answers
    Optional<AccessPoint> find(NetworkId id, boolean probed) {
        Predicate<AccessPoint> answers = accessPoint -> probed || isVisible(accessPoint);
        return on().filter(accessPoint -> accessPoint.id().equals(id))
                .filter(answers)
                .max(byStrength())
                .or(() -> on().filter(accessPoint -> accessPoint.ssid().equals(id.ssid()))
                        .filter(answers)
                        .max(byStrength()));
    }

    /// The access point that the machine goes to by itself: of the profile with the highest priority, the strongest;
    /// one that hides its name is probed for.
    Optional<AccessPoint> strongestOf(Profiles profiles) {
        return on().filter(accessPoint -> profiles.priority(accessPoint.id()).isPresent())
                .max(Comparator.comparingInt((AccessPoint accessPoint) ->
                                profiles.priority(accessPoint.id()).orElse(0))
                        .thenComparing(byStrength()));
    }

    /// The rows of the list: one a network, the strongest first.
    List<Network> rows(Profiles profiles, Optional<NetworkId> connected) {
        return on()
                .filter(this::isVisible)
                .collect(Collectors.groupingBy(AccessPoint::id, Collectors.maxBy(byStrength())))
                .values()
                .stream()
                .flatMap(Optional::stream)
                .map(strongest -> new Network(
                        strongest.id(),
                        strength(strongest),
                        strongest.band(),
                        profiles.contains(strongest.id()),
                        connected.filter(strongest.id()::equals).isPresent(),
                        strongest.obstacle()))
                .sorted(Comparator.comparingInt(Network::strength)
                        .reversed()
                        .thenComparing(network -> network.ssid().hex()))
                .toList();
    }

    /// The number of the subnet behind an access point, from 1.
    int subnet(AccessPoint accessPoint) {
        return air.accessPoints().indexOf(accessPoint) + 1;
    }

    private Stream<AccessPoint> on() {
        return air.accessPoints().stream().filter(accessPoint -> !silent.contains(accessPoint.ssid()));
    }

    private boolean isVisible(AccessPoint accessPoint) {
        return !accessPoint.hidden() || revealed.contains(accessPoint.ssid());
    }

    private int strength(AccessPoint accessPoint) {
        return air.strength(accessPoint, scans);
    }

    private Comparator<AccessPoint> byStrength() {
        return Comparator.comparingInt(this::strength);
    }
}
