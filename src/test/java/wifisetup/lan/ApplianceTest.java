package wifisetup.lan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import wifisetup.device.Samples;

/// The library against the appliance's own server, over real sockets of the loopback: discovery by poke, and a
/// session for each command.
class ApplianceTest {
    private static final ClientKey KEY = ClientKey.of(Samples.ALICE);
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final Duration GENEROUS = Duration.ofSeconds(20);

    @AutoClose
    private final Appliance appliance = new Appliance();

    private final DiscoverySettings discovery = DiscoverySettings.of(List.of(Appliance.vendorKey()))
            .withPlace(InetAddress.ofLiteral("127.0.0.9"), appliance.port);
    private final SessionOptions options = SessionOptions.of(KEY)
            .withDiscovery(discovery)
            .withLookup(GENEROUS, () -> {})
            .withTimeout(GENEROUS);

    ApplianceTest() throws IOException {}

    private static Password password(String text) {
        return Password.of(text.toCharArray());
    }

    private DeviceSession open() throws Exception {
        return DeviceSession.open(Target.of(LOOPBACK), options.withPassword(password(Appliance.PASSWORD)));
    }

    @Test
    void aPokeFindsItWithAllItSaysAboutItself() throws Exception {
        var found = new CopyOnWriteArrayList<Device>();
        try (var looking = new DeviceDiscovery(discovery)) {
            looking.poke(LOOPBACK);
            looking.run(
                    new DiscoveryListener() {
                        @Override
                        public void found(Device device) {
                            found.add(device);
                            looking.stop();
                        }

                        @Override
                        public void updated(Device device) {}
                    },
                    GENEROUS);
        }

        assertThat(found).singleElement().satisfies(device -> {
            assertThat(device.uuid()).isEqualTo(Samples.KITCHEN.uuid());
            assertThat(device.serial()).isEqualTo(Samples.KITCHEN.serial());
            assertThat(device.modelId()).isEqualTo(Samples.KITCHEN.model());
            assertThat(device.name()).isEqualTo("Kitchen");
            assertThat(device.version()).isEqualTo("1.5.0");
            assertThat(device.passwordSet()).isTrue();
            assertThat(device.address()).isEqualTo(LOOPBACK);
        });
    }

    @Test
    void aDeviceOfAnotherVendorIsNotBelieved() throws Exception {
        try (var looking = new DeviceDiscovery(DiscoverySettings.of(List.of())
                .withPlace(InetAddress.ofLiteral("127.0.0.8"), appliance.port)
                .withAddress(LOOPBACK))) {
            looking.run(
                    new DiscoveryListener() {
                        @Override
                        public void found(Device device) {
                            throw new AssertionError(device);
                        }

                        @Override
                        public void updated(Device device) {
                            throw new AssertionError(device);
                        }

                        @Override
                        public void lookup(DeviceDiscovery discovering) {
                            if (discovering.dropped().containsKey("UNTRUSTED_IDENTITY")) {
                                discovering.stop();
                            }
                        }
                    },
                    GENEROUS);

            assertThat(looking.dropped()).containsKey("UNTRUSTED_IDENTITY");
        }
    }

    @Test
    void thePasswordIsAskedForOnceAndTheKeyWillDoFromThenOn() throws Exception {
        var asked = new AtomicInteger();
        var asking = options.withPassword(Password.asked(() -> {
            asked.incrementAndGet();
            return Appliance.PASSWORD.toCharArray();
        }));

        Device device;
        try (var session = DeviceSession.open(Target.of(LOOPBACK), asking)) {
            assertThat(session.authorized()).isTrue();
            assertThat(session.strong()).isTrue();
            device = session.device();
        }
        try (var again = DeviceSession.open(Target.of(device), asking)) {
            assertThat(again.authorized()).isTrue();
        }

        assertThat(asked).hasValue(1);
    }

    @Test
    void aWrongPasswordEndsTheSession() {
        assertThatThrownBy(() -> DeviceSession.open(Target.of(LOOPBACK), options.withPassword(password("wrong"))))
                .isInstanceOf(DeviceException.NotAuthorized.class)
                .hasMessageNotContaining("wrong");
    }

    @Test
    void withoutAPasswordASessionOpensAndWaitsForIt() throws Exception {
        try (var session = DeviceSession.open(Target.of(LOOPBACK), options)) {
            assertThat(session.authorized()).isFalse();
            assertThatThrownBy(() -> session.rename("Hall")).isInstanceOf(DeviceException.NotAuthorized.class);

            session.authorizeWithPassword(password(Appliance.PASSWORD));

            assertThat(session.authorized()).isTrue();
        }
    }

    @Test
    void itIsRenamed() throws Exception {
        try (var session = open()) {
            session.rename("Küche");
        }

        assertThat(appliance.await(state -> state.name().text().equals("Küche")))
                .isNotNull();
    }

    @Test
    void keysAreTrustedListedAndRemoved() throws Exception {
        var other = ClientKey.of(Samples.BOB);
        try (var session = open()) {
            assertThat(session.addTrust("Bob", other.publicKey())).isEqualTo(other.accessId());
            assertThat(session.listTrust())
                    .extracting(TrustedKey::accessId)
                    .containsExactlyInAnyOrder(KEY.accessId(), other.accessId());
            session.removeTrust(other.accessId());
            assertThatThrownBy(() -> session.removeTrust(other.accessId()))
                    .isInstanceOfSatisfying(
                            DeviceException.OperationFailed.class,
                            refused -> assertThat(refused.refusal()).contains(DeviceException.Refusal.NOT_FOUND));
            assertThat(session.listTrust()).extracting(TrustedKey::accessId).containsExactly(KEY.accessId());
        }
    }

    @Test
    void thePasswordIsChangedByWhoKnowsTheOldOne() throws Exception {
        try (var session = open()) {
            assertThatThrownBy(() -> session.modifyPassword(password("no"), password("another horse"), false))
                    .isInstanceOf(DeviceException.NotAuthorized.class);
        }
        try (var session = open()) {
            session.modifyPassword(password(Appliance.PASSWORD), password("another horse"), false);
        }
        var stranger = SessionOptions.of(ClientKey.of(Samples.BOB))
                .withDiscovery(discovery)
                .withPassword(password("another horse"));
        try (var session = DeviceSession.open(Target.of(LOOPBACK), stranger)) {
            assertThat(session.authorized()).isTrue();
        }
    }

    @Test
    void itSaysWhichNetworksItSees() throws Exception {
        try (var session = open()) {
            assertThat(session.wifiList())
                    .isNotEmpty()
                    .allSatisfy(network -> assertThat(network.rssi()).isNegative());
        }
    }

    @Test
    void aMovedDeviceIsFoundAndKept() throws Exception {
        var change = NetworkChange.joining("Oma's Garten 🌻", WifiSecurity.WPA2, Optional.of(password("password")));
        try (var session = open()) {
            assertThat(NetworkMove.move(session, change, options)).isEqualTo(NetworkMove.Outcome.KEPT);
        }
    }

    @Test
    void futuresCarryTheSameOutcomes() throws Exception {
        var session = DeviceSession.openAsync(Target.of(LOOPBACK), options.withPassword(password(Appliance.PASSWORD)))
                .get(30, TimeUnit.SECONDS);
        try (var async = session.async()) {
            async.rename("Hall").get(30, TimeUnit.SECONDS);
            assertThat(async.listTrust().get(30, TimeUnit.SECONDS)).hasSize(1);
            assertThat(async.removeTrust("0".repeat(40)))
                    .failsWithin(GENEROUS)
                    .withThrowableThat()
                    .withCauseInstanceOf(DeviceException.OperationFailed.class);
        }
        assertThat(session.connected()).isFalse();
    }

    @Test
    void aServerWithAnotherKeyIsNotThisDevice() throws Exception {
        Device device;
        try (var session = open()) {
            device = session.device();
        }
        var impostor = new Device(
                device.uuid(),
                device.name(),
                device.serial(),
                device.modelId(),
                device.version(),
                device.endpoint(),
                true,
                List.of(ClientKey.of(Samples.BOB).publicKey()),
                device.metadata(),
                Optional.empty());

        assertThatThrownBy(() -> DeviceSession.open(Target.of(impostor), options))
                .isInstanceOf(DeviceException.BadProtocol.class)
                .hasMessageContaining("another key");
    }
}
