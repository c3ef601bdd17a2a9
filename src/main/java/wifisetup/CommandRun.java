package wifisetup;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import wifisetup.cli.CommandLineOptions.Parsed;
import wifisetup.cli.FailureCode;
import wifisetup.cli.JsonReport;
import wifisetup.cli.NetworkCommands;
import wifisetup.cli.Report;
import wifisetup.cli.SystemTerminal;
import wifisetup.cli.TextReport;
import wifisetup.loop.Cancellation;
import wifisetup.loop.SystemTimer;
import wifisetup.loop.Timer;
import wifisetup.network.Wifi;

/// One command of the network, put together: it opens the backend, does what is asked, and ends.
final class CommandRun {
    /// How long a join that a signal ends may take to be undone.
    private static final Duration UNDOING = Duration.ofSeconds(5);

    private final SystemTerminal terminal = SystemTerminal.ofThisProcess();
    private final Cancellation cancellation = new Cancellation();
    private final CountDownLatch done = new CountDownLatch(1);

    /// Does it.
    ///
    /// @return the exit code
    /// @throws StartException if there is no such backend
    int run(Parsed.Network line, Settings settings) throws StartException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::undo, "undo"));
        Report report = line.json() ? new JsonReport(terminal) : new TextReport(terminal);
        try (var timer = new SystemTimer();
                var wifi = open(settings, timer)) {
            return new NetworkCommands(wifi, timer, terminal, report)
                    .run(line.command(), cancellation)
                    .map(failure -> FailureCode.of(failure).number())
                    .orElse(ExitCode.OK.number());
        } finally {
            done.countDown();
        }
    }

    private static Wifi open(Settings settings, Timer timer) throws StartException {
        return Backends.ofThisMachine(settings.nmcli(), Kiosk.rules(settings), timer)
                .forCommand(
                        settings.backend(), BackendMemory.in(settings.state()).load());
    }

    /// When a signal ends the process in the middle of the command.
    private void undo() {
        cancellation.cancel();
        if (terminal.waitsForInput()) {
            // Nothing is under way, and nobody will type now.
            return;
        }
        try {
            var _ = done.await(UNDOING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
