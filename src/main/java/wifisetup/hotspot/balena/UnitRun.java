package wifisetup.hotspot.balena;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import wifisetup.dbus.BusException;
import wifisetup.loop.Timer;
import wifisetup.network.Failure;

/// The program as a unit of systemd runs it.
final class UnitRun implements Launcher.Run {
    private static final System.Logger LOG = System.getLogger(UnitRun.class.getName());
    private static final Executor THREADS = Thread::startVirtualThread;

    /// How long the pipe of a unit that is over may take to end: nobody may have opened it.
    private static final Duration REST = Duration.ofSeconds(2);

    private static final long GONE_SECONDS = 3;

    private final SystemdUnit unit;
    private final Process reader;
    private final CompletableFuture<Boolean> over = new CompletableFuture<>();

    /// Listens to the unit, which runs.
    ///
    /// @throws IOException if its output cannot be read
    UnitRun(SystemdUnit unit, Path output, Launcher.Ear ear, Timer timer) throws IOException {
        this.unit = unit;
        // Opening a pipe waits for its writer, and in Java nothing ends that wait: a process can be ended.
        this.reader = new ProcessBuilder("cat", output.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var told = CompletableFuture.runAsync(() -> listen(ear), THREADS);
        THREADS.execute(() -> follow(told, ear, timer));
    }

    @Override
    public void interrupt() {
        try {
            unit.stop();
        } catch (BusException failure) {
            LOG.log(Level.WARNING, "wifi-connect cannot be stopped: {0}", failure.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Nothing more: systemd itself kills what does not stop, 30 s after it was asked.
    @Override
    public void kill() {
        interrupt();
    }

    @Override
    public void close() {
        if (!over.isDone()) {
            // An interrupted thread that writes to the bus closes the connection.
            CompletableFuture.runAsync(this::interrupt, THREADS).join();
            over.completeOnTimeout(false, GONE_SECONDS, TimeUnit.SECONDS).join();
        }
        reader.destroy();
        unit.close();
    }

    private void follow(CompletableFuture<?> told, Launcher.Ear ear, Timer timer) {
        try {
            var standing = unit.awaitEnd();
            over.complete(true);
            var limit = timer.after(REST, reader::destroy);
            var _ = told.whenComplete((_, _) -> {
                limit.cancel();
                ear.exited(standing.code());
            });
        } catch (BusException failure) {
            over.complete(false);
            ear.lost(new Failure.BackendUnavailable("wifi-connect cannot be followed: " + failure.getMessage()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen(Launcher.Ear ear) {
        try (var output = reader.getInputStream()) {
            BoundedLines.tell(output, ear::said);
        } catch (IOException ended) {
            LOG.log(Level.DEBUG, "the output of wifi-connect ended: {0}", ended.getMessage());
        }
    }
}
