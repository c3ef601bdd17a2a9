package wifisetup.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/// The options of `wifi-setup-kiosk`. Each has the name of a key in the configuration file and wins over it; the values
/// are checked where the file's are.
@Command(
        name = "wifi-setup-kiosk",
        description = "First-boot network set-up on a touch panel.",
        sortOptions = false,
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

    @Option(names = "--backend", paramLabel = "NAME", description = "auto, dbus, nmcli or simulated")
    private @Nullable String backend;

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
            description = "the configuration file (/etc/wifi-setup-kiosk/kiosk.conf, if it is there)")
    private @Nullable Path config;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description =
                    "where to remember \"later\" and \"never\" (/var/lib/wifi-setup-kiosk, else ~/.local/state/...)")
    private @Nullable String state;

    @Option(names = "--log-level", paramLabel = "LEVEL", description = "error, warn, info, debug or trace")
    private @Nullable String logLevel;

    /// No options yet: [#parse] makes some.
    private CommandLineOptions() {}

    /// What a command line comes to.
    public sealed interface Parsed {
        /// Run with these options.
        record Run(CommandLineOptions options) implements Parsed {}

        /// Print this to standard output and end.
        record Show(String text) implements Parsed {}

        /// The command line is wrong: print this to standard error.
        record Wrong(String text) implements Parsed {}
    }

    /// Reads a command line.
    public static Parsed parse(String... arguments) {
        var options = new CommandLineOptions();
        var line = new CommandLine(options);
        line.getCommandSpec()
                .addOption(OptionSpec.builder("--help")
                        .usageHelp(true)
                        .description("show this text")
                        .build())
                .addOption(OptionSpec.builder("--version")
                        .versionHelp(true)
                        .description("show the version")
                        .build());
        try {
            line.parseArgs(arguments);
        } catch (CommandLine.ParameterException wrong) {
            return new Parsed.Wrong(wrong.getMessage() + System.lineSeparator() + "Try --help.");
        }
        if (line.isUsageHelpRequested()) {
            return new Parsed.Show(line.getUsageMessage());
        }
        if (line.isVersionHelpRequested()) {
            return new Parsed.Show(String.join(System.lineSeparator(), new Version().getVersion()));
        }
        return new Parsed.Run(options);
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
