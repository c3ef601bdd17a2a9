package wifisetup.network.bus;

import java.util.Optional;
import java.util.function.BiFunction;
import wifisetup.network.IpSettings;
import wifisetup.network.MacAddressPolicy;
import wifisetup.network.Metered;
import wifisetup.network.NetworkSettings;

/// What a request says about the settings of a network; what it leaves out stays as it is.
record SettingsChange(
        Optional<Boolean> autoconnect,
        Optional<Integer> priority,
        Optional<IpSettings> ipv4,
        Optional<IpSettings> ipv6,
        Optional<Metered> metered,
        Optional<MacAddressPolicy> macAddress) {
    /// Nothing changes.
    static final SettingsChange NONE = new SettingsChange(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /// `settings` with the changes.
    NetworkSettings applyTo(NetworkSettings settings) {
        var changed = settings;
        changed = apply(changed, autoconnect, NetworkSettings::withAutoconnect);
        changed = apply(changed, priority, NetworkSettings::withPriority);
        changed = apply(changed, ipv4, NetworkSettings::withIpv4);
        changed = apply(changed, ipv6, NetworkSettings::withIpv6);
        changed = apply(changed, metered, NetworkSettings::withMetered);
        return apply(changed, macAddress, NetworkSettings::withMacAddress);
    }

    private static <T> NetworkSettings apply(
            NetworkSettings settings, Optional<T> value, BiFunction<NetworkSettings, T, NetworkSettings> with) {
        return value.map(present -> with.apply(settings, present)).orElse(settings);
    }
}
