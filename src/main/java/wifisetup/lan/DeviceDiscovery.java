package wifisetup.lan;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedSelectorException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import wifisetup.flux.Drops;
import wifisetup.flux.Frame;

/// Finds devices on the local network, and hears what they do, until it is stopped or its time is over.
///
/// It joins the multicast group on every interface, also on those that appear later, and hears broadcasts. What
/// is malformed, foreign or wrongly signed is dropped and counted. It runs once; [#close] ends it and frees its
/// sockets. A device that falls silent is asked, and forgotten after half a minute.
public final class DeviceDiscovery implements AutoCloseable {
    /// The reference client's rhythm.
    private static final Duration ROUND = Duration.ofMillis(500);

    private static final Duration POKE_EVERY = Duration.ofSeconds(3);
    private static final Duration REFRESH_EVERY = Duration.ofSeconds(5);

    private final DiscoverySettings settings;
    private final InstantSource clock;
    private final Drops drops = new Drops();
    private final DeviceTable table;
    private final DiscoverySockets sockets;
    private final Set<InetAddress> perhaps;
    private final ConcurrentLinkedQueue<InetAddress> toPoke = new ConcurrentLinkedQueue<>();
    private volatile List<Device> devices = List.of();
    private volatile boolean stopped;

    /// Opens the sockets.
    ///
    /// @throws IOException if the system does not allow it
    public DeviceDiscovery(DiscoverySettings settings) throws IOException {
        this(settings, Set.of());
    }

    /// Asks these addresses, too.
    private DeviceDiscovery(DiscoverySettings settings, Set<InetAddress> others) throws IOException {
        this.settings = settings;
        this.clock = InstantSource.system();
        this.perhaps = new HashSet<>(others);
        settings.address().ifPresent(perhaps::add);
        this.table = new DeviceTable(settings, drops);
        this.sockets = new DiscoverySockets(settings);
    }

    /// Discovers on the caller's thread, which calls `listener`, until [#stop] or for `timeout`.
    ///
    /// @throws IOException if a socket breaks
    /// @throws InterruptedException if the thread is interrupted
    public void run(DiscoveryListener listener, Duration timeout) throws IOException, InterruptedException {
        try {
            discover(listener, timeout);
        } catch (IOException | ClosedSelectorException broken) {
            if (!stopped) {
                throw broken;
            }
        }
    }

    private void discover(DiscoveryListener listener, Duration timeout) throws IOException, InterruptedException {
        var end = clock.instant().plus(timeout);
        var poke = Instant.MIN;
        var refresh = clock.instant().plus(REFRESH_EVERY);
        sockets.askEverybody();
        for (var now = clock.instant(); !stopped && now.isBefore(end); now = clock.instant()) {
            if (Thread.interrupted()) {
                throw new InterruptedException("the discovery was interrupted");
            }
            if (!now.isBefore(poke)) {
                toPoke.addAll(perhaps);
                poke = now.plus(POKE_EVERY);
            }
            if (!now.isBefore(refresh)) {
                sockets.refresh();
                refresh = now.plus(REFRESH_EVERY);
            }
            for (var address = toPoke.poll(); address != null; address = toPoke.poll()) {
                sockets.send(new Frame.Poke(), new InetSocketAddress(address, settings.port()));
            }
            hear(now.plus(ROUND).isBefore(end) ? now.plus(ROUND) : end, listener);
            table.age(clock.instant()).forEach(finding -> tell(finding, listener));
            devices = List.copyOf(table.devices());
            listener.lookup(this);
        }
    }

    private void hear(Instant roundEnd, DiscoveryListener listener) throws IOException {
        for (var now = clock.instant(); !stopped && toPoke.isEmpty() && now.isBefore(roundEnd); now = clock.instant()) {
            sockets.await(Duration.between(now, roundEnd), (received, from) -> {
                for (var finding : table.hear(received, from, clock.instant())) {
                    tell(finding, listener);
                }
            });
        }
    }

    /// Discovers on a thread of its own.
    ///
    /// @return done when the discovery has ended; failed if a socket broke. Cancelling it stops the discovery.
    public CompletableFuture<Void> start(DiscoveryListener listener, Duration timeout) {
        var ended = new CompletableFuture<Void>();
        Thread.ofVirtual().name("discovery").start(() -> {
            try {
                run(listener, timeout);
                ended.complete(null);
            } catch (IOException | InterruptedException | RuntimeException failed) {
                ended.completeExceptionally(failed);
            }
        });
        return ended.whenComplete((_, _) -> stop());
    }

    private void tell(Finding finding, DiscoveryListener listener) {
        switch (finding) {
            case Finding.Ask ask -> sockets.send(ask.frame(), ask.to());
            case Finding.Found found -> listener.found(found.device());
            case Finding.Updated updated -> listener.updated(updated.device());
            case Finding.Lost lost -> listener.lost(lost.device());
            case Finding.Conflict conflict -> listener.conflict(conflict.first(), conflict.second());
        }
    }

    /// Asks one address, such as one of another network, who is there. Any thread.
    public void poke(InetAddress address) {
        toPoke.add(address);
        sockets.wakeUp();
    }

    /// Ends the discovery after what it does just now. Any thread.
    public void stop() {
        stopped = true;
        sockets.wakeUp();
    }

    /// The devices known at the end of the last round, each where it was last heard. Any thread.
    public Collection<Device> devices() {
        return devices;
    }

    /// How many datagrams were dropped, by reason. Any thread.
    public Map<String, Long> dropped() {
        return drops.byReason().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(entry -> entry.getKey().name(), Map.Entry::getValue));
    }

    /// Runs until the first device that the settings let through, or for `timeout`.
    ///
    /// @param perhaps addresses that are asked, too
    /// @param elsewhere where it is not, whoever says so
    /// @param lookup called between two rounds
    /// @throws IOException if a socket breaks
    /// @throws InterruptedException if the thread is interrupted
    static Optional<Device> first(
            DiscoverySettings settings,
            Set<InetAddress> perhaps,
            Set<InetSocketAddress> elsewhere,
            Duration timeout,
            Runnable lookup)
            throws IOException, InterruptedException {
        try (var discovery = new DeviceDiscovery(settings, perhaps)) {
            var first = new CompletableFuture<Device>();
            discovery.run(
                    new DiscoveryListener() {
                        @Override
                        public void found(Device device) {
                            if (!elsewhere.contains(device.endpoint())) {
                                first.complete(device);
                                discovery.stop();
                            }
                        }

                        @Override
                        public void updated(Device device) {
                            found(device);
                        }

                        @Override
                        public void lookup(DeviceDiscovery discovering) {
                            lookup.run();
                        }
                    },
                    timeout);
            return Optional.ofNullable(first.getNow(null));
        }
    }

    @Override
    public void close() throws IOException {
        stop();
        sockets.close();
    }
}
