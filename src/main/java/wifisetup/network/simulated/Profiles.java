package wifisetup.network.simulated;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import wifisetup.network.Credentials;
import wifisetup.network.NetworkId;
import wifisetup.network.NetworkSettings;
import wifisetup.network.ProfileId;
import wifisetup.network.SavedNetwork;
import wifisetup.network.Ssid;

/// The profiles that the simulated machine keeps: one a network. Guarded by the [Radio].
final class Profiles {
    /// The one that was used last comes first.
    private final List<Kept> kept = new ArrayList<>();

    /// The networks that somebody left: not tried again until somebody asks for them.
    private final Set<NetworkId> left = new HashSet<>();

    /// A profile with its secret.
    private record Kept(SavedNetwork network, Credentials credentials) {}

    /// Keeps a profile, in place of an older one of that network, whose settings stay where no others are given.
    void keep(NetworkId id, boolean hidden, Credentials credentials, Optional<NetworkSettings> settings) {
        var older = find(id).map(Kept::network);
        var network = new SavedNetwork(
                new ProfileId(UUID.randomUUID().toString()),
                id,
                id.ssid().display(),
                hidden,
                settings.or(() -> older.map(SavedNetwork::settings)).orElse(NetworkSettings.DEFAULT),
                Optional.empty());
        kept.removeIf(profile -> profile.network().id().equals(id));
        kept.addFirst(new Kept(network, credentials));
        left.remove(id);
    }

    /// Changes the settings of a profile.
    ///
    /// @return whether there is such a profile
    boolean change(ProfileId profile, NetworkSettings settings) {
        boolean known = kept.stream().anyMatch(one -> one.network().profile().equals(profile));
        kept.replaceAll(one -> one.network().profile().equals(profile) ? with(one, settings) : one);
        return known;
    }

    /// Deletes each profile of that name.
    ///
    /// @return how many there were
    int forget(Ssid ssid) {
        int before = kept.size();
        kept.removeIf(profile -> profile.network().ssid().equals(ssid));
        return before - kept.size();
    }

    /// Notes that somebody left that network.
    void leave(NetworkId id) {
        left.add(id);
    }

    /// What a network's profile presents, if there is one.
    Optional<Credentials> credentials(NetworkId id) {
        return find(id).map(Kept::credentials);
    }

    /// The settings of a network's profile, if there is one.
    Optional<NetworkSettings> settings(NetworkId id) {
        return find(id).map(profile -> profile.network().settings());
    }

    boolean contains(NetworkId id) {
        return find(id).isPresent();
    }

    /// Whether the machine goes to that network by itself, and how willingly.
    Optional<Integer> priority(NetworkId id) {
        return find(id).map(profile -> profile.network().settings())
                .filter(settings -> settings.autoconnect() && !left.contains(id))
                .map(NetworkSettings::priority);
    }

    /// How many connect by themselves.
    int count() {
        return Math.toIntExact(
                kept.stream().filter(profile -> profile.network().autoconnect()).count());
    }

    List<SavedNetwork> list() {
        return kept.stream()
                .map(Kept::network)
                .sorted(Comparator.comparingInt(
                                (SavedNetwork network) -> network.settings().priority())
                        .reversed())
                .toList();
    }

    private Optional<Kept> find(NetworkId id) {
        return kept.stream()
                .filter(profile -> profile.network().id().equals(id))
                .findFirst();
    }

    private static Kept with(Kept profile, NetworkSettings settings) {
        var network = profile.network();
        return new Kept(
                new SavedNetwork(
                        network.profile(),
                        network.id(),
                        network.name(),
                        network.hidden(),
                        settings,
                        network.lastUsed()),
                profile.credentials());
    }
}
