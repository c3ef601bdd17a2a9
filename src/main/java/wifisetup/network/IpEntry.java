package wifisetup.network;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A device's address on a network as somebody types it, for one of IPv4 and IPv6: texts, right or wrong. Blanks
/// around a text do not count.
///
/// @param address the device's own
/// @param prefix the network's part of it in bits; for IPv4 also as a mask, such as `255.255.255.0`
/// @param gateway the router's address; blank: there is none
/// @param dns name servers, with commas or blanks between them; blank: the network's, or none
public record IpEntry(Family family, Mode mode, String address, String prefix, String gateway, String dns) {
    private static final String OCTET = "(0|[1-9][0-9]{0,2})";
    private static final Pattern DOTTED = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    private static final Pattern COLONS = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");
    private static final Pattern SEPARATOR = Pattern.compile("[,;\\s]+");

    /// A version of the internet protocol.
    public enum Family {
        /// 32 bits (RFC 791).
        IPV4(32, "24"),
        /// 128 bits (RFC 8200).
        IPV6(128, "64");

        private final int bits;
        private final String usualPrefix;

        Family(int bits, String usualPrefix) {
            this.bits = bits;
            this.usualPrefix = usualPrefix;
        }
    }

    /// Where the address comes from.
    public enum Mode {
        /// The network: of the texts the name servers alone count.
        AUTOMATIC,
        /// The texts.
        MANUAL,
        /// Nowhere: there shall be none.
        OFF
    }

    /// What is wrong, the first thing from top to bottom.
    public enum Flaw {
        /// The address is none of that family.
        ADDRESS,
        /// No single device has that address: it names the network, everybody on it, or this program's own machine.
        NO_DEVICE,
        /// The prefix or mask is none.
        PREFIX,
        /// The router's address is none of that family.
        GATEWAY,
        /// The router cannot be reached from that address: it is outside the network.
        GATEWAY_OUTSIDE,
        /// The router has the device's own address.
        GATEWAY_ITSELF,
        /// A name server's address is none of that family.
        DNS
    }

    /// What somebody would have typed to get these settings.
    public static IpEntry of(Family family, IpSettings settings) {
        return switch (settings) {
            case IpSettings.Automatic(var dns) ->
                new IpEntry(family, Mode.AUTOMATIC, "", family.usualPrefix, "", text(dns));
            case IpSettings.Manual(var address, int prefix, var gateway, var dns) ->
                new IpEntry(
                        family,
                        Mode.MANUAL,
                        address.getHostAddress(),
                        String.valueOf(prefix),
                        gateway.map(InetAddress::getHostAddress).orElse(""),
                        text(dns));
            case IpSettings.Off _ -> new IpEntry(family, Mode.OFF, "", family.usualPrefix, "", "");
        };
    }

    /// This, by hand.
    public IpEntry byHand() {
        return new IpEntry(family, Mode.MANUAL, address, prefix, gateway, dns);
    }

    /// What is wrong with it, if anything is.
    public Optional<Flaw> flaw() {
        return switch (mode) {
            case AUTOMATIC -> servers().isEmpty() ? Optional.of(Flaw.DNS) : Optional.empty();
            case MANUAL -> manualFlaw();
            case OFF -> Optional.empty();
        };
    }

    /// What it means.
    ///
    /// @throws IllegalStateException if it has a [#flaw()]
    public IpSettings settings() {
        if (flaw().isPresent()) {
            throw new IllegalStateException("these are no settings: " + flaw().get());
        }
        return switch (mode) {
            case AUTOMATIC -> new IpSettings.Automatic(servers().orElseThrow());
            case MANUAL ->
                new IpSettings.Manual(
                        parse(address).orElseThrow(),
                        bits().orElseThrow(),
                        gateway.isBlank() ? Optional.empty() : parse(gateway),
                        servers().orElseThrow());
            case OFF -> new IpSettings.Off();
        };
    }

    private Optional<Flaw> manualFlaw() {
        var own = parse(address);
        if (own.isEmpty()) {
            return Optional.of(Flaw.ADDRESS);
        }
        var bits = bits();
        if (bits.isEmpty()) {
            return Optional.of(Flaw.PREFIX);
        }
        if (!isDevice(own.get(), bits.get())) {
            return Optional.of(Flaw.NO_DEVICE);
        }
        return gatewayFlaw(own.get(), bits.get())
                .or(() -> servers().isEmpty() ? Optional.of(Flaw.DNS) : Optional.empty());
    }

    private Optional<Flaw> gatewayFlaw(InetAddress own, int bits) {
        if (gateway.isBlank()) {
            return Optional.empty();
        }
        var router = parse(gateway);
        if (router.isEmpty()) {
            return Optional.of(Flaw.GATEWAY);
        }
        if (router.get().equals(own)) {
            return Optional.of(Flaw.GATEWAY_ITSELF);
        }
        // An IPv6 router is usually known by its link-local address (RFC 4861, 4.2), whatever the prefix.
        boolean reachable =
                router.get().isLinkLocalAddress() || head(router.get(), bits).equals(head(own, bits));
        return reachable ? Optional.empty() : Optional.of(Flaw.GATEWAY_OUTSIDE);
    }

    private Optional<Integer> bits() {
        String text = prefix.strip();
        if (family == Family.IPV4 && DOTTED.matcher(text).matches()) {
            return parse(text).flatMap(IpEntry::bitsOfMask);
        }
        return NUMBER.matcher(text).matches()
                ? Optional.of(Integer.valueOf(text)).filter(bits -> bits >= 1 && bits <= family.bits)
                : Optional.empty();
    }

    private static Optional<Integer> bitsOfMask(InetAddress mask) {
        String digits = digits(mask);
        int ones = digits.indexOf('0') < 0 ? digits.length() : digits.indexOf('0');
        return ones == 0 || digits.indexOf('1', ones) >= 0 ? Optional.empty() : Optional.of(ones);
    }

    private boolean isDevice(InetAddress own, int bits) {
        if (own.isAnyLocalAddress() || own.isLoopbackAddress() || own.isMulticastAddress()) {
            return false;
        }
        if (family == Family.IPV6) {
            return true;
        }
        int first = Byte.toUnsignedInt(own.getAddress()[0]);
        String host = digits(own).substring(bits);
        // Two addresses need no network and broadcast address (RFC 3021).
        boolean shared = host.length() > 1 && (host.indexOf('1') < 0 || host.indexOf('0') < 0);
        // 0/8 is "this network", 240/4 is reserved (RFC 6890).
        return first != 0 && first < 240 && !shared;
    }

    private Optional<List<InetAddress>> servers() {
        var parsed = SEPARATOR
                .splitAsStream(dns.strip())
                .filter(text -> !text.isEmpty())
                .map(this::parse)
                .toList();
        return parsed.stream().allMatch(Optional::isPresent)
                ? Optional.of(parsed.stream().map(Optional::orElseThrow).toList())
                : Optional.empty();
    }

    /// The address that a text is; no name is ever looked up.
    private Optional<InetAddress> parse(String text) {
        String literal = text.strip();
        try {
            return switch (family) {
                case IPV4 ->
                    DOTTED.matcher(literal).matches() ? Optional.of(Inet4Address.ofLiteral(literal)) : Optional.empty();
                case IPV6 ->
                    COLONS.matcher(literal).matches()
                            // A mapped IPv4 address comes back as one.
                            ? Optional.of(Inet6Address.ofLiteral(literal)).filter(Inet6Address.class::isInstance)
                            : Optional.empty();
            };
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    private static String head(InetAddress address, int bits) {
        return digits(address).substring(0, bits);
    }

    /// The address in binary digits.
    private static String digits(InetAddress address) {
        var digits = new StringBuilder();
        for (byte octet : address.getAddress()) {
            digits.append(
                    Integer.toBinaryString(Byte.toUnsignedInt(octet) | 0x100).substring(1));
        }
        return digits.toString();
    }

    private static String text(List<InetAddress> servers) {
        return servers.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(", "));
    }
}
