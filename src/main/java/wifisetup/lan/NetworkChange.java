package wifisetup.lan;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import wifisetup.flux.NetworkOptions;
import wifisetup.secret.Secret;

/// Which network a device shall be on.
///
/// @param address its fixed address, or empty to get one from the network
/// @param wifi the Wi-Fi, or empty to keep the one it is on
public record NetworkChange(Optional<FixedAddress> address, Optional<Wifi> wifi) {
    /// An address that does not come from the network.
    ///
    /// @param own the device's
    /// @param prefix how many bits of it name the network
    /// @param gateway where the rest of the world is
    /// @param nameServers who knows names, at least one
    public record FixedAddress(InetAddress own, int prefix, InetAddress gateway, List<InetAddress> nameServers) {
        /// Checks the prefix, and keeps its own copy of the list.
        ///
        /// @throws IllegalArgumentException if it does not fit the address, or there is no name server
        public FixedAddress {
            if (prefix < 1 || prefix > own.getAddress().length * Byte.SIZE || nameServers.isEmpty()) {
                throw new IllegalArgumentException("a prefix within the address, and a name server");
            }
            nameServers = List.copyOf(nameServers);
        }
    }

    /// A Wi-Fi.
    ///
    /// @param ssid its name
    /// @param hidden whether it does not announce itself
    /// @param host whether the device opens it, rather than to join it
    /// @param security how it is protected
    /// @param password its passphrase or key, unless it has none
    public record Wifi(String ssid, boolean hidden, boolean host, WifiSecurity security, Optional<Password> password) {}

    /// Joins a Wi-Fi, with an address from the network.
    public static NetworkChange joining(String ssid, WifiSecurity security, Optional<Password> password) {
        return new NetworkChange(Optional.empty(), Optional.of(new Wifi(ssid, false, false, security, password)));
    }

    NetworkOptions options() {
        NetworkOptions.Addressing addressing = address.<NetworkOptions.Addressing>map(fixed ->
                        new NetworkOptions.Static(fixed.own(), fixed.prefix(), fixed.gateway(), fixed.nameServers()))
                .orElseGet(NetworkOptions.Dhcp::new);
        return new NetworkOptions(addressing, wifi.map(NetworkChange::options));
    }

    private static NetworkOptions.Wifi options(Wifi wifi) {
        var mode = wifi.host() ? NetworkOptions.Mode.HOST : NetworkOptions.Mode.CLIENT;
        var secret = wifi.password().flatMap(Password::reveal).orElse(Secret.EMPTY);
        var security = switch (wifi.security()) {
            case NONE -> new NetworkOptions.Open();
            case WEP -> new NetworkOptions.Wep(secret);
            case WPA -> new NetworkOptions.Wpa(secret);
            case WPA2 -> new NetworkOptions.Wpa2(secret);
        };
        return new NetworkOptions.Wifi(mode, wifi.ssid(), wifi.hidden(), security);
    }
}
