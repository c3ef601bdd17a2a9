package wifisetup.network.dbus;

import java.time.Instant;
import java.util.Optional;
import wifisetup.network.NetworkId;
import wifisetup.network.NetworkSettings;
import wifisetup.network.ProfileId;
import wifisetup.network.SavedNetwork;
import wifisetup.network.Ssid;

/// A Wi-Fi profile for joining; its secrets cannot be read.
///
/// @param kept whether it is there to stay, rather than for the time of one activation
/// @param lastUsed when it last connected, in seconds since 1970, or 0
record Profile(String path, Ssid ssid, ProfileSettings settings, boolean kept, long lastUsed) {
    String name() {
        return settings.section(ProfileSettings.CONNECTION).text("id");
    }

    String uuid() {
        return settings.uuid();
    }

    /// Whether it is one for that network.
    boolean isFor(NetworkId id) {
        return ssid.equals(id.ssid()) && id.security().isAlike(settings.security());
    }

    /// Whether it can be used by the adapter of that name; most profiles are for any adapter.
    boolean isUsableBy(String adapter) {
        var bound = settings.section(ProfileSettings.CONNECTION).text("interface-name");
        return bound.isEmpty() || bound.equals(adapter);
    }

    NetworkSettings decided() {
        return settings.read();
    }

    SavedNetwork saved() {
        return new SavedNetwork(
                new ProfileId(uuid()),
                new NetworkId(ssid, settings.security()),
                name(),
                settings.section(ProfileSettings.WIRELESS).flag("hidden"),
                decided(),
                lastUsed == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(lastUsed)));
    }
}
