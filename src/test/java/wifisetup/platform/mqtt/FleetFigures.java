package wifisetup.platform.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import wifisetup.loop.SystemTimer;
import wifisetup.platform.Device;
import wifisetup.platform.DevicePool;
import wifisetup.platform.GatewayMemory;
import wifisetup.platform.PlatformClient;
import wifisetup.platform.sqlite.DeviceStore;
import wifisetup.platform.sqlite.PlatformDatabase;

/// How fast a fleet is: not part of the tests, but run by `mvn test -Dtest=FleetFigures`. Prints a table.
class FleetFigures {
    private static final int EVENTS = 20_000;
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Logger OWN = Logger.getLogger("wifisetup");

    @TempDir
    private Path directory;

    /// Appliances of one process, each sending its next event when the broker has confirmed the one before; a back end
    /// hears all of them by a shared subscription.
    @Test
    void eventsPerSecondAndDeliveryOfAGrowingFleet() throws Exception {
        OWN.setLevel(Level.WARNING);
        // The compiler's own time is nobody's figure.
        measure(10, EVENTS, 0);
        System.out.println("appliances  connected   events/s  confirmed p50/p99 ms  delivered p50/p99 ms   heap each");
        for (int appliances : new int[] {1, 10, 100, 1_000}) {
            System.out.println(measure(appliances, EVENTS, 0));
        }
        System.out.println("and at one event a second each:");
        System.out.println(measure(1_000, EVENTS, 1_000));
    }

    /// What a store of devices takes.
    @Test
    void aStoreOfDevices() throws Exception {
        for (int count : new int[] {1, 10, 100, 1_000}) {
            Path file = directory.resolve("devices-" + count + ".db");
            try (var database = PlatformDatabase.open(file)) {
                var store = new DeviceStore(database);
                long before = usedHeap();
                long start = System.nanoTime();
                for (int i = 0; i < count; i++) {
                    store.add(device(i));
                }
                double adding = millisSince(start) / count;
                start = System.nanoTime();
                assertThat(store.devices()).hasSize(count);
                double reading = millisSince(start);
                System.out.printf(
                        Locale.ROOT,
                        "DeviceStore %5d devices: add %.2f ms each, devices() %.1f ms, heap %+d KB, file %d KB%n",
                        count,
                        adding,
                        reading,
                        (usedHeap() - before) >> 10,
                        (Files.size(file) + Files.size(file.resolveSibling(file.getFileName() + "-wal"))) >> 10);
            }
        }
    }

    private String measure(int appliances, int events, int everyMillis) throws Exception {
        long before = usedHeap();
        try (var broker = Mosquitto.open(directory);
                var timer = new SystemTimer();
                var backEnd = new Fleet(broker.port()).to(Fleet.SHARED_EVENTS);
                var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            long start = System.nanoTime();
            var clients = new ArrayList<PlatformClient>();
            var connected = new CountDownLatch(appliances);
            for (int i = 0; i < appliances; i++) {
                var devices = new DevicePool();
                devices.add(device(i));
                var configuration = Appliance.configuration(broker.port(), "gw-" + i);
                clients.add(PlatformClient.with(devices)
                        .configuration(configuration)
                        .gateway(new Remembered("gw-" + i))
                        .transport(new MqttTransports().create(configuration, timer))
                        .timer(timer)
                        .onConnect(connected::countDown)
                        .open());
            }
            assertThat(connected.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
            double connecting = millisSince(start);
            double heapEach = (double) (usedHeap() - before) / appliances / 1024;

            int each = events / appliances;
            var confirmed = new double[each * appliances];
            var next = new AtomicInteger();
            var sentAt = new ConcurrentHashMap<String, Long>();
            var failures = new AtomicInteger();
            var done = new CountDownLatch(appliances);
            start = System.nanoTime();
            for (int i = 0; i < appliances; i++) {
                int who = i;
                senders.execute(() -> {
                    try {
                        send(clients.get(who), who, each, everyMillis, sentAt, confirmed, next, failures, timer);
                    } catch (InterruptedException ended) {
                        Thread.currentThread().interrupt();
                    } finally {
                        done.countDown();
                    }
                });
            }
            var delivered = new double[each * appliances];
            var json = JsonMapper.shared();
            for (int i = 0; i < delivered.length; i++) {
                var arrival = backEnd.nextArrival();
                String key = json.readTree(arrival.heard().payload())
                        .path("data")
                        .path("key")
                        .stringValue("");
                delivered[i] = (arrival.at() - Objects.requireNonNull(sentAt.get(key))) / 1e6;
            }
            double seconds = millisSince(start) / 1000;
            assertThat(done.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(failures).hasValue(0);
            clients.parallelStream().forEach(PlatformClient::close);
            return String.format(
                    Locale.ROOT,
                    "%10d %7.0f ms %10.0f %14.1f /%6.1f %14.1f /%6.1f %8.0f KB",
                    appliances,
                    connecting,
                    delivered.length / seconds,
                    percentile(confirmed, 50),
                    percentile(confirmed, 99),
                    percentile(delivered, 50),
                    percentile(delivered, 99),
                    heapEach);
        }
    }

    private static void send(
            PlatformClient client,
            int who,
            int count,
            int everyMillis,
            Map<String, Long> sentAt,
            double[] confirmed,
            AtomicInteger next,
            AtomicInteger failures,
            SystemTimer timer)
            throws InterruptedException {
        for (int i = 0; i < count; i++) {
            if (everyMillis > 0) {
                // Spread over the second, as a fleet is.
                var due = new CountDownLatch(1);
                timer.after(Duration.ofMillis(i == 0 ? who % everyMillis : everyMillis), due::countDown);
                due.await();
            }
            String key = who + "-" + i;
            long start = System.nanoTime();
            sentAt.put(key, start);
            if (!client.event("device-" + who, "measured", Map.of("key", key)).isConfirmed()) {
                failures.incrementAndGet();
            }
            confirmed[next.getAndIncrement()] = millisSince(start);
        }
    }

    private static Device device(int number) {
        var device = new Device("device-" + number, "wifi-setup-kiosk", "Kiosk " + number);
        device.addTag("network", "home");
        device.addTag("model", "Panel 7");
        return device;
    }

    private static double percentile(double[] values, int percent) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private static long usedHeap() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /// The gateway id, as after a first connection.
    private record Remembered(String gateway) implements GatewayMemory {
        @Override
        public Optional<String> load() {
            return Optional.of(gateway);
        }

        @Override
        public void store(String other) {
            throw new AssertionError("the gateway id changed to " + other);
        }
    }
}
