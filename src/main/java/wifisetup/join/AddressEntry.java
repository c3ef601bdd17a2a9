package wifisetup.join;

import java.util.Optional;
import wifisetup.network.IpEntry;
import wifisetup.network.NetworkSettings;

/// The device's addresses on a network, as they were typed.
public record AddressEntry(IpEntry ipv4, IpEntry ipv6) {
    /// What somebody would have typed to get these settings.
    public static AddressEntry of(NetworkSettings settings) {
        return new AddressEntry(
                IpEntry.of(IpEntry.Family.IPV4, settings.ipv4()), IpEntry.of(IpEntry.Family.IPV6, settings.ipv6()));
    }

    /// These, with the IPv4 address by hand.
    public AddressEntry byHand() {
        return new AddressEntry(ipv4.byHand(), ipv6);
    }

    /// The entry that has a flaw, if one has; IPv4 first.
    public Optional<IpEntry> flawed() {
        return ipv4.flaw().isPresent()
                ? Optional.of(ipv4)
                : Optional.of(ipv6).filter(entry -> entry.flaw().isPresent());
    }

    /// `others`, with these addresses.
    ///
    /// @throws IllegalStateException if one is [#flawed()]
    NetworkSettings in(NetworkSettings others) {
        return others.withIpv4(ipv4.settings()).withIpv6(ipv6.settings());
    }
}
