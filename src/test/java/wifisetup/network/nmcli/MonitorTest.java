package wifisetup.network.nmcli;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wifisetup.loop.ManualTimer;

@Timeout(60)
final class MonitorTest {
    private final ManualTimer timer = new ManualTimer();
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final BlockingQueue<Monitor.News> news = new LinkedBlockingQueue<>();

    @TempDir
    private Path directory;

    @AfterEach
    void stop() {
        thread.shutdown();
    }

    private Monitor monitor(List<String> command) {
        var monitor = new Monitor(new Nmcli(command, StandardCharsets.UTF_8, timer), timer, thread);
        var _ = monitor.subscribe(news::add);
        monitor.start();
        return monitor;
    }

    @Test
    void eachLineIsToldAndTheProcessEndsWithTheMonitor() throws Exception {
        StandIn.pipe(directory, "never");
        var monitor = monitor(StandIn.command(
                directory, "echo 'NetworkManager is running'; echo \"$$ $1\"; read -r _ < \"$here/never\""));
        assertThat(next()).isEqualTo(new Monitor.News.Line(Monitor.RUNNING));
        var line = ((Monitor.News.Line) next()).text().split(" ", -1);
        assertThat(line[1]).isEqualTo("monitor");
        var process = ProcessHandle.of(Long.parseLong(line[0])).orElseThrow();

        monitor.close();

        assertThat(process.onExit().get(30, SECONDS).isAlive()).isFalse();
        assertThat(news).isEmpty();
    }

    @Test
    void oneThatEndsIsStartedAgainAfterAPauseThatGrows() throws Exception {
        try (var _ = monitor(StandIn.command(directory, "echo gone >&2; exit 1"))) {
            for (int seconds : List.of(1, 2, 4, 8, 16, 30, 30)) {
                assertThat(next()).isEqualTo(new Monitor.News.Lost("gone"));
                settle();
                timer.advance(Duration.ofSeconds(seconds).minusNanos(1));
                assertThat(timer.waiting()).isEqualTo(1);
                timer.advance(Duration.ofNanos(1));
            }
            assertThat(next()).isEqualTo(new Monitor.News.Lost("gone"));
        }
    }

    @Test
    void aProgramThatComesLaterIsFoundThen() throws Exception {
        var command = List.of(directory.resolve("nmcli").toString());
        try (var _ = monitor(command)) {
            assertThat(next()).isInstanceOf(Monitor.News.Lost.class);
            settle();
            assertThat(StandIn.command(directory, "echo 'NetworkManager is running'; cat"))
                    .isEqualTo(command);

            timer.advance(Duration.ofSeconds(1));

            assertThat(next()).isEqualTo(new Monitor.News.Line(Monitor.RUNNING));
        }
    }

    @Test
    void itIsReadyWhenItHasHeardSomething() throws Exception {
        var go = StandIn.pipe(directory, "go");
        try (var monitor = monitor(StandIn.command(directory, "read -r line < \"$here/go\"; echo \"$line\"; cat"))) {
            var ready = new CompletableFuture<Boolean>();
            monitor.whenHeard(() -> ready.complete(true));
            assertThat(ready).isNotDone();

            Files.writeString(go, "NetworkManager is running\n");

            assertThat(ready.get(30, SECONDS)).isTrue();
        }
    }

    private Monitor.News next() throws InterruptedException, IOException {
        var next = news.poll(30, SECONDS);
        if (next == null) {
            throw new IOException("the monitor said nothing");
        }
        return next;
    }

    /// Waits until what the monitor does on its thread is done.
    private void settle() throws Exception {
        thread.submit(() -> {}).get(30, SECONDS);
    }
}
