package wifisetup.cli;

import java.util.Optional;
import wifisetup.network.IpSettings;
import wifisetup.network.MacAddressPolicy;
import wifisetup.network.Metered;
import wifisetup.network.NetworkSettings;

/// What somebody wants changed about a network's settings; the rest stays.
public record SettingsWish(
        Optional<IpSettings> ipv4,
        Optional<IpSettings> ipv6,
        Optional<Metered> metered,
        Optional<MacAddressPolicy> macAddress,
        Optional<Boolean> autoconnect,
        Optional<Integer> priority) {
    /// Nothing.
    public static final SettingsWish NONE = new SettingsWish(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /// Whether all stays.
    boolean isEmpty() {
        return equals(NONE);
    }

    /// `settings` with that changed.
    NetworkSettings over(NetworkSettings settings) {
        return new NetworkSettings(
                autoconnect.orElse(settings.autoconnect()),
                priority.orElse(settings.priority()),
                ipv4.orElse(settings.ipv4()),
                ipv6.orElse(settings.ipv6()),
                metered.orElse(settings.metered()),
                macAddress.orElse(settings.macAddress()));
    }
}
