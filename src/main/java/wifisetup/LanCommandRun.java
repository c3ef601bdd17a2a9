package wifisetup;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wifisetup.cli.CommandLineOptions.Parsed;
import wifisetup.cli.LanCommands;
import wifisetup.cli.LanFailure;
import wifisetup.cli.LanJsonReport;
import wifisetup.cli.LanReport;
import wifisetup.cli.LanTextReport;
import wifisetup.cli.SystemTerminal;
import wifisetup.flux.Frame;

/// One command on the local network, put together.
final class LanCommandRun {
    private static final String NAME = "wifi-setup-kiosk";

    /// Where a machine's administrator puts the keys of vendors.
    private static final Path VENDORS_OF_THE_MACHINE = Path.of("/etc", NAME, "vendors");

    private final SystemTerminal terminal = SystemTerminal.ofThisProcess();

    /// Does it.
    ///
    /// @return the exit code
    int run(Parsed.Lan line, Map<String, String> environment, Path home) {
        LanReport report =
                line.json() ? new LanJsonReport(terminal) : new LanTextReport(terminal, terminal.isWatched());
        var own = configuration(environment, home);
        var places = new LanCommands.Places(
                own.resolve("client-key.pem"),
                own.resolve("strong-devices"),
                List.of(VENDORS_OF_THE_MACHINE, own.resolve("vendors")),
                Optional.empty(),
                Frame.PORT);
        return new LanCommands(terminal, report, places)
                .run(line.command())
                .map(LanFailure::number)
                .orElse(ExitCode.OK.number());
    }

    /// The user's own directory for configuration (XDG Base Directory Specification, `$XDG_CONFIG_HOME`).
    private static Path configuration(Map<String, String> environment, Path home) {
        String own = environment.getOrDefault("XDG_CONFIG_HOME", "");
        return (own.startsWith("/") ? Path.of(own) : home.resolve(".config")).resolve(NAME);
    }
}
