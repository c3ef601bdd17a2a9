package wifisetup.platform.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wifisetup.loop.SystemTimer;
import wifisetup.platform.ConnectionState;
import wifisetup.platform.ConnectorConfiguration;
import wifisetup.platform.Device;
import wifisetup.platform.DevicePool;
import wifisetup.platform.Message;
import wifisetup.platform.PlatformClient;
import wifisetup.platform.simulated.SimulatedPlatform;
import wifisetup.secret.Secret;

/// Throughput and memory of one client with many devices, client and strict platform in one process over
/// loopback.
///
/// Measures, and asserts only that each event was confirmed: `mvn test -Dtest=PlatformFigures` prints the
/// figures. It is no part of the build, because a figure of a busy machine proves nothing.
class PlatformFigures {
    private static final int EVENTS = 20_000;
    private static final int WINDOW = 256;
    private static final int LIMIT_SECONDS = 120;

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 100, 1000})
    void throughputAndMemory(int number) throws Exception {
        long before = usedBytes();
        var devices = new DevicePool();
        for (int i = 0; i < number; i++) {
            devices.add(new Device("device-" + i, "thing", "Thing " + i));
        }
        var password = new Secret("of the figures");
        try (var timer = new SystemTimer();
                var platform = SimulatedPlatform.open(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        Optional.empty(),
                        "alice",
                        password)) {
            var configuration = ConnectorConfiguration.at(
                    "websocket", "127.0.0.1", platform.uri().getPort(), "alice", password);
            var connected = new CountDownLatch(1);
            long start = System.nanoTime();
            try (var client = PlatformClient.with(devices)
                    .configuration(configuration)
                    .transport(new WebSocketTransports().create(configuration, timer))
                    .timer(timer)
                    .open()) {
                client.observe(Runnable::run, state -> {
                    if (state instanceof ConnectionState.Connected) {
                        connected.countDown();
                    }
                });
                assertThat(connected.await(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
                var synchronised = Duration.ofNanos(System.nanoTime() - start);
                long idle = usedBytes() - before;
                push(client, number, EVENTS / 4);
                start = System.nanoTime();
                var answers = push(client, number, EVENTS);
                var time = Duration.ofNanos(System.nanoTime() - start);
                start = System.nanoTime();
                for (int i = 0; i < 500; i++) {
                    assertThat(client.event("device-0", "count", i).isConfirmed())
                            .isTrue();
                }
                long alone = (System.nanoTime() - start) / 500_000;

                assertThat(answers).allMatch(answer -> answer.join().isConfirmed());
                System.out.printf(
                        "%5d devices: synchronised in %d ms; %,d events/s with %d under way; %d µs for one alone;"
                                + " %,d KiB of heap when idle%n",
                        number,
                        synchronised.toMillis(),
                        EVENTS * 1_000_000_000L / time.toNanos(),
                        WINDOW,
                        alone,
                        idle / 1024);
            }
        }
    }

    private static List<CompletableFuture<Message>> push(PlatformClient client, int devices, int events)
            throws InterruptedException {
        var window = new Semaphore(WINDOW);
        var answers = new ArrayList<CompletableFuture<Message>>();
        for (int i = 0; i < events; i++) {
            window.acquire();
            answers.add(
                    client.async().event("device-" + i % devices, "count", i).whenComplete((_, _) -> window.release()));
        }
        window.acquire(WINDOW);
        return answers;
    }

    /// After a collection, as near as a program can tell.
    private static long usedBytes() {
        System.gc();
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
