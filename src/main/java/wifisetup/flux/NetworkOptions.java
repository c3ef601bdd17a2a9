package wifisetup.flux;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wifisetup.secret.Secret;

/// Which network a device shall use: `key=value` fields. Any thread.
///
/// @param addressing where its address comes from
/// @param wifi which Wi-Fi, or empty to keep the one it is on
public record NetworkOptions(Addressing addressing, Optional<Wifi> wifi) {
    /// Where a device's address comes from.
    public sealed interface Addressing {}

    /// From the network.
    public record Dhcp() implements Addressing {}

    /// It is told.
    ///
    /// @param address its own
    /// @param prefix how many bits of it name the network
    /// @param gateway where the rest of the world is
    /// @param nameServers who knows names
    public record Static(InetAddress address, int prefix, InetAddress gateway, List<InetAddress> nameServers)
            implements Addressing {
        /// Keeps its own copy of the list.
        public Static {
            nameServers = List.copyOf(nameServers);
        }
    }

    /// A Wi-Fi.
    ///
    /// @param mode whether it is to be joined or to be opened
    /// @param ssid its name
    /// @param hidden whether it does not announce itself
    /// @param security how it is protected
    public record Wifi(Mode mode, String ssid, boolean hidden, Security security) {}

    /// What a device does on a Wi-Fi. The names are those of the wire, in lower case there.
    public enum Mode {
        /// Joins it.
        CLIENT,
        /// Opens it.
        HOST
    }

    /// How a Wi-Fi is protected.
    public sealed interface Security {}

    /// Not at all.
    public record Open() implements Security {}

    /// By WEP.
    ///
    /// @param key the key
    public record Wep(Secret key) implements Security {}

    /// By WPA-PSK.
    ///
    /// @param passphrase the passphrase
    public record Wpa(Secret passphrase) implements Security {}

    /// By WPA2-PSK.
    ///
    /// @param passphrase the passphrase
    public record Wpa2(Secret passphrase) implements Security {}

    /// The fields to send.
    List<String> write() {
        var fields = new ArrayList<String>();
        switch (addressing) {
            case Dhcp _ -> fields.add("method=dhcp");
            case Static it -> {
                fields.add("method=static");
                fields.add("ipaddr=" + it.address().getHostAddress());
                fields.add("mask=" + it.prefix());
                fields.add("route=" + it.gateway().getHostAddress());
                fields.add("ns="
                        + it.nameServers().stream()
                                .map(InetAddress::getHostAddress)
                                .collect(Collectors.joining(",")));
            }
        }
        wifi.ifPresent(it -> {
            fields.add("wifi_mode=" + it.mode().name().toLowerCase(Locale.ROOT));
            fields.add("ssid=" + it.ssid());
            if (it.hidden()) {
                fields.add("scan_ssid=1");
            }
            switch (it.security()) {
                case Open _ -> fields.add("security=None");
                case Wep wep -> {
                    fields.add("security=WEP");
                    fields.add("wepkey=" + wep.key().reveal());
                }
                case Wpa wpa -> {
                    fields.add("security=WPA-PSK");
                    fields.add("psk=" + wpa.passphrase().reveal());
                }
                case Wpa2 wpa -> {
                    fields.add("security=WPA2-PSK");
                    fields.add("psk=" + wpa.passphrase().reveal());
                }
            }
        });
        return fields;
    }

    /// Reads the fields of a client, or is empty if one is missing or has no meaning. Unknown fields mean
    /// nothing.
    static Optional<NetworkOptions> read(List<String> sent) {
        var fields = Rows.pairs(String.join("\0", sent));
        return addressing(fields)
                .flatMap(addressing -> fields.containsKey("ssid")
                        ? wifi(fields).map(wifi -> new NetworkOptions(addressing, Optional.of(wifi)))
                        : Optional.of(new NetworkOptions(addressing, Optional.empty())));
    }

    private static Optional<Addressing> addressing(Map<String, String> fields) {
        return switch (fields.getOrDefault("method", "")) {
            case "dhcp" -> Optional.of(new Dhcp());
            case "static" -> told(fields);
            default -> Optional.empty();
        };
    }

    private static Optional<Addressing> told(Map<String, String> fields) {
        try {
            var address = address(fields.get("ipaddr"));
            int prefix = Integer.parseInt(Objects.requireNonNullElse(fields.get("mask"), ""));
            var gateway = address(fields.get("route"));
            var nameServers = new ArrayList<InetAddress>();
            // The reference client passes on whatever its caller gave as text.
            for (String server :
                    Objects.requireNonNullElse(fields.get("ns"), "").split("[\\s,;]+", -1)) {
                nameServers.add(address(server));
            }
            boolean fits = prefix >= 1 && prefix <= address.getAddress().length * Byte.SIZE;
            return fits ? Optional.of(new Static(address, prefix, gateway, nameServers)) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static InetAddress address(@Nullable String literal) {
        return InetAddress.ofLiteral(Objects.requireNonNullElse(literal, ""));
    }

    private static Optional<Wifi> wifi(Map<String, String> fields) {
        var mode = switch (fields.getOrDefault("wifi_mode", "client")) {
            case "client" -> Optional.of(Mode.CLIENT);
            case "host" -> Optional.of(Mode.HOST);
            default -> Optional.<Mode>empty();
        };
        String ssid = fields.getOrDefault("ssid", "");
        if (mode.isEmpty() || ssid.isEmpty()) {
            return Optional.empty();
        }
        boolean hidden = "1".equals(fields.get("scan_ssid"));
        return security(fields).map(security -> new Wifi(mode.get(), ssid, hidden, security));
    }

    private static Optional<Security> security(Map<String, String> fields) {
        return switch (fields.getOrDefault("security", "None")) {
            case "None" -> Optional.of(new Open());
            case "WEP" -> secret(fields, "wepkey").map(Wep::new);
            case "WPA-PSK" -> secret(fields, "psk").map(Wpa::new);
            case "WPA2-PSK" -> secret(fields, "psk").map(Wpa2::new);
            default -> Optional.empty();
        };
    }

    private static Optional<Secret> secret(Map<String, String> fields, String key) {
        return Optional.ofNullable(fields.get(key))
                .filter(text -> !text.isEmpty())
                .map(Secret::new);
    }
}
