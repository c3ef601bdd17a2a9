package wifisetup.network.dbus;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import wifisetup.dbus.PropertyMap;
import wifisetup.network.IpSettings;

/// The `ipv4` or `ipv6` section of a profile (NetworkManager's `nm-settings-dbus`).
enum IpSection {
    /// IPv4: name servers are numbers in network byte order.
    IPV4("ipv4") {
        @Override
        Variant<?> servers(List<InetAddress> servers) {
            return new Variant<>(servers.stream().map(IpSection::number).toList(), "au");
        }

        @Override
        InetAddress server(Object entry) {
            long number = ((Number) entry).longValue();
            return address(
                    new byte[] {(byte) number, (byte) (number >> 8), (byte) (number >> 16), (byte) (number >> 24)});
        }
    },
    /// IPv6: name servers are arrays of bytes.
    IPV6("ipv6") {
        @Override
        Variant<?> servers(List<InetAddress> servers) {
            return new Variant<>(servers.stream().map(InetAddress::getAddress).toList(), "aay");
        }

        @Override
        InetAddress server(Object entry) {
            return address(PropertyMap.bytes(entry));
        }
    };

    private final String key;

    IpSection(String key) {
        this.key = key;
    }

    /// The section's name.
    String key() {
        return key;
    }

    abstract Variant<?> servers(List<InetAddress> servers);

    abstract InetAddress server(Object entry);

    /// What a section says. A method of which we have no word reads as off.
    IpSettings read(PropertyMap section) {
        return switch (section.text("method")) {
            case "", "auto", "dhcp" -> new IpSettings.Automatic(servers(section));
            case "manual" -> byHand(section);
            default -> new IpSettings.Off();
        };
    }

    /// A section that says `settings`, in which everything else is as in `before`.
    Map<String, Variant<?>> write(IpSettings settings, Map<String, Variant<?>> before) {
        var section = new HashMap<>(before);
        // The older forms would contradict. Routes stay, and so do further addresses under one that stays.
        var further = furtherAddresses(settings, before);
        List.of("addresses", "address-data", "gateway", "dns", "dns-data", "ignore-auto-dns", "routes")
                .forEach(section::remove);
        switch (settings) {
            case IpSettings.Off _ -> {
                section.put("method", new Variant<>("disabled"));
                List.of("route-data", "dns-search", "dns-options").forEach(section::remove);
            }
            case IpSettings.Automatic(var dns) -> {
                section.put("method", new Variant<>("auto"));
                if (!dns.isEmpty()) {
                    section.put("dns", servers(dns));
                    section.put("ignore-auto-dns", new Variant<>(true));
                }
            }
            case IpSettings.Manual(var address, int prefix, var gateway, var dns) -> {
                section.put("method", new Variant<>("manual"));
                Map<String, Variant<?>> entry = Map.of(
                        "address", new Variant<>(address.getHostAddress()),
                        "prefix", new Variant<>(new UInt32(prefix)));
                var entries = new ArrayList<Object>(List.of(entry));
                entries.addAll(further);
                section.put("address-data", new Variant<>(entries, "aa{sv}"));
                gateway.ifPresent(router -> section.put("gateway", new Variant<>(router.getHostAddress())));
                if (!dns.isEmpty()) {
                    section.put("dns", servers(dns));
                }
            }
        }
        return section;
    }

    /// One that we cannot express, a mapped address say, reads as off: it stays as it is until somebody sets another.
    private IpSettings byHand(PropertyMap section) {
        try {
            return manual(section).<IpSettings>map(found -> found).orElseGet(IpSettings.Off::new);
        } catch (IllegalArgumentException strange) {
            return new IpSettings.Off();
        }
    }

    private List<?> furtherAddresses(IpSettings settings, Map<String, Variant<?>> before) {
        var entries = new PropertyMap(before).list("address-data");
        boolean stays = read(new PropertyMap(before)) instanceof IpSettings.Manual now
                && settings instanceof IpSettings.Manual next
                && now.address().equals(next.address());
        return stays ? entries.subList(1, entries.size()) : List.of();
    }

    private Optional<IpSettings.Manual> manual(PropertyMap section) {
        return section.list("address-data").stream()
                .map(PropertyMap::of)
                .findFirst()
                .map(entry -> new IpSettings.Manual(
                        InetAddress.ofLiteral(entry.text("address")),
                        (int) entry.number("prefix"),
                        Optional.of(section.text("gateway"))
                                .filter(gateway -> !gateway.isEmpty())
                                .map(InetAddress::ofLiteral),
                        servers(section)));
    }

    private List<InetAddress> servers(PropertyMap section) {
        var servers = new ArrayList<InetAddress>();
        section.list("dns").forEach(entry -> servers.add(server(entry)));
        return servers;
    }

    private static UInt32 number(InetAddress address) {
        long number = 0;
        var bytes = address.getAddress();
        for (int i = bytes.length - 1; i >= 0; i--) {
            number = number << 8 | (bytes[i] & 0xff);
        }
        return new UInt32(number);
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (java.net.UnknownHostException wrongLength) {
            throw new IllegalArgumentException("not an address: " + bytes.length + " bytes", wrongLength);
        }
    }
}
