package wifisetup.hotspot.balena;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import wifisetup.loop.Timer;

/// The program as a process of our own.
final class ProcessRun implements Launcher.Run {
    private static final System.Logger LOG = System.getLogger(ProcessRun.class.getName());
    private static final Executor THREADS = Thread::startVirtualThread;

    /// How long the output of a program that has ended may take to end too: a process that left its group may
    /// hold it open.
    private static final Duration REST = Duration.ofSeconds(2);

    private static final long GONE_SECONDS = 3;

    private final Process process;
    private final ProcessGroup group;

    /// Listens to `process`.
    ///
    /// @param over run when the program and all that it started have ended
    ProcessRun(Process process, ProcessGroup group, Launcher.Ear ear, Timer timer, Runnable over) {
        this.process = process;
        this.group = group;
        var output = CompletableFuture.supplyAsync(() -> listen(ear), THREADS);
        var _ = process.onExit().thenAcceptAsync(ended -> end(ended.exitValue(), output, ear, timer, over), THREADS);
    }

    private void end(int code, CompletableFuture<Boolean> output, Launcher.Ear ear, Timer timer, Runnable over) {
        // Its dnsmasq survives a crash, and would hold the output open, too.
        group.kill();
        over.run();
        var limit = timer.after(REST, () -> output.complete(false));
        var _ = output.whenComplete((_, _) -> {
            limit.cancel();
            ear.exited(code);
        });
    }

    @Override
    public void interrupt() {
        group.interrupt();
    }

    @Override
    public void kill() {
        group.kill();
        // Where `setsid` has not made the group yet.
        process.destroyForcibly();
    }

    @Override
    public void close() {
        kill();
        process.onExit()
                .completeOnTimeout(process, GONE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /// @return whether its end was reached
    private boolean listen(Launcher.Ear ear) {
        try (var output = process.getInputStream()) {
            BoundedLines.tell(output, ear::said);
            return true;
        } catch (IOException ended) {
            LOG.log(Level.DEBUG, "wifi-connect was ended: {0}", ended.getMessage());
            return false;
        }
    }
}
