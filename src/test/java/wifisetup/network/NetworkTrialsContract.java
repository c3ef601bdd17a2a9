package wifisetup.network;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

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

/// What matters most about every implementation of [NetworkTrials] that can return by itself: the device is never
/// left on a network that does not serve, and never taken from one that a person has joined. In the air of the
/// laboratory.
public abstract class NetworkTrialsContract {
    private static final int PATIENCE_SECONDS = 60;

    final BlockingQueue<Checkpoint.End> ends = new LinkedBlockingQueue<>();
    Laboratory laboratory;
    Wifi wifi;
    Statuses statuses;

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

    // ---- the words of the tests

    /// Joins a network for good.
    protected final void begin(LabNetwork network) throws Exception {
        begin(network, NetworkSettings.DEFAULT);
    }

    final void begin(LabNetwork network, NetworkSettings settings) throws Exception {
        assertThat(join(network.request().with(settings))).isInstanceOf(Joined.class);
        awaitNetwork(network);
    }

    final JoinOutcome join(JoinRequest request) {
        return join(request, new Cancellation(), new Stages());
    }

    final JoinOutcome join(JoinRequest request, Cancellation cancellation, Stages stages) {
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

    /// Waits until the device is on a network, with that address, or with another one.
    protected final void awaitAddress(String address, boolean held) throws Exception {
        await(statuses.when(status -> status.link() instanceof Link.Up && hasAddress(status, address) == held));
    }

    /// What is saved of the only network that is.
    protected final NetworkSettings settings() throws WifiException {
        assertThat(wifi.saved()).hasSize(1);
        return wifi.saved().getFirst().settings();
    }

    private static boolean hasAddress(NetworkStatus status, String address) {
        return status.link() instanceof Link.Up up && up.addresses().contains(address);
    }

    static <T> T await(CompletableFuture<T> future) throws Exception {
        return future.get(PATIENCE_SECONDS, SECONDS);
    }
}
