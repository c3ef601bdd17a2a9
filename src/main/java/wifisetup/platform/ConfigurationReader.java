package wifisetup.platform;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import wifisetup.platform.IniFile.Entry;
import wifisetup.platform.IniFile.Place;
import wifisetup.secret.Secret;

/// Makes a checked configuration of the text of a file. Each complaint names file, line and key, and never a
/// value that may be secret.
final class ConfigurationReader {
    static final String CONNECTOR = "CONNECTOR";
    static final String LOGGER = "LOGGER";
    static final Place GATEWAY = new Place(CONNECTOR, "gid");

    private static final int HIGHEST_PORT = 65_535;
    private static final int LONGEST_SECONDS = 24 * 60 * 60;

    private final IniFile file;
    private final Path directory;
    private final Set<String> transports;
    private final Set<Place> known = new HashSet<>();

    /// @param directory from where relative paths go
    /// @param transports the words that `transport` may be
    ConfigurationReader(IniFile file, Path directory, Set<String> transports) {
        this.file = file;
        this.directory = directory;
        this.transports = transports;
    }

    ConnectorConfiguration read() throws ConfigurationException {
        var host = read("host", Function.identity());
        var port = read("port", text -> number(text, 1, HIGHEST_PORT));
        var transport = read("transport", this::transport).orElse("websocket");
        boolean encrypted = read("encryption", ConfigurationReader::yesNo).orElse(false);
        var user = read("user", Function.identity()).orElse("");
        var password = read("password", Secret::new).orElse(Secret.EMPTY);
        var gateway = read("gid", Function.identity());
        var tls =
                new TlsFiles(read("ca", this::path), read("certificate", this::path), read("private_key", this::path));
        var limits = limits();
        var log = log();
        // Before what is missing: a key that is there under a wrong name is both.
        rejectUnknown();
        return new ConnectorConfiguration(
                transport,
                encrypted,
                required("host", host),
                required("port", port),
                user,
                password,
                gateway,
                tls,
                limits,
                log);
    }

    private Limits limits() throws ConfigurationException {
        var usual = Limits.DEFAULT;
        return new Limits(
                read("timeout", ConfigurationReader::seconds).orElse(usual.call()),
                read("handshake_timeout", ConfigurationReader::seconds).orElse(usual.handshake()),
                read("ping_after", ConfigurationReader::seconds).orElse(usual.silence()),
                read("pong_timeout", ConfigurationReader::seconds).orElse(usual.pong()),
                read("retry_delay", ConfigurationReader::seconds).orElse(usual.retry()),
                read("retry_growth", text -> number(text, 1, 1000)).orElse(usual.mostRetries()),
                read("refused_delay_max", ConfigurationReader::seconds).orElse(usual.longestRefusal()),
                read("jitter", text -> number(text, 0, 100) / 100.0).orElse(usual.jitter()));
    }

    private LogSettings log() throws ConfigurationException {
        var usual = LogSettings.DEFAULT;
        return new LogSettings(
                read(LOGGER, "level", ConfigurationReader::level).orElse(usual.level()),
                read(LOGGER, "rotating_log", ConfigurationReader::yesNo).orElse(usual.rotating()),
                read(LOGGER, "rotating_log_backup_count", text -> number(text, 0, 10_000))
                        .orElse(usual.backups()));
    }

    private <T> T required(String key, Optional<T> value) throws ConfigurationException {
        if (value.isEmpty()) {
            var entry = file.entries().get(new Place(CONNECTOR, key));
            throw new ConfigurationException(file.name() + (entry == null ? "" : ":" + entry.line()) + ": " + key
                    + ": expected a value, found none");
        }
        return value.get();
    }

    private <T> Optional<T> read(String key, Function<String, T> parse) throws ConfigurationException {
        return read(CONNECTOR, key, parse);
    }

    /// What stands there, if anything does: a key with nothing behind it counts as left out.
    private <T> Optional<T> read(String section, String key, Function<String, T> parse) throws ConfigurationException {
        var place = new Place(section, key);
        known.add(place);
        Entry entry = file.entries().get(place);
        if (entry == null || entry.value().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse.apply(entry.value()));
        } catch (IllegalArgumentException bad) {
            throw new ConfigurationException(
                    file.name() + ":" + entry.line() + ": " + key + ": expected " + bad.getMessage(), bad);
        }
    }

    private void rejectUnknown() throws ConfigurationException {
        for (Map.Entry<Place, Entry> entry : file.entries().entrySet()) {
            var place = entry.getKey();
            if (!known.contains(place)) {
                throw new ConfigurationException(
                        file.name() + ":" + entry.getValue().line() + ": ["
                                + place.section() + "] " + place.key() + ": there is no such key; known are "
                                + keys(place.section()));
            }
        }
    }

    private String keys(String section) {
        var keys = known.stream()
                .filter(place -> place.section().equals(section))
                .map(Place::key)
                .sorted()
                .collect(Collectors.joining(", "));
        return keys.isEmpty() ? "the sections CONNECTOR and LOGGER" : keys;
    }

    private String transport(String text) {
        if (!transports.contains(text)) {
            throw new IllegalArgumentException("one of " + String.join(", ", sorted(transports)) + ", found " + text);
        }
        return text;
    }

    private Path path(String text) {
        return directory.resolve(text);
    }

    private static List<String> sorted(Set<String> words) {
        var list = new ArrayList<>(words);
        list.sort(null);
        return list;
    }

    private static boolean yesNo(String text) {
        return switch (text) {
            case "yes" -> true;
            case "no" -> false;
            case String other -> throw new IllegalArgumentException("yes or no, found " + other);
        };
    }

    private static LogSettings.Level level(String text) {
        return switch (text) {
            case "debug" -> LogSettings.Level.DEBUG;
            case "info" -> LogSettings.Level.INFO;
            case "warning" -> LogSettings.Level.WARNING;
            case "error" -> LogSettings.Level.ERROR;
            case "critical" -> LogSettings.Level.CRITICAL;
            case String other ->
                throw new IllegalArgumentException("debug, info, warning, error or critical, found " + other);
        };
    }

    private static Duration seconds(String text) {
        return Duration.ofSeconds(number(text, 1, LONGEST_SECONDS));
    }

    private static int number(String text, int least, int most) {
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Said below.
        }
        throw new IllegalArgumentException("a number from " + least + " to " + most + ", found " + text);
    }
}
