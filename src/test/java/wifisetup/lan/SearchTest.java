package wifisetup.lan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wifisetup.device.Samples;
import wifisetup.flux.Frame;
import wifisetup.flux.FrameReader;
import wifisetup.flux.FrameWriter;

/// A device is looked for where others say it is, too, and by both kinds of addresses.
class SearchTest {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final InetAddress FORGER = InetAddress.ofLiteral("127.0.0.66");
    private static final Duration GENEROUS = Duration.ofSeconds(20);

    private final SignedFrames words = new SignedFrames(ReferenceDevice.UUID_OF_IT, "FD1A000001", ReferenceDevice.KEY);

    private static SessionOptions options(int port) {
        return SessionOptions.of(ClientKey.of(Samples.ALICE))
                .withDiscovery(DiscoverySettings.of(List.of(Appliance.vendorKey()))
                        .withPlace(InetAddress.ofLiteral("127.0.0.9"), port))
                .withLookup(GENEROUS, () -> {})
                .withTimeout(GENEROUS);
    }

    /// Who says at an address what a device says, once he may.
    private final class Parrot implements AutoCloseable {
        private final DatagramChannel channel;
        private final CompletableFuture<?> may;
        private final Frame first;
        private final Frame second;

        Parrot(InetAddress at, int port, CompletableFuture<?> may) throws IOException {
            this(at, port, may, words.heartbeat(1, SignedFrames.IDLE), words.introduction("Printer"));
        }

        /// Says `first` when it is poked, and `second` when it is touched.
        Parrot(InetAddress at, int port, CompletableFuture<?> may, Frame first, Frame second) throws IOException {
            this.may = may;
            this.first = first;
            this.second = second;
            var family = at instanceof Inet4Address ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6;
            channel = DatagramChannel.open(family);
            channel.bind(new InetSocketAddress(at, port));
            Thread.ofVirtual().start(this::repeat);
        }

        private void repeat() {
            var buffer = ByteBuffer.allocate(Frame.MAXIMUM_BYTES);
            try {
                while (true) {
                    var from = channel.receive(buffer.clear());
                    var received = FrameReader.read(buffer.array(), buffer.position());
                    if (may.isDone() && received instanceof Frame.Poke) {
                        say(first, from);
                    }
                    if (may.isDone() && received instanceof Frame.Touch) {
                        say(second, from);
                    }
                }
            } catch (IOException _) {
                // It is closed.
            }
        }

        private void say(Frame frame, SocketAddress to) throws IOException {
            channel.send(ByteBuffer.wrap(FrameWriter.write(frame)), to);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /// Whose key is none, who speaks another protocol, and who ends the connection before all.
    @ParameterizedTest
    @ValueSource(strings = {"FLUX0003", "HTTP/1.1", "FLUX"})
    void aPlaceThatIsNotTheDevicesIsPassedOver(String greeting) throws Exception {
        var elsewhere = new HashSet<InetSocketAddress>();
        var tried = new CompletableFuture<Void>();
        var now = CompletableFuture.<Void>completedFuture(null);
        try (var device = ReferenceDevice.trusting(stage -> {});
                var forger = new ServerSocket(device.port(), 1, FORGER);
                var _ = new Parrot(FORGER, device.port(), now);
                var _ = new Parrot(LOOPBACK, device.port(), tried)) {
            Thread.ofVirtual().start(() -> {
                try (var visitor = forger.accept()) {
                    visitor.getOutputStream().write(greeting.getBytes(StandardCharsets.US_ASCII));
                    tried.complete(null);
                } catch (IOException broken) {
                    tried.completeExceptionally(broken);
                }
            });

            try (var session = new Search(options(device.port()), Set.of(FORGER, LOOPBACK), elsewhere)
                    .open(Target.of(ReferenceDevice.UUID_OF_IT))) {
                assertThat(session.device().address()).isEqualTo(LOOPBACK);
                assertThat(session.authorized()).isTrue();
            }
            assertThat(tried).isCompleted();
            assertThat(elsewhere).containsExactly(new InetSocketAddress(FORGER, device.port()));
        }
    }

    @Test
    void aPlaceThatIsTheOnlyOneSaysWhatWasWrongWithIt() throws Exception {
        var elsewhere = new HashSet<InetSocketAddress>();
        int port = Appliance.freePort();
        try (var _ = new Parrot(FORGER, port, CompletableFuture.completedFuture(null))) {
            var impatient = options(port).withLookup(Duration.ofSeconds(1), () -> {});

            assertThatThrownBy(() -> new Search(impatient, Set.of(FORGER), elsewhere)
                            .open(Target.of(ReferenceDevice.UUID_OF_IT)))
                    .isInstanceOf(DeviceException.ConnectionBroken.class);
            assertThat(elsewhere).as("the device may come back there").isEmpty();
        }
    }

    @Test
    void aDeviceThatIsNotSupportedSaysSoInTheEnd() throws Exception {
        try (var device = ReferenceDevice.greeting("FLUX0002");
                var _ = new Parrot(LOOPBACK, device.port(), CompletableFuture.completedFuture(null))) {
            var impatient = options(device.port()).withLookup(Duration.ofSeconds(1), () -> {});

            assertThatThrownBy(() -> new Search(impatient, Set.of(LOOPBACK), new HashSet<>())
                            .open(Target.of(ReferenceDevice.UUID_OF_IT)))
                    .isInstanceOf(DeviceException.NotSupported.class);
        }
    }

    @Test
    void aDeviceOfDiscoverysVersion1IsManagedByItsKeyOfTheDay() throws Exception {
        var life = new SignedFrames(ReferenceDevice.UUID_OF_IT, "FD1A000001", Samples.ALICE);
        try (var device = ReferenceDevice.trusting(stage -> {});
                var _ = new Parrot(
                        LOOPBACK,
                        device.port(),
                        CompletableFuture.completedFuture(null),
                        life.masterKey(5),
                        life.slaveKey(5, ReferenceDevice.KEY, "Printer", "1.3"));
                var session = DeviceSession.open(Target.of(LOOPBACK), options(device.port()))) {
            assertThat(session.authorized()).isTrue();
            assertThat(session.strong()).isFalse();
            assertThat(session.device().keys()).hasSize(2);
        }
    }

    @Test
    void aDeviceAnswersAtAnAddressOfIpv6() throws Exception {
        int port = Appliance.freePort();
        var six = InetAddress.ofLiteral("::1");
        try (var _ = new Parrot(six, port, CompletableFuture.completedFuture(null))) {
            var discovery = options(port).discovery().withAddress(six);

            assertThat(DeviceDiscovery.first(discovery, Set.of(), Set.of(), GENEROUS, () -> {}))
                    .map(Device::address)
                    .contains(six);
        }
    }

    @Test
    void oneAddressCanBeAskedWhereAnotherProgramHasThePort() throws Exception {
        int port = Appliance.freePort();
        try (var greedy = DatagramChannel.open(StandardProtocolFamily.INET);
                var _ = new Parrot(InetAddress.ofLiteral("::1"), port, CompletableFuture.completedFuture(null))) {
            greedy.bind(new InetSocketAddress(port));
            var everywhere = new DiscoverySettings(
                    Optional.empty(),
                    Optional.empty(),
                    List.of(Appliance.vendorKey()),
                    false,
                    port,
                    Optional.empty(),
                    9);

            assertThatThrownBy(() -> new DeviceDiscovery(everywhere)).isInstanceOf(BindException.class);
            assertThat(DeviceDiscovery.first(
                            everywhere.withAddress(InetAddress.ofLiteral("::1")),
                            Set.of(),
                            Set.of(),
                            GENEROUS,
                            () -> {}))
                    .isPresent();
        }
    }

    @Test
    void aDiscoveryThatIsClosedElsewhereJustEnds() throws Exception {
        var round = new CompletableFuture<Void>();
        var looking = new DeviceDiscovery(options(Appliance.freePort()).discovery());
        var ended = looking.start(
                new DiscoveryListener() {
                    @Override
                    public void found(Device device) {}

                    @Override
                    public void updated(Device device) {}

                    @Override
                    public void lookup(DeviceDiscovery discovering) {
                        round.complete(null);
                    }
                },
                GENEROUS);
        round.get(20, TimeUnit.SECONDS);
        looking.close();

        assertThat(ended).succeedsWithin(GENEROUS);
    }
}
