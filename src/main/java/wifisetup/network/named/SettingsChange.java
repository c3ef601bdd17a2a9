package wifisetup.network.named;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import wifisetup.network.IpSettings;
import wifisetup.network.MacAddressPolicy;
import wifisetup.network.Metered;
import wifisetup.network.NetworkSettings;

/// What somebody wants changed about a network's settings; what is left out stays as it is.
public record SettingsChange(
        Optional<Boolean> autoconnect,
        Optional<Integer> priority,
        Optional<Addresses> ipv4,
        Optional<Addresses> ipv6,
        Optional<Metered> metered,
        Optional<MacAddressPolicy> macAddress) {
    /// Nothing changes.
    public static final SettingsChange NONE = new SettingsChange(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /// What is to change about the addresses of one family.
    public sealed interface Addresses {
        /// Everything: from now on like that.
        record To(IpSettings settings) implements Addresses {}

        /// The name servers alone. An address that was set by hand stays; a family that was off is turned on.
        record NameServers(List<InetAddress> dns) implements Addresses {
            /// Keeps its own copy of the servers.
            public NameServers {
                dns = List.copyOf(dns);
            }
        }

        /// `before` with the change.
        ///
        /// @throws IllegalArgumentException if the servers are of the other family
        private IpSettings applyTo(IpSettings before) {
            return switch (this) {
                case To(var settings) -> settings;
                case NameServers(var dns) ->
                    before instanceof IpSettings.Manual manual
                            ? new IpSettings.Manual(manual.address(), manual.prefix(), manual.gateway(), dns)
                            : new IpSettings.Automatic(dns);
            };
        }
    }

    /// `settings` with the changes.
    public NetworkSettings applyTo(NetworkSettings settings) {
        var changed = settings;
        changed = apply(changed, autoconnect, NetworkSettings::withAutoconnect);
        changed = apply(changed, priority, NetworkSettings::withPriority);
        changed = apply(changed, addresses(ipv4, settings.ipv4()), NetworkSettings::withIpv4);
        changed = apply(changed, addresses(ipv6, settings.ipv6()), NetworkSettings::withIpv6);
        changed = apply(changed, metered, NetworkSettings::withMetered);
        return apply(changed, macAddress, NetworkSettings::withMacAddress);
    }

    private static Optional<IpSettings> addresses(Optional<Addresses> change, IpSettings before) {
        return change.map(addresses -> addresses.applyTo(before));
    }

    private static <T> NetworkSettings apply(
            NetworkSettings settings, Optional<T> value, BiFunction<NetworkSettings, T, NetworkSettings> with) {
        return value.map(present -> with.apply(settings, present)).orElse(settings);
    }
}
