package wifisetup;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import wifisetup.hotspot.AccessRules;
import wifisetup.hotspot.portal.DnsmasqDropIn;
import wifisetup.hotspot.portal.PortalRules;
import wifisetup.hotspot.portal.PortalSettings;
import wifisetup.network.PassphraseFlaw;
import wifisetup.network.Security;
import wifisetup.network.Ssid;
import wifisetup.secret.Secret;

/// What a maker decides about the hotspot, checked.
///
/// @param kind whoever runs it
/// @param access the way into it
/// @param timeout how long nobody comes until it ends; zero for never
/// @param gateway the device's address on it
/// @param port at which phones open the page
/// @param listen what the page's server binds, when that is not `gateway` and `port`
/// @param names the file by which names are redirected
/// @param announced whether the page's address is told by DHCP
/// @param voice whether the device says aloud what to do
record HotspotSettings(
        Kind kind,
        AccessRules access,
        Duration timeout,
        Inet4Address gateway,
        int port,
        Optional<InetSocketAddress> listen,
        Path names,
        boolean announced,
        Voice voice) {
    /// Whoever runs the hotspot.
    enum Kind {
        /// wifi-connect where it is installed and can be run, else the own portal.
        AUTO,
        /// Balena's wifi-connect.
        BALENA,
        /// Our own page on an access point of NetworkManager.
        PORTAL,
        /// Nobody: set-up with a phone is not offered.
        OFF
    }

    /// Whether the device says aloud what to do.
    enum Voice {
        /// Without a screen.
        AUTO,
        /// Always.
        ON,
        /// Never.
        OFF
    }

    private static final int HTTP_PORT = 80;
    private static final int HIGHEST_PORT = 65_535;
    private static final int LONGEST_TIMEOUT_MINUTES = 24 * 60;
    private static final Path MACHINE_ID = Path.of("/etc/machine-id");

    static HotspotSettings of(SettingsReader reader) throws SettingsException {
        return new HotspotSettings(
                reader.choice("hotspot", Kind.class, Kind.AUTO),
                new AccessRules(
                        reader.read("hotspot.ssid", HotspotSettings::ssid)
                                .orElseGet(() -> Ssid.of("WiFi Setup " + nameOfThisMachine())),
                        reader.read("hotspot.passphrase", HotspotSettings::passphrase)
                                .orElseGet(AccessRules.Passphrase.Fresh::new),
                        reader.onOff("hotspot.code", false)),
                reader.read("hotspot.timeout", HotspotSettings::minutes).orElse(PortalRules.DEFAULT.timeout()),
                reader.read("hotspot.address", HotspotSettings::address)
                        .orElseGet(() -> Inet4Address.ofLiteral(PortalSettings.DEFAULT_GATEWAY)),
                reader.read("hotspot.port", HotspotSettings::port).orElse(HTTP_PORT),
                reader.read("hotspot.listen", HotspotSettings::socket),
                reader.read("hotspot.names", Path::of).orElse(DnsmasqDropIn.DEFAULT),
                reader.onOff("hotspot.dhcp-114", false),
                reader.choice("voice", Voice.class, Voice.AUTO));
    }

    /// What a phone opens.
    URI page() {
        return URI.create("http://" + gateway.getHostAddress() + (port == HTTP_PORT ? "" : ":" + port) + "/");
    }

    /// What the page's server binds.
    InetSocketAddress bound() {
        return listen.orElseGet(() -> new InetSocketAddress(gateway, port));
    }

    private static Ssid ssid(String text) {
        if (!Ssid.fits(text)) {
            throw new IllegalArgumentException("a name of 1 to " + Ssid.MAX_LENGTH + " bytes");
        }
        return Ssid.of(text);
    }

    /// The message does not hold the text.
    private static AccessRules.Passphrase passphrase(String text) {
        return switch (text) {
            case "random" -> new AccessRules.Passphrase.Fresh();
            case "none" -> new AccessRules.Passphrase.None();
            case String fixed -> {
                var secret = new Secret(fixed);
                if (fixed.length() > 63
                        || PassphraseFlaw.of(Security.WPA2, secret).isPresent()) {
                    throw new IllegalArgumentException("random, none, or 8 to 63 characters");
                }
                yield new AccessRules.Passphrase.Fixed(secret);
            }
        };
    }

    private static Duration minutes(String text) {
        int minutes = Integer.parseInt(text);
        if (minutes < 0 || minutes > LONGEST_TIMEOUT_MINUTES) {
            throw new IllegalArgumentException("0 (never) to " + LONGEST_TIMEOUT_MINUTES + " minutes");
        }
        return Duration.ofMinutes(minutes);
    }

    /// A private address (RFC 1918, section 3): any other one may be somebody's on the internet, or nobody's.
    private static Inet4Address address(String text) {
        String expected = "a private IPv4 address, such as 192.168.42.1, found " + text;
        try {
            var address = Inet4Address.ofLiteral(text);
            if (!address.isSiteLocalAddress()) {
                throw new IllegalArgumentException(expected);
            }
            return address;
        } catch (IllegalArgumentException noAddress) {
            throw new IllegalArgumentException(expected, noAddress);
        }
    }

    private static int port(String text) {
        int port = Integer.parseInt(text);
        if (port < 1 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("1 to " + HIGHEST_PORT);
        }
        return port;
    }

    private static InetSocketAddress socket(String text) {
        int colon = text.lastIndexOf(':');
        String expected = "an address and a port, such as 192.168.42.1:8080, found " + text;
        if (colon < 1) {
            throw new IllegalArgumentException(expected);
        }
        int port = port(text.substring(colon + 1));
        try {
            return new InetSocketAddress(InetAddress.ofLiteral(text.substring(0, colon)), port);
        } catch (IllegalArgumentException noAddress) {
            throw new IllegalArgumentException(expected, noAddress);
        }
    }

    /// Four digits that tell this device from its like and say nothing about it (machine-id(5) is confidential).
    private static String nameOfThisMachine() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update("wifi-setup-kiosk hotspot".getBytes(StandardCharsets.UTF_8));
            byte[] sum = digest.digest(Files.readAllBytes(MACHINE_ID));
            return HexFormat.of().formatHex(sum, 0, 2).toUpperCase(Locale.ROOT);
        } catch (IOException | NoSuchAlgorithmException nameless) {
            return "Kiosk";
        }
    }
}
