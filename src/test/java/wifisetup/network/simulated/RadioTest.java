package wifisetup.network.simulated;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wifisetup.loop.Cancellation;
import wifisetup.loop.ManualTimer;
import wifisetup.network.Adapter;
import wifisetup.network.Band;
import wifisetup.network.Block;
import wifisetup.network.Connectivity;
import wifisetup.network.Credentials;
import wifisetup.network.Failure;
import wifisetup.network.JoinOutcome;
import wifisetup.network.JoinRequest;
import wifisetup.network.JoinStage;
import wifisetup.network.Joined;
import wifisetup.network.LabNetwork;
import wifisetup.network.Link;
import wifisetup.network.Network;
import wifisetup.network.NetworkStatus;
import wifisetup.network.Security;
import wifisetup.network.Ssid;
import wifisetup.network.Stages;
import wifisetup.network.Statuses;
import wifisetup.network.WifiException;
import wifisetup.secret.Secret;

/// The delays of the simulated radio and what its surroundings do to it, by a clock that is moved by hand.
class RadioTest {
    private static final Credentials WRONG = new Credentials.Passphrase(new Secret("not-the-password"));
    private static final Duration TICK = Duration.ofMillis(1);

    private final ManualTimer timer = new ManualTimer();
    private final Radio radio = new Radio(Air.lab(), timer, Pace.REAL);
    private final SimulatedWifi wifi = new SimulatedWifi(radio);
    private final Statuses statuses = new Statuses();
    private final Stages stages = new Stages();

    @BeforeEach
    void observe() {
        wifi.observe(statuses);
    }

    @AfterEach
    void close() {
        wifi.close();
    }

    @Test
    void aWrongWpa2PasswordIsCertainAfterItsTime() throws Exception {
        var outcome = join(LabNetwork.HOME.request(WRONG));
        timer.advance(Pace.REAL.prepare().plus(Pace.REAL.wrongPsk()).minus(TICK));
        await(stages.reached(JoinStage.AUTHENTICATING));
        assertThat(radio.status().link()).isInstanceOf(Link.Joining.class);

        timer.advance(TICK);

        assertThat(await(outcome)).isEqualTo(new Failure.WrongPassword());
    }

    @Test
    void saeAsksTwiceBeforeThePasswordCountsAsWrong() throws Exception {
        var outcome = join(LabNetwork.FORTRESS.request(WRONG));
        timer.advance(Pace.REAL.prepare().plus(Pace.REAL.firstRefusal()));
        await(stages.reached(JoinStage.CHECKING_PASSWORD_AGAIN));
        assertThat(radio.status().link()).isInstanceOf(Link.Joining.class);

        timer.advance(Pace.REAL.secondRefusal());

        assertThat(await(outcome)).isEqualTo(new Failure.WrongPassword());
    }

    @Test
    void aScanEndsAfterItsTime() throws Exception {
        var scan = radio.scan(List.of());
        timer.advance(Pace.REAL.scan().minus(TICK));
        assertThat(scan).isNotDone();

        timer.advance(TICK);

        assertThat(scan).isDone();
    }

    @Test
    void aHiddenNetworkIsNotListedUntilItIsProbed() throws Exception {
        assertThat(radio.networks()).extracting(Network::id).doesNotContain(LabNetwork.HIDDEN.id());

        var scan = radio.scan(List.of(LabNetwork.HIDDEN.ssid()));
        timer.advance(Pace.REAL.scan());

        assertThat(scan).isDone();
        assertThat(radio.networks()).extracting(Network::id).contains(LabNetwork.HIDDEN.id());
    }

    @Test
    void anAdapterThatIsPulledEndsTheJoinAndTheStatusSaysSo() throws Exception {
        var outcome = join(LabNetwork.HOME.request());

        radio.adapter(new Adapter.Missing());

        assertThat(await(outcome)).isEqualTo(new Failure.NoAdapter());
        await(statuses.when(status -> status.adapter() instanceof Adapter.Missing));
        assertThatThrownBy(wifi::networks)
                .isInstanceOfSatisfying(
                        WifiException.class,
                        failure -> assertThat(failure.failure()).isEqualTo(new Failure.NoAdapter()));
    }

    @Test
    void softwareTurnsOnWhatSoftwareTurnedOff() throws Exception {
        radio.adapter(new Adapter.Blocked(Block.SOFTWARE));
        wifi.turnOn();
        assertThat(radio.status().adapter()).isInstanceOf(Adapter.Ready.class);
    }

    @Test
    void aSwitchThatKeepsTheRadioOffIsNamed() {
        radio.adapter(new Adapter.Blocked(Block.SWITCH));
        assertThatThrownBy(wifi::turnOn)
                .isInstanceOfSatisfying(
                        WifiException.class,
                        failure -> assertThat(failure.failure()).isEqualTo(new Failure.RfKill(Block.SWITCH)));
    }

    @Test
    void aServiceThatIsGoneAnswersNothingAndComesBackWithTheProfilesAndTheNetwork() throws Exception {
        radio.remember(LabNetwork.HOME.id(), new Secret("correct-horse"));
        radio.adapter(new Adapter.Unavailable("stopped"));
        assertThatThrownBy(wifi::saved).isInstanceOf(WifiException.class);

        radio.adapterReady();
        timer.advance(Duration.ofMinutes(1));

        await(statuses.when(up(LabNetwork.HOME.ssid())));
        assertThat(wifi.saved()).hasSize(1);
    }

    @Test
    void aNetworkThatComesBackIsJoinedAgainByItself() throws Exception {
        radio.remember(LabNetwork.HOME.id(), new Secret("correct-horse"));
        timer.advance(Duration.ofMinutes(1));
        radio.accessPoint(LabNetwork.HOME.ssid(), false);
        timer.advance(Duration.ofMinutes(1));
        assertThat(radio.status().link()).isInstanceOf(Link.Down.class);

        radio.accessPoint(LabNetwork.HOME.ssid(), true);
        timer.advance(Duration.ofMinutes(1));

        assertThat(radio.status().link()).isInstanceOf(Link.Up.class);
    }

    @Test
    void aProfileWhosePasswordIsWrongIsNotTriedForEver() {
        radio.remember(LabNetwork.HOME.id(), new Secret("changed-since"));

        timer.advance(Duration.ofHours(1));

        assertThat(radio.status().link()).isInstanceOf(Link.Down.class);
        assertThat(timer.waiting()).isZero();
    }

    @Test
    void aWiredLinkMakesTheDeviceOnline() {
        radio.wired(true);
        assertThat(radio.status().isOnline()).isTrue();

        radio.wired(false);
        assertThat(radio.status().isOnline()).isFalse();
    }

    @Test
    void aNetworkWithASignInPageIsJoinedAndSaysSo() throws Exception {
        var hotel = AccessPoint.of(Ssid.of("Hotel"), Security.OPEN, "", -50, Band.GHZ_5)
                .behaving(Behaviour.SIGN_IN_REQUIRED);
        var there = new Radio(new Air(List.of(hotel), 0), timer, Pace.INSTANT);
        try (var guest = new SimulatedWifi(there)) {
            var outcome = join(guest, new JoinRequest(hotel.id(), new Credentials.None(), false));
            timer.advance(Duration.ZERO);

            assertThat(await(outcome))
                    .isInstanceOfSatisfying(
                            Joined.class,
                            joined -> assertThat(joined.connectivity()).isEqualTo(Connectivity.PORTAL));
        }
    }

    @Test
    void theSignalsOfTheDemoDriftTheSameWayInEachRun() {
        var air = Air.demo();
        var first = air.accessPoints().getFirst();

        assertThat(List.of(air.strength(first, 0), air.strength(first, 1), air.strength(first, 2)))
                .doesNotHaveDuplicates()
                .isEqualTo(List.of(
                        Air.demo().strength(first, 0),
                        Air.demo().strength(first, 1),
                        Air.demo().strength(first, 2)));
    }

    private CompletableFuture<JoinOutcome> join(JoinRequest request) throws Exception {
        return join(wifi, request);
    }

    /// Begins a join; when this returns its first wait has been set.
    private CompletableFuture<JoinOutcome> join(SimulatedWifi port, JoinRequest request) throws Exception {
        var outcome = new CompletableFuture<JoinOutcome>();
        var began = new Stages();
        Thread.startVirtualThread(() -> {
            try {
                outcome.complete(port.join(request, new Cancellation(), stage -> {
                    stages.accept(stage);
                    began.accept(stage);
                }));
            } catch (InterruptedException interrupted) {
                outcome.completeExceptionally(interrupted);
            }
        });
        await(began.reached(JoinStage.PREPARING));
        return outcome;
    }

    private static Predicate<NetworkStatus> up(Ssid ssid) {
        return status -> status.link() instanceof Link.Up up && up.ssid().equals(ssid);
    }

    private static <T> T await(CompletableFuture<T> future) throws Exception {
        return future.get(20, SECONDS);
    }
}
