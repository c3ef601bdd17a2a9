package wifisetup;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import wifisetup.platform.ConnectorConfiguration;
import wifisetup.platform.Limits;
import wifisetup.platform.LogSettings;
import wifisetup.platform.TlsFiles;
import wifisetup.secret.Secret;

/// What a maker decides about the platform to which the device reports, checked.
///
/// @param connector where it is, and who we are there; none: the device reports to nobody
/// @param outbox how many events wait while it is out of reach; beyond that the oldest are dropped
record PlatformSettings(Optional<ConnectorConfiguration> connector, int outbox) {
    /// How the platform is reached.
    enum Way {
        /// Not at all.
        OFF,
        /// One server, over WebSocket.
        WEBSOCKET,
        /// A broker, over MQTT 5.
        MQTT
    }

    private static final int DEFAULT_OUTBOX = 10_000;
    private static final int LARGEST_OUTBOX = 1_000_000;
    private static final int HIGHEST_PORT = 65_535;

    // Registered ports: HTTPS and HTTP (RFC 9110, 4.2), and MQTT with and without TLS (IANA, 8883 and 1883).
    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final int SECURE_MQTT = 8883;
    private static final int MQTT = 1883;

    static PlatformSettings of(SettingsReader reader) throws SettingsException {
        var way = reader.choice("platform", Way.class, Way.OFF);
        var host = reader.read("platform.host", PlatformSettings::host);
        boolean encrypted = reader.onOff("platform.encryption", true);
        var configuration = new ConnectorConfiguration(
                way.name().toLowerCase(Locale.ROOT),
                encrypted,
                host.orElse(""),
                reader.read("platform.port", PlatformSettings::port).orElse(defaultPort(way, encrypted)),
                reader.read("platform.user", text -> text).orElse(""),
                reader.read("platform.password", Secret::new).orElse(Secret.EMPTY),
                reader.read("platform.gateway", text -> text),
                new TlsFiles(
                        reader.read("platform.ca", PlatformSettings::file),
                        reader.read("platform.certificate", PlatformSettings::file),
                        reader.read("platform.key", PlatformSettings::file)),
                Limits.DEFAULT,
                LogSettings.DEFAULT);
        int outbox = reader.read("platform.outbox", PlatformSettings::room).orElse(DEFAULT_OUTBOX);
        if (way == Way.OFF) {
            return new PlatformSettings(Optional.empty(), outbox);
        }
        if (host.isEmpty()) {
            throw reader.unfit("platform", "platform.host beside it, found none");
        }
        return new PlatformSettings(Optional.of(configuration), outbox);
    }

    private static int defaultPort(Way way, boolean encrypted) {
        return switch (way) {
            case OFF, WEBSOCKET -> encrypted ? HTTPS : HTTP;
            case MQTT -> encrypted ? SECURE_MQTT : MQTT;
        };
    }

    private static String host(String text) {
        if (text.isBlank() || text.contains("/") || text.contains(" ")) {
            throw new IllegalArgumentException("a host, such as platform.example.org, found " + text);
        }
        return text;
    }

    private static int port(String text) {
        int port = Integer.parseInt(text);
        if (port < 1 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("1 to " + HIGHEST_PORT);
        }
        return port;
    }

    private static int room(String text) {
        int room = Integer.parseInt(text);
        if (room < 1 || room > LARGEST_OUTBOX) {
            throw new IllegalArgumentException("1 to " + LARGEST_OUTBOX + " events");
        }
        return room;
    }

    private static Path file(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a path, found none");
        }
        return Path.of(text).toAbsolutePath();
    }
}
