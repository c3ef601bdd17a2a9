package wifisetup.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import wifisetup.loop.Cancellation;
import wifisetup.secret.Secret;

/// All that every implementation of [NetworkTrials] does that can return by itself.
public abstract class NetworkTrialsFullContract extends NetworkTrialsContract {
    private static final Credentials WRONG = new Credentials.Passphrase(new Secret("not-the-password"));

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
    void aProgramThatEndsInTheMiddleLeavesTheDeviceOnItsFormerNetwork() throws Exception {
        begin(LabNetwork.HOME);
        onTrial(LabNetwork.CAFE.request());

        restart();

        assertThat(end()).isEqualTo(Checkpoint.End.RETURNED);
        awaitNetwork(LabNetwork.HOME);
        assertSavedAlone(LabNetwork.HOME);
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
    void anotherAddressOnThePresentNetworkIsTakenBack() throws Exception {
        begin(LabNetwork.HOME);
        var before = settings();

        var checkpoint =
                onTrial(LabNetwork.HOME.request(new Credentials.Saved()).with(byHand("10.77.1.77")));
        awaitAddress("10.77.1.77", true);
        checkpoint.rollBack();

        awaitAddress("10.77.1.77", false);
        assertThat(settings()).isEqualTo(before);
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
        var joining = CompletableFuture.supplyAsync(
                () -> join(LabNetwork.CAFE.request(), cancellation, stages), Thread::startVirtualThread);
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
}
