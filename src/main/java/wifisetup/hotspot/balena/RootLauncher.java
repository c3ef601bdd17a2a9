package wifisetup.hotspot.balena;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import wifisetup.loop.Timer;
import wifisetup.network.Failure;
import wifisetup.network.Ssid;
import wifisetup.secret.Secret;

/// Starts the program as a process of our own, which has to be root's.
///
/// Java cannot make a process group, so `setsid` does: the program gets a session of its own, and what it starts
/// is found, and ended, by that.
final class RootLauncher implements Launcher {
    private static final System.Logger LOG = System.getLogger(RootLauncher.class.getName());

    /// What the program would take from our own environment; the first changes how it prints.
    private static final Set<String> NOT_INHERITED = Set.of(
            "RUST_LOG",
            "RUST_LOG_STYLE",
            "PORTAL_SSID",
            "PORTAL_PASSPHRASE",
            "PORTAL_INTERFACE",
            "PORTAL_GATEWAY",
            "PORTAL_DHCP_RANGE",
            "PORTAL_LISTENING_PORT",
            "ACTIVITY_TIMEOUT",
            "UI_DIRECTORY");

    private final Path program;
    private final Optional<Path> pages;
    private final Path record;
    private final Charset texts;
    private final ProcessTable table;
    private final Timer timer;

    /// A launcher of `program`, an absolute path.
    ///
    /// @param pages the directory of the page, if not the program's own
    /// @param record the file in which is remembered what runs
    /// @param texts the encoding in which this system hands texts to processes
    RootLauncher(Path program, Optional<Path> pages, Path record, Charset texts, ProcessTable table, Timer timer) {
        this.program = program;
        this.pages = pages;
        this.record = record;
        this.texts = texts;
        this.table = table;
        this.timer = timer;
    }

    @Override
    public Optional<Ssid> endOrphan() {
        var left = RunRecord.read(record);
        left.filter(run -> run.boot().equals(table.boot())).ifPresent(this::end);
        RunRecord.delete(record);
        return left.map(RunRecord::ssid);
    }

    private void end(RunRecord run) {
        var group = new ProcessGroup(table, run.pid(), run.start());
        if (group.isLed()) {
            if (!table.runs(run.pid(), run.program())) {
                LOG.log(Level.WARNING, "process {0} is not the wifi-connect that was started", run.pid());
                return;
            }
            LOG.log(Level.INFO, "ending the wifi-connect of a kiosk that died, process {0}", run.pid());
            group.interrupt();
            ProcessHandle.of(run.pid()).ifPresent(RootLauncher::await);
        }
        group.kill();
    }

    private static void await(ProcessHandle process) {
        var _ = process.onExit()
                .completeOnTimeout(process, WifiConnectCourse.STOP.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    @Override
    public Run launch(PortalValues values, Ssid ssid, Ear ear) throws LaunchException {
        values.checkEncodable(texts);
        var process = start(values);
        var group = group(process);
        try {
            new RunRecord(table.boot(), group.leader(), group.start(), program.toString(), ssid).write(record);
        } catch (IOException failure) {
            LOG.log(Level.WARNING, "wifi-connect runs, and that cannot be remembered", failure);
        }
        return new ProcessRun(process, group, ear, timer, () -> RunRecord.delete(record));
    }

    private Process start(PortalValues values) throws LaunchException {
        var builder = new ProcessBuilder(List.of("setsid", program.toString()))
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        Map<String, String> environment = builder.environment();
        NOT_INHERITED.forEach(environment::remove);
        for (Map.Entry<String, Secret> value : values.values().entrySet()) {
            environment.put(value.getKey(), value.getValue().reveal());
        }
        pages.ifPresent(directory -> environment.put("UI_DIRECTORY", directory.toString()));
        try {
            return builder.start();
        } catch (IOException missing) {
            throw new LaunchException(
                    new Failure.BackendUnavailable(
                            "setsid, which starts wifi-connect, cannot be run; it belongs to the package util-linux"),
                    missing);
        }
    }

    /// One that has ended already is still in the table until Java reaps it; after that its start does not
    /// matter.
    private ProcessGroup group(Process process) {
        long start = table.find(process.pid()).map(ProcessTable.Entry::start).orElse(0L);
        return new ProcessGroup(table, process.pid(), start);
    }
}
