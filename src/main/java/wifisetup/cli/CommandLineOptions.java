package wifisetup.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import wifisetup.lan.WifiSecurity;
import wifisetup.network.Eap;
import wifisetup.network.MacAddressPolicy;
import wifisetup.network.Security;

/// The options of `wifi-setup-kiosk`. Each has the name of a key in the configuration file and wins over it;
/// the values are checked where the file's are.
@Command(
        name = "wifi-setup-kiosk",
        description = "First-boot network set-up on a touch panel.",
        sortOptions = false,
        subcommands = {
            NetworkArguments.class,
            LanArguments.Discover.class,
            LanArguments.Manage.class,
            DeviceArguments.class,
            PlatformArguments.class
        },
        versionProvider = CommandLineOptions.Version.class,
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0    it ended as asked",
            "  1    it could not start, or broke",
            "  2    a wrong option or configuration key",
            "  3    the machine lacks something that it needs: a font, a library, a display",
            "  143  ended by SIGTERM, cleanly"
        })
public final class CommandLineOptions {
    @Option(
            names = "--display",
            paramLabel = "MODE",
            description = "auto, desktop, monocle, vnc, headless or none (services without a screen)")
    private @Nullable String display;

    @Option(names = "--panel", paramLabel = "WxH", description = "the panel's size in pixels, such as 800x480")
    private @Nullable String panel;

    @Option(names = "--pictures", paramLabel = "DIR", description = "write a PNG of each screen there when it changes")
    private @Nullable String pictures;

    @Option(
            names = "--backend",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "auto, dbus, nmcli or simulated")
    private @Nullable String backend;

    @Option(
            names = "--hotspot",
            paramLabel = "KIND",
            description = "who serves a phone: auto, balena (wifi-connect), portal (our own page) or off")
    private @Nullable String hotspot;

    @Option(
            names = "--lan",
            paramLabel = "WHEN",
            description = "be found and managed on the network: auto (with a real radio), on or off")
    private @Nullable String lan;

    @Option(
            names = "--development-identity",
            description = "say to be a device under development, which clients accept without a maker's signature")
    private boolean developmentIdentity;

    @Option(
            names = "--bus",
            paramLabel = "MODE",
            description = "auto (join a bus that listens, else be one), embedded or connect")
    private @Nullable String bus;

    @Option(names = "--bus-uri", paramLabel = "URI", description = "the message bus (ws://127.0.0.1:8181/core)")
    private @Nullable String busUri;

    @Option(
            names = "--auto-setup",
            paramLabel = "on|off",
            description = "off: set-up begins only by a tap or user.activated, never by itself")
    private @Nullable String autoSetup;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "the configuration file (/etc/wifi-setup-kiosk/kiosk.conf, if it is there)")
    private @Nullable Path config;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description =
                    "where to remember \"later\" and \"never\" (/var/lib/wifi-setup-kiosk, else ~/.local/state/...)")
    private @Nullable String state;

    @Option(
            names = "--log-level",
            paramLabel = "LEVEL",
            scope = ScopeType.INHERIT,
            description = "error, warn, info, debug or trace")
    private @Nullable String logLevel;

    @Option(names = "--help", usageHelp = true, scope = ScopeType.INHERIT, description = "show this text")
    private boolean help;

    @Option(names = "--version", versionHelp = true, description = "show the version")
    private boolean version;

    /// No options yet: [#parse] makes some.
    private CommandLineOptions() {}

    /// What a command line comes to.
    public sealed interface Parsed {
        /// Run with these options.
        record Run(CommandLineOptions options) implements Parsed {}

        /// Do that with the network, with these options.
        ///
        /// @param json whether to answer in JSON
        record Network(CommandLineOptions options, NetworkCommand command, boolean json) implements Parsed {}

        /// Do that with the devices on the local network, with these options.
        ///
        /// @param json whether to answer in JSON
        record Lan(CommandLineOptions options, LanCommand command, boolean json) implements Parsed {}

        /// Do that with a device that is being made, with these options.
        record Device(CommandLineOptions options, DeviceCommand command) implements Parsed {}

        /// Do that with a platform, with these options.
        ///
        /// @param json whether to answer in JSON
        record Platform(CommandLineOptions options, PlatformCommand command, boolean json) implements Parsed {}

        /// Print this to standard output and end.
        record Show(String text) implements Parsed {}

        /// The command line is wrong: print this to standard error.
        record Wrong(String text) implements Parsed {}
    }

    /// Reads a command line.
    public static Parsed parse(String... arguments) {
        var options = new CommandLineOptions();
        var line = new CommandLine(options)
                .registerConverter(Security.class, new EnumWords<>(Security.class))
                .registerConverter(AccountArguments.Method.class, new EnumWords<>(AccountArguments.Method.class))
                .registerConverter(Eap.Inner.class, new EnumWords<>(Eap.Inner.class))
                .registerConverter(MacAddressPolicy.class, new EnumWords<>(MacAddressPolicy.class))
                .registerConverter(WifiSecurity.class, new EnumWords<>(WifiSecurity.class));
        line.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().usageMessage().footer(exitCodes(command.getCommand())));
        try {
            return options.read(line.parseArgs(arguments).asCommandLineList());
        } catch (CommandLine.ParameterException wrong) {
            return new Parsed.Wrong(Complaint.of(wrong) + System.lineSeparator() + "Try --help.");
        }
    }

    /// @param commands the commands that were given, from the outermost in
    private Parsed read(List<CommandLine> commands) {
        var innermost = commands.getLast();
        if (help) {
            return new Parsed.Show(innermost.getUsageMessage());
        }
        if (version) {
            return new Parsed.Show(String.join(System.lineSeparator(), new Version().getVersion()));
        }
        return switch (innermost.<Object>getCommand()) {
            case NetworkArguments.Arguments arguments ->
                new Parsed.Network(this, arguments.command(), isJson(commands));
            case NetworkArguments _ ->
                throw new CommandLine.ParameterException(
                        innermost,
                        "network: expected one of "
                                + String.join(", ", innermost.getSubcommands().keySet()));
            case LanArguments.Arguments arguments -> new Parsed.Lan(this, arguments.command(), arguments.json());
            case LanArguments.Manage _ ->
                throw new CommandLine.ParameterException(
                        innermost,
                        "manage: expected one of "
                                + String.join(", ", innermost.getSubcommands().keySet()));
            case DeviceArguments.Arguments arguments -> new Parsed.Device(this, arguments.command());
            case DeviceArguments _ ->
                throw new CommandLine.ParameterException(
                        innermost,
                        "device: expected one of "
                                + String.join(", ", innermost.getSubcommands().keySet()));
            case PlatformArguments.Arguments arguments ->
                new Parsed.Platform(this, arguments.command(), isJson(commands));
            case PlatformArguments _ ->
                throw new CommandLine.ParameterException(
                        innermost,
                        "platform: expected one of "
                                + String.join(", ", innermost.getSubcommands().keySet()));
            default -> new Parsed.Run(this);
        };
    }

    private static boolean isJson(List<CommandLine> commands) {
        return commands.stream()
                .anyMatch(line -> (line.getCommand() instanceof NetworkArguments network && network.json())
                        || (line.getCommand() instanceof PlatformArguments platform && platform.json()));
    }

    private static String[] exitCodes(Object command) {
        return switch (command) {
            case NetworkArguments _ -> networkExitCodes();
            case PlatformArguments _ -> PlatformFailure.exitCodes();
            default -> lanExitCodes();
        };
    }

    /// The exit codes of the commands of the network, a line each.
    private static String[] networkExitCodes() {
        var codes = new TreeMap<Integer, String>(Map.of(
                0, "done",
                2, "a wrong option, argument or configuration key",
                3, "the machine lacks something that the backend needs",
                130, "ended by Ctrl-C; what a join had begun is undone",
                143, "ended by SIGTERM, likewise"));
        for (var code : FailureCode.values()) {
            codes.put(code.number(), code.reason() + ": " + code.meaning());
        }
        return lines(codes);
    }

    /// The exit codes of `discover` and `manage`, a line each.
    private static String[] lanExitCodes() {
        var codes = new TreeMap<Integer, String>(Map.of(
                0, "done",
                2, "a wrong option, argument or configuration key",
                130, "ended by Ctrl-C",
                143, "ended by SIGTERM"));
        for (var code : LanFailure.values()) {
            codes.put(code.number(), code.reason() + ": " + code.meaning());
        }
        return lines(codes);
    }

    private static String[] lines(Map<Integer, String> codes) {
        return codes.entrySet().stream()
                .map(code -> "  %-4d %s".formatted(code.getKey(), code.getValue()))
                .toArray(String[]::new);
    }

    /// The configuration file that was named.
    public Optional<Path> config() {
        return Optional.ofNullable(config);
    }

    /// The settings that were given, by key.
    public Map<String, String> settings() {
        var given = new LinkedHashMap<String, String>();
        put(given, "display", display);
        put(given, "panel", panel);
        put(given, "pictures", pictures);
        put(given, "backend", backend);
        put(given, "hotspot", hotspot);
        put(given, "lan", lan);
        put(given, "device.development-identity", developmentIdentity ? "on" : null);
        put(given, "bus", bus);
        put(given, "bus-uri", busUri);
        put(given, "auto-setup", autoSetup);
        put(given, "state", state);
        put(given, "log-level", logLevel);
        return given;
    }

    private static void put(Map<String, String> given, String key, @Nullable String value) {
        if (value != null) {
            given.put(key, value);
        }
    }

    /// Says which version this is, as the build put it into the module.
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            var module = CommandLineOptions.class.getModule().getDescriptor();
            String version = module == null ? "?" : module.rawVersion().orElse("?");
            return new String[] {"wifi-setup-kiosk " + version + ", Java " + Runtime.version()};
        }
    }
}
