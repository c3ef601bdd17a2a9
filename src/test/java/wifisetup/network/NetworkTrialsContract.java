package wifisetup.network;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wifisetup.loop.Cancellation;
import wifisetup.secret.Secret;

/// What every implementation of [NetworkTrials] does that can return by itself, in the air of the laboratory.
public abstract class NetworkTrialsContract {
    private static final int PATIENCE_SECONDS = 60;

    private static final Credentials WRONG = new Credentials.Passphrase(new Secret("not-the-password"));

    private final BlockingQueue<Checkpoint.End> ends = new LinkedBlockingQueue<>();
    private Laboratory laboratory;
    private Wifi wifi;
    private Statuses statuses;

    /// The surroundings; asked for once a test, before [#open], and closed at its end.
    protected abstract Laboratory laboratory() throws Exception;

    /// A new instance of the implementation in those surroundings.
    protected abstract Wifi open() throws Exception;

    /// How long trials last here; longer than it takes to join a network.
    protected abstract Duration limit();

    @BeforeEach
    final void beginWithNothingSaved() throws Exception {
        laboratory = laboratory();
        laboratory.removeAllProfiles();
        reopen();
        await(statuses.when(status -> status.adapter() instanceof Adapter.Ready && status.link() instanceof Link.Down));
    }

    @AfterEach
    final void leaveNothingSaved() throws Exception {
        wifi.close();
        laboratory.dhcp(true);
        laboratory.removeAllProfiles();
        laboratory.close();
    }

    @Test
    void aNetworkThatIsKeptStaysAndIsSaved() throws Exception {
        begin(LabNetwork.HOME);

        onTrial(LabNetwork.CAFE.request()).keep();

        assertThat(end()).isEqualTo(Checkpoint.End.KEPT);
        awaitNetwork(LabNetwork.CAFE);
        assertThat(wifi.saved())
                .extracting(SavedNetwork::ssid)
                .containsExactlyInAnyOrder(LabNetwork.HOME.ssid(), LabNetwork.CAFE.ssid());
    }

    @Test
    void aNetworkThatIsKeptTwiceIsKept() throws Exception {
        begin(LabNetwork.HOME);
        var checkpoint = onTrial(LabNetwork.CAFE.request());

        checkpoint.keep();
        checkpoint.keep();
        checkpoint.rollBack();

        awaitNetwork(LabNetwork.CAFE);
    }

    @Test
    void untilItIsKeptNothingOfItIsSaved() throws Exception {
        begin(LabNetwork.HOME);

        var checkpoint = onTrial(LabNetwork.CAFE.request());

        assertSavedAlone(LabNetwork.HOME);
        checkpoint.rollBack();
    }

    @Test
    void aNetworkThatNobodyConfirmsIsLeftWhenTheTimeIsOver() throws Exception {
        begin(LabNetwork.HOME);

        var checkpoint = onTrial(LabNetwork.CAFE.request());

        assertThat(end()).isEqualTo(Checkpoint.End.RETURNED);
        awaitNetwork(LabNetwork.HOME);
        assertSavedAlone(LabNetwork.HOME);
        assertThatThrownBy(checkpoint::keep)
                .isInstanceOfSatisfying(
                        WifiException.class, late -> assertThat(late.failure()).isEqualTo(new Failure.TimedOut()));
    }

    @Test
    void aProgramThatEndsInTheMiddleLeavesTheDeviceOnItsFormerNetwork() throws Exception {
        begin(LabNetwork.HOME);
        onTrial(LabNetwork.CAFE.request());

        restart();

        assertThat(end()).isEqualTo(Checkpoint.End.RETURNED);
        awaitNetwork(LabNetwork.HOME);
        assertSavedAlone(LabNetwork.HOME);
    }

    @Test
    void aProgramThatDiesInTheMiddleTakesNothingFromWhoeverJoinsNext() throws Exception {
        begin(LabNetwork.HOME);
        onTrial(LabNetwork.CAFE.request());
        try (var _ = wifi) {
            reopen();

            assertThat(join(LabNetwork.MESH.request())).isInstanceOf(Joined.class);

            // Told to the dead one, which asks nothing any more: the way back has ended, by this join or by its time.
            var _ = end();
            awaitNetwork(LabNetwork.MESH);
            assertThat(wifi.saved())
                    .extracting(SavedNetwork::ssid)
                    .containsExactlyInAnyOrder(LabNetwork.HOME.ssid(), LabNetwork.MESH.ssid());
        }
    }

    @Test
    void aNetworkIsLeftAtOnceOnRequest() throws Exception {
        begin(LabNetwork.HOME);
        var checkpoint = onTrial(LabNetwork.CAFE.request());

        checkpoint.rollBack();

        awaitNetwork(LabNetwork.HOME);
        assertThat(end()).isEqualTo(Checkpoint.End.RETURNED);
        assertSavedAlone(LabNetwork.HOME);
    }

    @Test
    void aDeviceThatWasOnNoNetworkIsOnNoneAgain() throws Exception {
        var checkpoint = onTrial(LabNetwork.CAFE.request());

        checkpoint.rollBack();

        await(statuses.when(status -> status.link() instanceof Link.Down));
        assertThat(laboratory.profiles()).isEmpty();
    }

    @Test
    void aWrongPasswordReturnsAtOnce() throws Exception {
        begin(LabNetwork.CAFE);

        assertThat(tryOut(LabNetwork.HOME.request(WRONG)))
                .isEqualTo(new TrialOutcome.Failed(new Failure.WrongPassword()));

        awaitNetwork(LabNetwork.CAFE);
        assertSavedAlone(LabNetwork.CAFE);
        assertThat(ends).as("it never was on trial").isEmpty();
    }

    @Test
    void aWrongPasswordForThePresentNetworkLeavesTheRightOne() throws Exception {
        begin(LabNetwork.HOME);

        assertThat(tryOut(LabNetwork.HOME.request(WRONG))).isInstanceOf(TrialOutcome.Failed.class);

        awaitNetwork(LabNetwork.HOME);
        assertSavedAlone(LabNetwork.HOME);
    }

    @Test
    void aNetworkThatGivesNoAddressIsLeftInTime() throws Exception {
        // Which a device with an address set by hand does not miss on the way back.
        begin(LabNetwork.HOME, byHand("10.77.1.77"));
        laboratory.dhcp(false);

        assertThat(tryOut(LabNetwork.CAFE.request()))
                .isInstanceOfSatisfying(
                        TrialOutcome.Failed.class,
                        failed -> assertThat(failed.failure()).isIn(new Failure.NoAddress(), new Failure.TimedOut()));

        awaitNetwork(LabNetwork.HOME);
        assertSavedAlone(LabNetwork.HOME);
    }

    @Test
    void anotherAddressOnThePresentNetworkIsTakenBack() throws Exception {
        begin(LabNetwork.HOME);
        var before = wifi.saved().getFirst().settings();

        var checkpoint =
                onTrial(LabNetwork.HOME.request(new Credentials.Saved()).with(byHand("10.77.1.77")));
        await(statuses.when(status -> hasAddress(status, "10.77.1.77")));
        checkpoint.rollBack();

        await(statuses.when(status -> status.link() instanceof Link.Up && !hasAddress(status, "10.77.1.77")));
        assertThat(wifi.saved()).extracting(SavedNetwork::settings).containsExactly(before);
    }

    @Test
    void whileANetworkIsOnTrialNoOtherIsTried() throws Exception {
        begin(LabNetwork.HOME);
        var checkpoint = onTrial(LabNetwork.CAFE.request());

        assertThat(canReturn()).isFalse();
        assertThat(tryOut(LabNetwork.MESH.request())).isEqualTo(new TrialOutcome.Busy());

        checkpoint.keep();
        awaitNetwork(LabNetwork.CAFE);
        assertThat(canReturn()).isTrue();
    }

    @Test
    void whoJoinsANetworkDoesNotLoseItToSomebodyWhoTriesOne() throws Exception {
        laboratory.dhcp(false);
        var stages = new Stages();
        var cancellation = new Cancellation();
        var joining = CompletableFuture.supplyAsync(() -> join(LabNetwork.CAFE.request(), cancellation, stages));
        await(stages.reached(JoinStage.GETTING_ADDRESS));

        assertThat(canReturn()).isFalse();
        assertThat(tryOut(LabNetwork.MESH.request())).isEqualTo(new TrialOutcome.Busy());

        assertThat(joining).isNotDone();
        cancellation.cancel();
        assertThat(await(joining)).isEqualTo(new Failure.Cancelled());
    }

    @Test
    void aJoinThatIsNoTrialReplacesIt() throws Exception {
        begin(LabNetwork.HOME);
        var checkpoint = onTrial(LabNetwork.CAFE.request());

        assertThat(join(LabNetwork.MESH.request())).isInstanceOf(Joined.class);

        assertThat(end()).isEqualTo(Checkpoint.End.REPLACED);
        assertThatThrownBy(checkpoint::keep)
                .isInstanceOfSatisfying(
                        WifiException.class, late -> assertThat(late.failure()).isEqualTo(new Failure.Cancelled()));
        checkpoint.rollBack();
        awaitNetwork(LabNetwork.MESH);
        assertThat(wifi.saved())
                .extracting(SavedNetwork::ssid)
                .containsExactlyInAnyOrder(LabNetwork.HOME.ssid(), LabNetwork.MESH.ssid());
    }

    // ---- the words of the tests

    /// Joins a network for good.
    protected final void begin(LabNetwork network) throws Exception {
        begin(network, NetworkSettings.DEFAULT);
    }

    private void begin(LabNetwork network, NetworkSettings settings) throws Exception {
        assertThat(join(network.request().with(settings))).isInstanceOf(Joined.class);
        awaitNetwork(network);
    }

    private JoinOutcome join(JoinRequest request) {
        return join(request, new Cancellation(), new Stages());
    }

    private JoinOutcome join(JoinRequest request, Cancellation cancellation, Stages stages) {
        try {
            return wifi.join(request, cancellation, stages);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /// Whether a trial could begin now.
    protected final boolean canReturn() throws WifiException {
        return wifi.canReturn();
    }

    /// Joins a network on trial, which succeeds.
    protected final Checkpoint onTrial(JoinRequest request) throws Exception {
        var outcome = tryOut(request);
        assertThat(outcome).isInstanceOf(TrialOutcome.OnTrial.class);
        return ((TrialOutcome.OnTrial) outcome).checkpoint();
    }

    /// Joins a network on trial.
    protected final TrialOutcome tryOut(JoinRequest request) throws InterruptedException {
        return wifi.joinOnTrial(request, limit(), new Cancellation(), new Stages(), ends::add);
    }

    /// How the trial ends.
    protected final Checkpoint.End end() throws InterruptedException {
        var end = ends.poll(PATIENCE_SECONDS, SECONDS);
        assertThat(end).isNotNull();
        return end;
    }

    /// Waits until the device is on that network.
    protected final void awaitNetwork(LabNetwork network) throws Exception {
        await(statuses.when(
                status -> status.link() instanceof Link.Up up && up.ssid().equals(network.ssid())));
    }

    /// Asserts that this is the only network of which there is a profile.
    protected final void assertSavedAlone(LabNetwork network) throws Exception {
        assertThat(wifi.saved()).extracting(SavedNetwork::ssid).containsExactly(network.ssid());
    }

    /// The program ends, and another begins.
    protected final void restart() throws Exception {
        wifi.close();
        reopen();
    }

    private void reopen() throws Exception {
        wifi = open();
        statuses = new Statuses();
        wifi.observe(statuses);
    }

    /// An address set by hand.
    protected static NetworkSettings byHand(String address) throws Exception {
        return NetworkSettings.DEFAULT.withIpv4(
                new IpSettings.Manual(InetAddress.getByName(address), 24, Optional.empty(), List.of()));
    }

    private static boolean hasAddress(NetworkStatus status, String address) {
        return status.link() instanceof Link.Up up && up.addresses().contains(address);
    }

    private static <T> T await(CompletableFuture<T> future) throws Exception {
        return future.get(PATIENCE_SECONDS, SECONDS);
    }
}
