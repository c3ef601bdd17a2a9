package wifisetup.network.nmcli;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wifisetup.network.IpSettings;
import wifisetup.network.MacAddressPolicy;
import wifisetup.network.Metered;
import wifisetup.network.NetworkSettings;

/// What a person may decide about a network, in nmcli's words (nm-settings-nmcli(5)): as properties that it prints, and
/// as arguments that it takes.
final class SettingsWords {
    /// The properties that [#read] reads.
    static final List<String> PROPERTIES = List.of(
            "connection.autoconnect",
            "connection.autoconnect-priority",
            "connection.metered",
            "802-11-wireless.cloned-mac-address",
            "ipv4.method",
            "ipv4.addresses",
            "ipv4.gateway",
            "ipv4.dns",
            "ipv6.method",
            "ipv6.addresses",
            "ipv6.gateway",
            "ipv6.dns");

    private static final String SEPARATORS = "[,;\\s]+";

    private SettingsWords() {}

    /// The settings that these properties say.
    static NetworkSettings read(Map<String, String> properties) {
        return new NetworkSettings(
                !text(properties, "connection.autoconnect").equals("no"),
                priority(text(properties, "connection.autoconnect-priority")),
                addresses(properties, "ipv4"),
                addresses(properties, "ipv6"),
                switch (text(properties, "connection.metered")) {
                    case "yes" -> Metered.YES;
                    case "no" -> Metered.NO;
                    default -> Metered.AUTOMATIC;
                },
                switch (text(properties, "802-11-wireless.cloned-mac-address")) {
                    case "permanent" -> MacAddressPolicy.PERMANENT;
                    case "stable", "stable-ssid" -> MacAddressPolicy.STABLE;
                    case "random" -> MacAddressPolicy.RANDOM;
                    default -> MacAddressPolicy.SYSTEM;
                });
    }

    /// The arguments that lead from `now` to `wanted`; what is the same stays out, so that what we have no word for
    /// survives.
    static List<String> changes(NetworkSettings now, NetworkSettings wanted) {
        var words = new ArrayList<String>();
        if (now.autoconnect() != wanted.autoconnect()) {
            words.addAll(autoconnect(wanted.autoconnect()));
        }
        if (now.priority() != wanted.priority()) {
            words.addAll(List.of("connection.autoconnect-priority", Integer.toString(wanted.priority())));
        }
        if (now.metered() != wanted.metered()) {
            words.addAll(List.of(
                    "connection.metered",
                    switch (wanted.metered()) {
                        case AUTOMATIC -> "unknown";
                        case YES -> "yes";
                        case NO -> "no";
                    }));
        }
        if (now.macAddress() != wanted.macAddress()) {
            words.addAll(List.of(
                    "802-11-wireless.cloned-mac-address",
                    switch (wanted.macAddress()) {
                        case SYSTEM -> "";
                        case PERMANENT -> "permanent";
                        case STABLE -> "stable";
                        case RANDOM -> "random";
                    }));
        }
        if (!now.ipv4().equals(wanted.ipv4())) {
            words.addAll(addresses("ipv4", wanted.ipv4()));
        }
        if (!now.ipv6().equals(wanted.ipv6())) {
            words.addAll(addresses("ipv6", wanted.ipv6()));
        }
        return List.copyOf(words);
    }

    /// The arguments that let a profile connect by itself, or not.
    static List<String> autoconnect(boolean yes) {
        return List.of("connection.autoconnect", yes ? "yes" : "no");
    }

    /// Everything of the section is said, so that nothing is left of what it said before.
    private static List<String> addresses(String section, IpSettings wanted) {
        String address = "";
        String gateway = "";
        List<InetAddress> dns = List.of();
        boolean alone = false;
        String method;
        switch (wanted) {
            case IpSettings.Off _ -> method = "disabled";
            case IpSettings.Automatic(var servers) -> {
                method = "auto";
                dns = servers;
                alone = !servers.isEmpty();
            }
            case IpSettings.Manual(var own, int prefix, var router, var servers) -> {
                method = "manual";
                address = own.getHostAddress() + "/" + prefix;
                gateway = router.map(InetAddress::getHostAddress).orElse("");
                dns = servers;
            }
        }
        return List.of(
                section + ".method",
                method,
                section + ".addresses",
                address,
                section + ".gateway",
                gateway,
                section + ".routes",
                "",
                section + ".dns",
                dns.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(" ")),
                section + ".ignore-auto-dns",
                alone ? "yes" : "no");
    }

    /// A method of which we have no word reads as off.
    private static IpSettings addresses(Map<String, String> properties, String section) {
        return switch (text(properties, section + ".method")) {
            case "", "auto", "dhcp" -> new IpSettings.Automatic(servers(properties, section));
            case "manual" -> manual(properties, section);
            default -> new IpSettings.Off();
        };
    }

    private static IpSettings manual(Map<String, String> properties, String section) {
        var first = entries(properties, section + ".addresses").findFirst().orElse("");
        int slash = first.indexOf('/');
        var address = slash < 0 ? Optional.<InetAddress>empty() : literal(first.substring(0, slash));
        return address.<IpSettings>map(own -> new IpSettings.Manual(
                        own,
                        Integer.parseInt(first.substring(slash + 1)),
                        literal(text(properties, section + ".gateway")),
                        servers(properties, section)))
                .orElseGet(IpSettings.Off::new);
    }

    private static List<InetAddress> servers(Map<String, String> properties, String section) {
        return entries(properties, section + ".dns")
                // A server may be followed by its name, for DNS over TLS.
                .map(entry -> entry.replaceFirst("#.*", ""))
                .flatMap(entry -> literal(entry).stream())
                .toList();
    }

    private static Stream<String> entries(Map<String, String> properties, String property) {
        return Arrays.stream(text(properties, property).split(SEPARATORS, -1)).filter(entry -> !entry.isEmpty());
    }

    private static Optional<InetAddress> literal(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    private static int priority(String text) {
        return text.isEmpty()
                ? 0
                : Math.clamp(Integer.parseInt(text), -NetworkSettings.MAX_PRIORITY, NetworkSettings.MAX_PRIORITY);
    }

    private static String text(Map<String, String> properties, String property) {
        return properties.getOrDefault(property, "");
    }
}
