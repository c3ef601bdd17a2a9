package wifisetup.network.nmcli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wifisetup.network.NetworkId;
import wifisetup.network.NetworkSettings;
import wifisetup.network.ProfileId;
import wifisetup.network.SavedNetwork;
import wifisetup.network.Ssid;

/// A Wi-Fi profile for joining.
///
/// @param id the network, as far as the profile tells
/// @param kept whether it is there to stay, rather than for the time of one attempt
/// @param olderSecurity whether WPA3's part is switched off, because the network once refused by it
/// @param sections the sections of secrets that it has, by their names
/// @param lastUsed when it last connected, in seconds since 1970, or 0
record Profile(
        ProfileId profile,
        NetworkId id,
        String name,
        boolean hidden,
        NetworkSettings settings,
        boolean kept,
        boolean olderSecurity,
        List<String> sections,
        long lastUsed) {
    /// Keeps its own copy of the sections.
    Profile {
        sections = List.copyOf(sections);
    }

    String uuid() {
        return profile.uuid();
    }

    Ssid ssid() {
        return id.ssid();
    }

    /// Whether it is one for that network.
    boolean isFor(NetworkId network) {
        return ssid().equals(network.ssid()) && network.security().isAlike(id.security());
    }

    SavedNetwork saved() {
        return new SavedNetwork(
                profile,
                id,
                name,
                hidden,
                settings,
                lastUsed == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(lastUsed)));
    }
}
