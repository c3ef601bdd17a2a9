package wifisetup.cli;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import wifisetup.network.IpSettings;
import wifisetup.network.named.SettingsChange.Addresses;

/// The addresses that somebody wants a device to have on a network, of both kinds together.
///
/// @param automatic whether a kind without an address of its own is to come from the network
/// @param own the device's, one of each kind at most
/// @param gateways the routers, likewise
/// @param servers the name servers
record AddressWish(boolean automatic, List<Subnet> own, List<InetAddress> gateways, List<InetAddress> servers) {
    private static final Pattern SUBNET = Pattern.compile("(.+)/([0-9]{1,3})");
    private static final int DOTS_OF_IPV4 = 3;

    /// An address and how many of its bits are the network's.
    record Subnet(InetAddress address, int bits) {
        /// The subnet that `text` says, such as `192.168.1.7/24`.
        ///
        /// @throws IllegalArgumentException if it says none
        static Subnet parse(String text) {
            var matcher = SUBNET.matcher(text);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("expected an address and its bits, such as 192.168.1.7/24");
            }
            return new Subnet(AddressWish.address(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        }
    }

    /// The address that `text` says; no name is looked up.
    ///
    /// @throws IllegalArgumentException if it says none
    static InetAddress address(String text) {
        // Java takes 10.1 for 10.0.0.1, which nobody means.
        if (!text.contains(":") && text.chars().filter(c -> c == '.').count() != DOTS_OF_IPV4) {
            throw new IllegalArgumentException("expected an address, found " + text);
        }
        return InetAddress.ofLiteral(text);
    }

    /// What is wished for IPv4, if anything is.
    ///
    /// @throws IllegalArgumentException if that cannot be
    Optional<Addresses> ipv4() {
        return of(Inet4Address.class);
    }

    /// What is wished for IPv6, if anything is.
    ///
    /// @throws IllegalArgumentException if that cannot be
    Optional<Addresses> ipv6() {
        return of(Inet6Address.class);
    }

    private Optional<Addresses> of(Class<? extends InetAddress> kind) {
        var address = only(
                own.stream().filter(subnet -> kind.isInstance(subnet.address())).toList());
        var gateway = only(gateways.stream().filter(kind::isInstance).toList());
        var dns = servers.stream().filter(kind::isInstance).toList();
        if (address.isPresent()) {
            return Optional.of(new Addresses.To(
                    new IpSettings.Manual(address.get().address(), address.get().bits(), gateway, dns)));
        }
        if (gateway.isPresent()) {
            throw new IllegalArgumentException("--gateway needs an --ip of its kind");
        }
        if (automatic) {
            return Optional.of(new Addresses.To(new IpSettings.Automatic(dns)));
        }
        return dns.isEmpty() ? Optional.empty() : Optional.of(new Addresses.NameServers(dns));
    }

    private static <T> Optional<T> only(List<T> found) {
        if (found.size() > 1) {
            throw new IllegalArgumentException("--ip and --gateway: one IPv4 and one IPv6 address each at most");
        }
        return found.stream().findFirst();
    }
}
