package wifisetup;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import wifisetup.bus.BusSettings;
import wifisetup.bus.ServiceRole;
import wifisetup.message.FrameCipher;
import wifisetup.network.Country;
import wifisetup.secret.Secret;
import wifisetup.setup.SetupRules;
import wifisetup.ui.DisplayMode;
import wifisetup.ui.PanelSettings;
import wifisetup.ui.PanelSettings.Density;

/// Everything that a maker can decide, checked.
///
/// @param display where the screen is drawn
/// @param panel how the screen looks
/// @param backend whoever runs the radio
/// @param nmcli the words that begin a command line of nmcli, such as `sudo -n nmcli`
/// @param bus the message bus
/// @param registry how the registry of set-up clients behaves beside another one
/// @param network how the network service behaves beside another one
/// @param hotspot how a phone can set the device up
/// @param remote how the set-up with a phone behaves beside another one
/// @param lan how the device is found and managed on its network
/// @param platform to whom the device reports
/// @param touch whether a person can touch the screen, or type
/// @param autoSetup whether a set-up may begin by itself
/// @param grace how long saved networks may take to connect
/// @param country by whose rules the radio works until somebody says another
/// @param state where the program remembers
/// @param logLevel the least severe level that is logged
record Settings(
        DisplayMode display,
        PanelSettings panel,
        Backend backend,
        List<String> nmcli,
        BusSettings bus,
        ServiceRole registry,
        ServiceRole network,
        HotspotSettings hotspot,
        ServiceRole remote,
        LanSettings lan,
        PlatformSettings platform,
        boolean touch,
        boolean autoSetup,
        Duration grace,
        Optional<Country> country,
        Path state,
        LogLevel logLevel) {

    /// Whoever runs the radio.
    enum Backend {
        /// NetworkManager when the system bus has one, else the simulated radio.
        AUTO,
        /// NetworkManager over D-Bus.
        DBUS,
        /// NetworkManager by its command line program.
        NMCLI,
        /// A radio for demos.
        SIMULATED
    }

    /// How much is logged.
    enum LogLevel {
        /// What broke.
        ERROR,
        /// And what may break.
        WARN,
        /// And what happens.
        INFO,
        /// And why.
        DEBUG,
        /// And each step.
        TRACE
    }

    private static final String REGISTRY = "registry";
    private static final String NETWORK = "network";
    private static final String HOTSPOT = "hotspot";
    private static final Set<String> SERVICES = Set.of(REGISTRY, NETWORK, HOTSPOT);

    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{2,3})x([1-9][0-9]{2,3})");

    /// Reads settings from `values`, each key with its text and where that stands.
    ///
    /// @throws SettingsException that names where an unknown key or a bad value stands
    static Settings of(Map<String, Value> values) throws SettingsException {
        var reader = new SettingsReader(values);
        var settings = new Settings(
                reader.choice("display", DisplayMode.class, DisplayMode.AUTO),
                panel(reader),
                reader.choice("backend", Backend.class, Backend.AUTO),
                reader.read("nmcli", Settings::command).orElse(List.of("nmcli")),
                bus(reader),
                role(reader, REGISTRY),
                role(reader, NETWORK),
                HotspotSettings.of(reader),
                role(reader, HOTSPOT),
                LanSettings.of(reader),
                PlatformSettings.of(reader),
                reader.onOff("touch", true),
                reader.onOff("auto-setup", true),
                reader.read("grace", Settings::seconds).orElse(SetupRules.DEFAULT_GRACE),
                reader.read("country", Country::new),
                reader.read("state", Settings::path).orElseGet(StateDirectory::ofThisUser),
                reader.choice("log-level", LogLevel.class, LogLevel.INFO));
        reader.rejectUnknown();
        return settings;
    }

    /// What a setting's text is, and where it stands: a line of a file, or an option.
    record Value(String text, String origin) {
        /// Where it stands, and no more: the text may be a key.
        @Override
        public String toString() {
            return origin;
        }
    }

    private static PanelSettings panel(SettingsReader reader) throws SettingsException {
        return new PanelSettings(
                reader.choice("theme", PanelSettings.Theme.class, PanelSettings.Theme.LIGHT),
                reader.read("panel", Settings::size),
                density(reader),
                reader.read("language", Settings::language).orElse(Locale.ENGLISH),
                reader.read("pictures", Settings::path),
                reader.onOff("reduced-motion", false));
    }

    private static PanelSettings.Size size(String text) {
        var matcher = SIZE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("WIDTHxHEIGHT in pixels, such as 800x480, found " + text);
        }
        return new PanelSettings.Size(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    private static Locale language(String text) {
        try {
            var locale = new Locale.Builder().setLanguageTag(text).build();
            if (!locale.getLanguage().isEmpty()) {
                return locale;
            }
            throw new IllegalArgumentException("a language such as en or pt-BR, found none");
        } catch (IllformedLocaleException illformed) {
            throw new IllegalArgumentException("a language such as en or pt-BR, found " + text, illformed);
        }
    }

    private static Density density(SettingsReader reader) throws SettingsException {
        var dpi = reader.read("panel.dpi", Settings::positive);
        var diagonal = reader.read("panel.diagonal", Settings::positive);
        return dpi.<Density>map(Density.Dpi::new)
                .or(() -> diagonal.map(Density.Diagonal::new))
                .orElse(new Density.Unknown());
    }

    private static BusSettings bus(SettingsReader reader) throws SettingsException {
        var defaults = BusSettings.DEFAULT;
        return new BusSettings(
                reader.read("bus-uri", Settings::webSocket).orElse(defaults.uri()),
                reader.choice("bus", BusSettings.Mode.class, defaults.mode()),
                defaults.maximumFrameBytes(),
                defaults.maximumQueuedFrames(),
                defaults.maximumQueuedBytes(),
                defaults.maximumClients(),
                reader.read("bus.allowed-origins", Settings::words)
                        .map(Set::copyOf)
                        .orElse(defaults.allowedOrigins()),
                reader.read("bus.secret-key", Settings::busKey));
    }

    /// A key that AES does not take is wrong here, where its line is known; the message does not hold it.
    private static Secret busKey(String text) {
        var key = new Secret(text);
        var _ = new FrameCipher(key);
        return key;
    }

    private static ServiceRole role(SettingsReader reader, String service) throws SettingsException {
        return reader.read("services", text -> {
                    var services = words(text);
                    if (!SERVICES.containsAll(services)) {
                        throw new IllegalArgumentException("some of " + String.join(", ", new TreeSet<>(SERVICES)));
                    }
                    return services.contains(service) ? ServiceRole.SERVE : ServiceRole.ABSTAIN;
                })
                .orElse(ServiceRole.AUTO);
    }

    private static List<String> command(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a command, such as sudo -n nmcli");
        }
        return List.of(text.strip().split("\\s+", -1));
    }

    private static Duration seconds(String text) {
        long seconds = Long.parseLong(text);
        if (seconds < 0 || seconds > 3600) {
            throw new IllegalArgumentException("0 to 3600 seconds");
        }
        return Duration.ofSeconds(seconds);
    }

    private static double positive(String text) {
        double number = Double.parseDouble(text);
        if (!(number > 0 && number < 10_000)) {
            throw new IllegalArgumentException("a number above 0");
        }
        return number;
    }

    private static Path path(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a path, found none");
        }
        return Path.of(text).toAbsolutePath();
    }

    private static URI webSocket(String text) {
        try {
            var uri = new URI(text);
            if (!"ws".equals(uri.getScheme()) || uri.getHost() == null || uri.getPort() > HIGHEST_PORT) {
                throw new IllegalArgumentException("an address such as " + BusSettings.DEFAULT_URI);
            }
            return uri;
        } catch (URISyntaxException malformed) {
            throw new IllegalArgumentException("an address such as " + BusSettings.DEFAULT_URI, malformed);
        }
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
