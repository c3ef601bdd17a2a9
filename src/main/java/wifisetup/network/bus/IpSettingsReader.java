package wifisetup.network.bus;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;
import wifisetup.network.IpSettings;
import wifisetup.network.named.SettingsChange.Addresses;

/// Reads where a device gets its address from: `"auto"`, `"off"`, or an object of `address` (with its prefix,
/// `192.0.2.7/24`, or `auto`), `gateway` and `dns` (a list). Without an address only the name servers change.
final class IpSettingsReader {
    private static final String AUTOMATIC = "auto";

    private static final Map<String, Addresses> WORDS =
            Map.of(AUTOMATIC, new Addresses.To(IpSettings.AUTOMATIC), "off", new Addresses.To(new IpSettings.Off()));

    private IpSettingsReader() {}

    /// Which of the two.
    enum Family {
        /// 32 bits.
        IPV4,
        /// 128 bits.
        IPV6
    }

    static Optional<Addresses> read(Fields fields, String name, Family family) throws UnfitField {
        var value = fields.find(name);
        if (value.isPresent() && value.get() instanceof ObjectNode object) {
            return Optional.of(read(new Fields(object, name + "."), family));
        }
        return fields.word(name, WORDS);
    }

    private static Addresses read(Fields fields, Family family) throws UnfitField {
        var dns = new ArrayList<InetAddress>();
        for (String server : fields.texts("dns")) {
            dns.add(literal(fields, "dns", server, family));
        }
        var address = fields.text("address");
        var gateway = fields.text("gateway");
        boolean automatic = address.filter(AUTOMATIC::equals).isPresent();
        if (address.isEmpty() || automatic) {
            if (gateway.isPresent()) {
                throw fields.unfit("address", automatic ? "expected one beside a gateway" : "missing");
            }
            return automatic ? new Addresses.To(new IpSettings.Automatic(dns)) : new Addresses.NameServers(dns);
        }
        var router = gateway.isPresent()
                ? Optional.of(literal(fields, "gateway", gateway.get(), family))
                : Optional.<InetAddress>empty();
        return new Addresses.To(manual(fields, address.get(), router, dns, family));
    }

    private static IpSettings manual(
            Fields fields, String text, Optional<InetAddress> gateway, List<InetAddress> dns, Family family)
            throws UnfitField {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw fields.unfit("address", "expected an address with its prefix, such as 192.0.2.7/24");
        }
        var address = literal(fields, "address", text.substring(0, slash), family);
        try {
            return new IpSettings.Manual(address, Integer.parseInt(text.substring(slash + 1)), gateway, dns);
        } catch (IllegalArgumentException unfit) {
            throw fields.unfit("address", "expected a prefix of the address's length at most");
        }
    }

    /// An address as it is written; a name would have to be looked up.
    private static InetAddress literal(Fields fields, String name, String text, Family family) throws UnfitField {
        try {
            var address = InetAddress.ofLiteral(text);
            boolean fits = switch (family) {
                // Not 10.1 for 10.0.0.1, which is allowed and nearly always a slip.
                case IPV4 ->
                    address instanceof Inet4Address && address.getHostAddress().equals(text);
                case IPV6 -> address instanceof Inet6Address;
            };
            if (fits) {
                return address;
            }
        } catch (IllegalArgumentException unfit) {
            throw fields.unfit(name, "expected an address of " + family);
        }
        throw fields.unfit(name, "expected an address of " + family);
    }
}
