package wifisetup.network.dbus;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wifisetup.dbus.PrivateBus;
import wifisetup.loop.Cancellation;
import wifisetup.loop.SystemTimer;
import wifisetup.loop.Timer;
import wifisetup.network.Adapter;
import wifisetup.network.Block;
import wifisetup.network.Country;
import wifisetup.network.Credentials;
import wifisetup.network.Failure;
import wifisetup.network.HeldRules;
import wifisetup.network.IpSettings;
import wifisetup.network.JoinOutcome;
import wifisetup.network.JoinRequest;
import wifisetup.network.JoinStage;
import wifisetup.network.Joined;
import wifisetup.network.LabNetwork;
import wifisetup.network.Metered;
import wifisetup.network.NetworkStatus;
import wifisetup.network.RadioRules;
import wifisetup.network.SavedNetwork;
import wifisetup.network.Stages;
import wifisetup.network.Statuses;
import wifisetup.network.Wifi;
import wifisetup.network.WifiException;
import wifisetup.network.Wire;
import wifisetup.secret.Secret;

/// What is particular to this adapter, tried against a NetworkManager of our own on a bus of our own.
final class NetworkManagerWifiTest {
    /// The adapter's own limits are tens of seconds; here they pass ten times as fast.
    private static final int HASTE = 10;

    private static final Credentials.Passphrase WRONG = new Credentials.Passphrase(new Secret("certainly-not-it"));

    @AutoClose
    private final FakeNetworkManager manager;

    private HeldRules rules = HeldRules.settled();

    @AutoClose
    private final PrivateBus bus;

    @AutoClose
    private final SystemTimer clock = new SystemTimer();

    private final Timer hasty = (delay, action) -> clock.after(delay.dividedBy(HASTE), action);

    NetworkManagerWifiTest() throws IOException, DBusException {
        bus = new PrivateBus();
        manager = new FakeNetworkManager(bus.address());
    }

    private Wifi open() {
        return new NetworkManagerWifi(bus.address(), rules, hasty);
    }

    @Test
    void whoIsCalledByNameIsCalledAgainAfterAScanThatWasUnderWay() throws Exception {
        try (var wifi = open()) {
            manager.scanUnderWay();

            assertThat(wifi.scan(List.of(LabNetwork.HIDDEN.ssid())))
                    .anyMatch(row -> row.ssid().equals(LabNetwork.HIDDEN.ssid()));
        }
    }

    @Test
    void aPasswordThatIsNoPasswordIsRefusedWithoutTrying() throws Exception {
        try (var wifi = open()) {
            assertThat(join(wifi, LabNetwork.HOME.request(new Credentials.Passphrase(new Secret("short")))))
                    .isEqualTo(new Failure.WrongPassword());
        }
    }

    @Test
    void withoutASightOfTheSupplicantAWrongWpa3PasswordIsStillNamed() throws Exception {
        manager.supplicantVisible(false);
        try (var wifi = open()) {
            assertThat(join(wifi, LabNetwork.FORTRESS.request(WRONG))).isEqualTo(new Failure.WrongPassword());
        }
    }

    @Test
    void aWpa3NetworkThatIsGoneIsNotMistakenForAWrongPassword() throws Exception {
        manager.accessPoint(LabNetwork.FORTRESS.ssid(), false);
        try (var wifi = open()) {
            assertThat(join(wifi, LabNetwork.FORTRESS.request())).isEqualTo(new Failure.OutOfRange());
        }
    }

    @Test
    void aTransitionNetworkThatRefusesThePasswordByWpa3IsAskedByWpa2() throws Exception {
        try (var wifi = open()) {
            var stages = new Stages();

            var outcome = wifi.join(LabNetwork.MIXED.request(WRONG), new Cancellation(), stages);

            assertThat(outcome).isEqualTo(new Failure.WrongPassword());
            assertThat(stages.told()).endsWith(JoinStage.TRYING_OLDER_SECURITY);
        }
    }

    @Test
    void aNetworkThatAdmitsByWpa2AloneIsJoinedAndThatIsRememberedWithIt() throws Exception {
        manager.saeWorks(false);
        try (var wifi = open()) {
            var first = new Stages();
            var second = new Stages();

            assertThat(wifi.join(LabNetwork.MIXED.request(), new Cancellation(), first))
                    .isInstanceOf(Joined.class);
            assertThat(wifi.join(LabNetwork.MIXED.request(new Credentials.Saved()), new Cancellation(), second))
                    .isInstanceOf(Joined.class);

            assertThat(first.told()).contains(JoinStage.TRYING_OLDER_SECURITY);
            assertThat(second.told())
                    .contains(JoinStage.AUTHENTICATING)
                    .doesNotContain(JoinStage.TRYING_OLDER_SECURITY);
        }
    }

    @Test
    void aSavedNetworkThatFailsIsLeftToNetworkManagerWhichWouldElseNeverGoThereByItself() throws Exception {
        try (var wifi = open()) {
            assertThat(join(wifi, LabNetwork.CAFE.request())).isInstanceOf(Joined.class);
            manager.dhcp(false);
            var _ = manager.calls();

            assertThat(join(wifi, LabNetwork.CAFE.request(new Credentials.Saved())))
                    .isEqualTo(new Failure.NoAddress());

            assertThat(manager.calls()).contains("ActivateConnection").doesNotContain("DeactivateConnection");
        }
    }

    @Test
    void whatDecidesWhenToConnectLeavesAConnectionAlone() throws Exception {
        try (var wifi = open()) {
            assertThat(join(wifi, LabNetwork.CAFE.request())).isInstanceOf(Joined.class);
            var saved = wifi.saved().getFirst();
            var _ = manager.calls();

            wifi.change(saved.profile(), saved.settings().withPriority(5).withAutoconnect(false));
            assertThat(manager.calls()).contains("Update2").doesNotContain("Reapply", "ActivateConnection");

            wifi.change(saved.profile(), saved.settings().withMetered(Metered.YES));
            assertThat(manager.calls()).contains("Update2", "Reapply");
        }
    }

    @Test
    void aProfileForAnotherAdapterIsNeitherUsedNorReplaced() throws Exception {
        manager.keepProfile(Map.of(
                "connection",
                Map.of("id", new Variant<>("other"), "interface-name", new Variant<>("wlan7")),
                "802-11-wireless",
                Map.of("ssid", new Variant<>(LabNetwork.CAFE.ssid().bytes(), "ay"))));
        try (var wifi = open()) {
            assertThat(join(wifi, LabNetwork.CAFE.request())).isInstanceOf(Joined.class);

            assertThat(wifi.saved())
                    .extracting(SavedNetwork::name)
                    .contains("other")
                    .hasSize(2);
        }
    }

    @Test
    void aProfileThatWeCannotExpressHidesNothingElse() throws Exception {
        manager.keepProfile(Map.of(
                "connection",
                Map.of("id", new Variant<>("odd")),
                "802-11-wireless",
                Map.of("ssid", new Variant<>(LabNetwork.CAFE.ssid().bytes(), "ay")),
                "ipv6",
                Map.of(
                        "method",
                        new Variant<>("manual"),
                        "address-data",
                        new Variant<>(
                                List.of(Map.of(
                                        "address",
                                        new Variant<>("::ffff:192.0.2.7"),
                                        "prefix",
                                        new Variant<>(new UInt32(64)))),
                                "aa{sv}"))));
        try (var wifi = open()) {
            var statuses = new Statuses();
            wifi.observe(statuses);

            statuses.when(status -> status.adapter() instanceof Adapter.Ready).get(20, SECONDS);
            assertThat(wifi.saved())
                    .singleElement()
                    .satisfies(saved -> assertThat(saved.settings().ipv6()).isEqualTo(new IpSettings.Off()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "802-3-ethernet, 2, UP",
        "802-3-ethernet, 1, JOINING",
        "gsm, 2, UP",
        "bridge, 2, UP",
        "loopback, 2, DOWN"
    })
    void whateverElseThanWifiCarriesTheTrafficIsAWire(String type, int state, Wire wire) throws Exception {
        try (var wifi = open()) {
            var statuses = new Statuses();
            wifi.observe(statuses);
            manager.primary(type, Map.of("Type", new Variant<>(type), "State", new Variant<>(new UInt32(state))));

            statuses.when(status -> status.adapter() instanceof Adapter.Ready && status.wire() == wire)
                    .get(20, SECONDS);
        }
    }

    @Test
    void aTunnelOverACableIsACable() throws Exception {
        try (var wifi = open()) {
            var statuses = new Statuses();
            wifi.observe(statuses);
            manager.primary(
                    "wireguard",
                    Map.of("Type", new Variant<>("802-3-ethernet"), "State", new Variant<>(new UInt32(2))));

            statuses.when(NetworkStatus::wired).get(20, SECONDS);
        }
    }

    @Test
    void whatPolkitForbidsIsNamedByItsAction() throws Exception {
        manager.allowed(false);
        try (var wifi = open()) {
            assertThat(join(wifi, LabNetwork.HOME.request()))
                    .isEqualTo(new Failure.Denied("org.freedesktop.NetworkManager.network-control"));
        }
    }

    @Test
    void aRadioThatIsOffForWantOfACountryIsTurnedOnByIt() throws Exception {
        rules = new HeldRules(new RadioRules.Domain.World());
        try (var wifi = open()) {
            var statuses = new Statuses();
            wifi.observe(statuses);
            manager.radioOff(false);
            statuses.when(status -> status.adapter().equals(new Adapter.Blocked(Block.COUNTRY)))
                    .get(20, SECONDS);
            assertThat(join(wifi, LabNetwork.HOME.request())).isEqualTo(new Failure.RfKill(Block.COUNTRY));

            wifi.setCountry(new Country("NL"));

            assertThat(manager.isRadioOn()).isTrue();
            assertThat(rules.domain()).isEqualTo(new RadioRules.Domain.Of(new Country("NL")));
        }
    }

    @Test
    void aSwitchThatKeepsTheRadioOffIsNamedAndSoftwareCannotMoveIt() throws Exception {
        try (var wifi = open()) {
            var statuses = new Statuses();
            wifi.observe(statuses);

            manager.radioOff(true);

            statuses.when(status -> status.adapter().equals(new Adapter.Blocked(Block.SWITCH)))
                    .get(20, SECONDS);
            assertThat(join(wifi, LabNetwork.HOME.request())).isEqualTo(new Failure.RfKill(Block.SWITCH));
            assertThatThrownBy(wifi::turnOn)
                    .isInstanceOfSatisfying(
                            WifiException.class,
                            refused -> assertThat(refused.failure()).isEqualTo(new Failure.RfKill(Block.SWITCH)));
        }
    }

    @Test
    void aRadioThatSoftwareTurnedOffIsTurnedOn() throws Exception {
        manager.radioOff(false);
        try (var wifi = open()) {
            wifi.turnOn();

            assertThat(manager.isRadioOn()).isTrue();
        }
    }

    @Test
    void anAdapterThatIsPulledEndsTheJoin() throws Exception {
        try (var wifi = open()) {
            var stages = new Stages();
            var outcome = begin(wifi, LabNetwork.HOME.request(WRONG), stages);
            stages.reached(JoinStage.AUTHENTICATING).get(20, SECONDS);

            manager.unplug();

            assertThat(outcome.get(20, SECONDS)).isEqualTo(new Failure.NoAdapter());
            assertThat(join(wifi, LabNetwork.HOME.request())).isEqualTo(new Failure.NoAdapter());
        }
    }

    @Test
    void anotherActivationThatTakesOverIsNoFailureOfThisNetwork() throws Exception {
        try (var wifi = open()) {
            var stages = new Stages();
            var outcome = begin(wifi, LabNetwork.HOME.request(WRONG), stages);
            stages.reached(JoinStage.AUTHENTICATING).get(20, SECONDS);

            manager.takeOver();

            assertThat(outcome.get(20, SECONDS)).isEqualTo(new Failure.Cancelled());
        }
    }

    @Test
    void anInterruptedJoinLeavesNothing() throws Exception {
        try (var wifi = open()) {
            var stages = new Stages();
            var ended = new CompletableFuture<Throwable>();
            var thread = Thread.startVirtualThread(() -> {
                try {
                    ended.completeExceptionally(
                            new AssertionError(wifi.join(LabNetwork.HOME.request(WRONG), new Cancellation(), stages)));
                } catch (InterruptedException interrupted) {
                    ended.complete(interrupted);
                }
            });
            stages.reached(JoinStage.AUTHENTICATING).get(20, SECONDS);

            thread.interrupt();

            assertThat(ended.get(20, SECONDS)).isInstanceOf(InterruptedException.class);
            assertThat(manager.profiles()).isEmpty();
        }
    }

    @Test
    void networkManagerThatLeavesAndComesBackIsNoticedAndWorksAgain() throws Exception {
        try (var wifi = open()) {
            var statuses = new Statuses();
            wifi.observe(statuses);
            statuses.when(status -> status.adapter() instanceof Adapter.Ready).get(20, SECONDS);
            var stages = new Stages();
            var outcome = begin(wifi, LabNetwork.HOME.request(WRONG), stages);
            stages.reached(JoinStage.AUTHENTICATING).get(20, SECONDS);

            manager.close();

            assertThat(outcome.get(20, SECONDS)).isInstanceOf(Failure.BackendUnavailable.class);
            statuses.when(status -> status.adapter() instanceof Adapter.Unavailable)
                    .get(20, SECONDS);
            try (var restarted = new FakeNetworkManager(bus.address())) {
                statuses.when(status -> status.adapter() instanceof Adapter.Ready)
                        .get(20, SECONDS);
                assertThat(join(wifi, LabNetwork.HOME.request())).isInstanceOf(Joined.class);
                assertThat(restarted.profiles()).hasSize(1);
            }
        }
    }

    @Test
    void aBusThatIsNotThereIsSaidAndLookedForAgain() throws Exception {
        var address = bus.address();
        bus.close();
        try (var wifi = new NetworkManagerWifi(address, rules, hasty)) {
            var statuses = new Statuses();
            wifi.observe(statuses);
            statuses.when(status -> status.adapter() instanceof Adapter.Unavailable)
                    .get(20, SECONDS);
            assertThat(join(wifi, LabNetwork.HOME.request())).isInstanceOf(Failure.BackendUnavailable.class);

            try (var later = new PrivateBus(address);
                    var _ = new FakeNetworkManager(later.address())) {
                statuses.when(status -> status.adapter() instanceof Adapter.Ready)
                        .get(20, SECONDS);
            }
        }
    }

    @Test
    void noLogHoldsThePassword() throws Exception {
        var records = new ConcurrentLinkedQueue<LogRecord>();
        var root = Logger.getLogger("");
        var level = root.getLevel();
        var handler = new Handler() {
            @Override
            public void publish(LogRecord logged) {
                records.add(logged);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        handler.setLevel(Level.ALL);
        root.addHandler(handler);
        root.setLevel(Level.ALL);
        try (var wifi = open()) {
            assertThat(join(wifi, LabNetwork.HOME.request())).isInstanceOf(Joined.class);
            assertThat(join(wifi, LabNetwork.HOME.request(WRONG))).isEqualTo(new Failure.WrongPassword());
        } finally {
            root.setLevel(level);
            root.removeHandler(handler);
        }
        assertThat(records)
                .extracting(logged -> new SimpleFormatter().format(logged))
                .noneMatch(line -> line.contains("correct-horse")
                        || line.contains(WRONG.text().reveal()));
    }

    private static JoinOutcome join(Wifi wifi, JoinRequest request) throws InterruptedException {
        return wifi.join(request, new Cancellation(), new Stages());
    }

    private static CompletableFuture<JoinOutcome> begin(Wifi wifi, JoinRequest request, Stages stages) {
        var outcome = new CompletableFuture<JoinOutcome>();
        Thread.startVirtualThread(() -> {
            try {
                outcome.complete(wifi.join(request, new Cancellation(), stages));
            } catch (InterruptedException | RuntimeException failure) {
                outcome.completeExceptionally(failure);
            }
        });
        return outcome;
    }
}
