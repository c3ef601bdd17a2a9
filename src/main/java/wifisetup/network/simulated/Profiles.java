package wifisetup.network.simulated;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wifisetup.network.NetworkId;
import wifisetup.network.SavedNetwork;
import wifisetup.network.Ssid;
import wifisetup.secret.Secret;

/// The profiles that the simulated machine keeps: one a network. Guarded by the [Radio].
final class Profiles {
    private final Map<NetworkId, Secret> secrets = new LinkedHashMap<>();

    /// Keeps a profile, in place of an older one of that network.
    void keep(NetworkId id, Secret secret) {
        secrets.put(id, secret);
    }

    /// Deletes each profile of that name.
    ///
    /// @return how many there were
    int forget(Ssid ssid) {
        int before = secrets.size();
        secrets.keySet().removeIf(id -> id.ssid().equals(ssid));
        return before - secrets.size();
    }

    /// The secret of a network's profile, if there is one.
    Optional<Secret> secret(NetworkId id) {
        return Optional.ofNullable(secrets.get(id));
    }

    boolean contains(NetworkId id) {
        return secrets.containsKey(id);
    }

    int count() {
        return secrets.size();
    }

    List<SavedNetwork> list() {
        return secrets.keySet().stream()
                .map(id -> new SavedNetwork(id.ssid(), id.ssid().display(), true))
                .toList();
    }
}
