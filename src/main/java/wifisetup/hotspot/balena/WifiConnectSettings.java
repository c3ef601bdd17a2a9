package wifisetup.hotspot.balena;

import java.net.Inet4Address;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// What a maker decides about wifi-connect. The name and the passphrase of the hotspot come with each session.
///
/// @param command the program: a name to be looked for, or a path
/// @param adapter the Wi-Fi interface, if not the first one
/// @param gateway the device's address on the hotspot, in a network of 24 bits
/// @param port where the page is served, 1 to 65535
/// @param activityTimeout after how long the program ends when nobody has opened the page; zero is never
/// @param pages the directory of the page, if not the program's own; counts only where the program is started as
///     root
/// @param state a directory that outlives this program: what runs is remembered there
/// @param runtime a directory of this user's alone, into which the settings for the unit are written; the unit
///     names
///     the same one
public record WifiConnectSettings(
        String command,
        Optional<String> adapter,
        Inet4Address gateway,
        int port,
        Duration activityTimeout,
        Optional<Path> pages,
        Path state,
        Path runtime) {
    /// The program's own name.
    public static final String DEFAULT_COMMAND = "wifi-connect";

    /// The program's own default.
    public static final Inet4Address DEFAULT_GATEWAY = Inet4Address.ofLiteral("192.168.42.1");

    /// The program's own default; with another one, phones do not find the page by themselves.
    public static final int DEFAULT_PORT = 80;

    /// Where systemd makes a directory for the kiosk's unit (`RuntimeDirectory=`).
    public static final Path DEFAULT_RUNTIME = Path.of("/run/wifi-setup-kiosk");

    private static final int HIGHEST_PORT = 65_535;

    /// Checks the port and the time.
    public WifiConnectSettings {
        if (port < 1 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("a port is 1 to 65535, found " + port);
        }
        if (activityTimeout.isNegative()) {
            throw new IllegalArgumentException("a time-out is not negative, found " + activityTimeout);
        }
    }

    /// The program's own defaults.
    public static WifiConnectSettings with(Path state) {
        return new WifiConnectSettings(
                DEFAULT_COMMAND,
                Optional.empty(),
                DEFAULT_GATEWAY,
                DEFAULT_PORT,
                Duration.ZERO,
                Optional.empty(),
                state,
                DEFAULT_RUNTIME);
    }

    /// Where the page is.
    URI page() {
        String host = gateway.getHostAddress();
        return URI.create("http://" + host + (port == DEFAULT_PORT ? "/" : ":" + port + "/"));
    }
}
