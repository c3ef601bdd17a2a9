package wifisetup.join;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wifisetup.network.Adapter;
import wifisetup.network.Band;
import wifisetup.network.Block;
import wifisetup.network.Connectivity;
import wifisetup.network.Credentials;
import wifisetup.network.Failure;
import wifisetup.network.JoinRequest;
import wifisetup.network.JoinStage;
import wifisetup.network.Joined;
import wifisetup.network.Link;
import wifisetup.network.Network;
import wifisetup.network.NetworkId;
import wifisetup.network.NetworkStatus;
import wifisetup.network.Obstacle;
import wifisetup.network.Security;
import wifisetup.network.Ssid;
import wifisetup.network.Wire;
import wifisetup.secret.Secret;

class JoinMachineTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final NetworkId HOME = new NetworkId(Ssid.of("Home"), Security.WPA2);
    private static final NetworkId CAFE = new NetworkId(Ssid.of("Café: 5G"), Security.OPEN);
    private static final NetworkId KEPT = new NetworkId(Ssid.of("Kept"), Security.WPA3);
    private static final NetworkId WORK = new NetworkId(Ssid.of("Work"), Security.ENTERPRISE_192);
    private static final Secret PASSWORD = new Secret("hunter22");
    private static final Secret OTHER = new Secret("hunter23");
    private static final Link.Up UP = new Link.Up(HOME.ssid(), List.of("192.0.2.7"), Optional.empty());
    private static final Joined JOINED = new Joined(UP, Connectivity.FULL);
    private static final Place CLOSED = new Place.Closed();
    private static final Place CHOOSING = new Place.Choosing();

    private final JoinMachine machine = new JoinMachine();
    private JoinState state = JoinState.INITIAL;
    private List<JoinEffect> effects = List.of();

    private JoinMachineTest when(JoinEvent... events) {
        var wanted = new ArrayList<JoinEffect>();
        for (JoinEvent event : events) {
            var step = machine.next(state, event);
            state = step.state();
            wanted.addAll(step.effects());
        }
        effects = List.copyOf(wanted);
        return this;
    }

    private JoinMachineTest choosing() {
        return when(
                new JoinEvent.Opened(),
                new JoinEvent.Scanned(List.of(row(HOME, false), row(CAFE, false), row(KEPT, true), barred(WORK)), NOW));
    }

    private JoinMachineTest asking() {
        return choosing().when(new JoinEvent.Picked(HOME));
    }

    private JoinMachineTest joining() {
        return asking().when(new JoinEvent.Typed(PASSWORD));
    }

    private JoinMachineTest failed() {
        return joining().when(new JoinEvent.Ended(1, new Failure.OutOfRange()));
    }

    @Test
    void openingShowsTheKnownListAndScans() {
        when(new JoinEvent.Opened());

        assertThat(state.place()).isEqualTo(CHOOSING);
        assertThat(effects).containsExactly(new JoinEffect.Look(), new JoinEffect.Scan());
    }

    @Test
    void aScanUnderWayIsNotAskedForTwice() {
        when(new JoinEvent.Opened()).when(new JoinEvent.Refresh());

        assertThat(effects).isEmpty();
    }

    @Test
    void aListThatHasBecomeOldIsScannedAgainWhileSomebodyLooksAtIt() {
        choosing();
        assertThat(effects).endsWith(new JoinEffect.ScanLater(NOW));

        when(new JoinEvent.ScanDue(NOW.minusSeconds(1)));
        assertThat(effects).isEmpty();
        when(new JoinEvent.ScanDue(NOW));
        assertThat(effects).containsExactly(new JoinEffect.Scan());

        when(new JoinEvent.Scanned(List.of(row(HOME, false)), NOW), new JoinEvent.Picked(HOME))
                .when(new JoinEvent.ScanDue(NOW));
        assertThat(effects).isEmpty();
    }

    @Test
    void aFailedScanKeepsTheListAndTheRadiosReturnScansAgain() {
        choosing().when(new JoinEvent.ScanFailed(new Failure.NoAdapter()));
        assertThat(state.networks()).hasSize(4);
        assertThat(state.listing()).isEqualTo(new Listing.Failed(new Failure.NoAdapter()));

        when(new JoinEvent.StatusChanged(status(new Link.Down())));

        assertThat(effects).containsExactly(new JoinEffect.Scan());
    }

    static Stream<Arguments> picks() {
        return Stream.of(
                Arguments.of(HOME, new Place.Asking(HOME, false, new Cause.Needed()), 0),
                Arguments.of(CAFE, preparing(new JoinRequest(CAFE, new Credentials.None(), false)), 1),
                Arguments.of(KEPT, preparing(new JoinRequest(KEPT, new Credentials.Saved(), false)), 1),
                Arguments.of(WORK, CHOOSING, 0),
                Arguments.of(new NetworkId(Ssid.of("Gone"), Security.OPEN), CHOOSING, 0));
    }

    @ParameterizedTest
    @MethodSource("picks")
    void aTapAsksOrJoinsAsTheNetworkNeeds(NetworkId id, Place place, int joins) {
        choosing().when(new JoinEvent.Picked(id));

        assertThat(state.place()).isEqualTo(place);
        assertThat(effects.stream().filter(JoinEffect.Join.class::isInstance)).hasSize(joins);
    }

    @Test
    void aTapOnTheNetworkInUseShowsThatItIsConnected() {
        var connected = new Network(HOME, 80, Band.GHZ_5, true, true, Optional.empty());
        when(
                new JoinEvent.Opened(),
                new JoinEvent.Scanned(List.of(connected), NOW),
                new JoinEvent.StatusChanged(status(UP)),
                new JoinEvent.Picked(HOME));

        assertThat(state.place()).isInstanceOf(Place.Done.class);
        assertThat(effects.stream().filter(JoinEffect.Join.class::isInstance)).isEmpty();
    }

    @Test
    void aHiddenNetworkIsNamedAskedForAndJoinedAsHidden() {
        choosing().when(new JoinEvent.OtherPicked(), new JoinEvent.Named(HOME.ssid(), Security.WPA2));
        assertThat(state.place()).isEqualTo(new Place.Asking(HOME, true, new Cause.Needed()));

        when(new JoinEvent.Typed(PASSWORD));

        var request = new JoinRequest(HOME, new Credentials.Passphrase(PASSWORD), true);
        assertThat(effects).containsExactly(new JoinEffect.Join(1, request));
    }

    @Test
    void aPasswordThatCannotBeOneIsKeptAndNotTried() {
        asking().when(new JoinEvent.Typed(new Secret("short")));

        assertThat(state.place()).isInstanceOf(Place.Asking.class);
        assertThat(state.drafts().password(HOME)).isEqualTo(new Secret("short"));
        assertThat(effects).isEmpty();
    }

    @Test
    void aWrongPasswordIsNamedAndTheTextSurvives() {
        joining().when(new JoinEvent.Ended(1, new Failure.WrongPassword()));

        assertThat(state.place())
                .isEqualTo(new Place.Asking(HOME, false, new Cause.Refused(new Failure.WrongPassword())));
        assertThat(state.drafts().password(HOME)).isEqualTo(PASSWORD);
        assertThat(effects).containsExactly(new JoinEffect.Report(HOME.ssid(), new Failure.WrongPassword()));
    }

    @Test
    void aDraftSurvivesBackAndBelongsToItsNetworkAlone() {
        asking().when(new JoinEvent.Back(new Draft.Password(OTHER)));

        assertThat(state.place()).isEqualTo(CHOOSING);
        assertThat(state.drafts().password(HOME)).isEqualTo(OTHER);
        assertThat(state.drafts().password(KEPT)).isEqualTo(Secret.EMPTY);
    }

    @Test
    void aSuccessForgetsTheDraftReportsAndShowsTheListAnew() {
        joining().when(new JoinEvent.Ended(1, JOINED));

        assertThat(state.place()).isEqualTo(new Place.Done(request(), JOINED));
        assertThat(state.drafts()).isEqualTo(Drafts.NONE);
        assertThat(effects).containsExactly(new JoinEffect.Report(HOME.ssid(), JOINED), new JoinEffect.Look());
    }

    @Test
    void aWrongSavedPasswordIsAskedFor() {
        choosing().when(new JoinEvent.Picked(KEPT), new JoinEvent.Ended(1, new Failure.WrongPassword()));

        assertThat(state.place()).isEqualTo(new Place.Asking(KEPT, false, new Cause.Outdated()));
    }

    @Test
    void anyOtherFailureIsShownAndTriedAgainAsItWas() {
        failed();
        assertThat(state.place()).isEqualTo(new Place.Failed(request(), new Failure.OutOfRange()));

        when(new JoinEvent.Retry());

        assertThat(effects).containsExactly(new JoinEffect.Join(2, request()));
        assertThat(state.place()).isEqualTo(preparing(request()));
    }

    @Test
    void afterAFailureThePasswordCanBeTypedAgain() {
        failed().when(new JoinEvent.Reenter());

        assertThat(state.place()).isEqualTo(new Place.Asking(HOME, false, new Cause.Needed()));
        assertThat(state.drafts().password(HOME)).isEqualTo(PASSWORD);
    }

    @Test
    void whatAnEarlierAttemptStillSaysIsDropped() {
        failed().when(new JoinEvent.Retry());
        var before = state;

        when(
                new JoinEvent.JoinBegan(1, NOW),
                new JoinEvent.Reached(1, JoinStage.GETTING_ADDRESS),
                new JoinEvent.Ended(1, JOINED));

        assertThat(state).isEqualTo(before);
        assertThat(effects).isEmpty();
    }

    @Test
    void theStagesOfTheJoinAreShown() {
        joining().when(new JoinEvent.JoinBegan(1, NOW), new JoinEvent.Reached(1, JoinStage.AUTHENTICATING));

        assertThat(state.place())
                .isEqualTo(new Place.Joining(request(), JoinStage.AUTHENTICATING, Optional.of(NOW), false));
    }

    @Test
    void cancelIsAskedForOnceAndLeadsBackToThePassword() {
        joining().when(new JoinEvent.Cancel(), new JoinEvent.Cancel(), new JoinEvent.Back(Draft.NONE));
        assertThat(effects).containsExactly(new JoinEffect.Cancel(1));

        when(new JoinEvent.Ended(1, new Failure.Cancelled()));

        assertThat(state.place()).isEqualTo(new Place.Asking(HOME, false, new Cause.Needed()));
        assertThat(state.drafts().password(HOME)).isEqualTo(PASSWORD);
    }

    @Test
    void aCancelledJoinWithoutATypedPasswordLeadsBackToTheList() {
        choosing().when(new JoinEvent.Picked(CAFE), new JoinEvent.Cancel());

        when(new JoinEvent.Ended(1, new Failure.Cancelled()));

        assertThat(state.place()).isEqualTo(CHOOSING);
    }

    @Test
    void aSetUpThatIsFinishedKeepsItsJoinAndAClosedOneCancelsIt() {
        joining().when(new JoinEvent.Finished());
        assertThat(state.place()).isEqualTo(preparing(request()));
        assertThat(effects).isEmpty();

        when(new JoinEvent.Closed());
        assertThat(state.place()).isEqualTo(CLOSED);
        assertThat(effects).containsExactly(new JoinEffect.Cancel(1));
    }

    @Test
    void aResultStaysUntilItWasSeen() {
        joining().when(new JoinEvent.Ended(1, JOINED), new JoinEvent.Finished(), new JoinEvent.Closed());
        assertThat(state.place()).isInstanceOf(Place.Done.class);

        when(new JoinEvent.Dismissed());

        assertThat(state.place()).isEqualTo(CLOSED);
        assertThat(effects).containsExactly(new JoinEffect.Leave(true));
    }

    @Test
    void aResultFollowsWhatTheNetworkTurnsOutToBe() {
        joining().when(new JoinEvent.Ended(1, new Joined(UP, Connectivity.UNKNOWN)));

        when(new JoinEvent.StatusChanged(status(UP)));

        assertThat(state.place()).isEqualTo(new Place.Done(request(), JOINED));
    }

    @Test
    void leavingTheListLeavesTheSetUp() {
        choosing().when(new JoinEvent.Back(Draft.NONE));

        assertThat(effects).containsExactly(new JoinEffect.Leave(false));
    }

    @Test
    void aForgottenNetworkIsDeletedAndTheListIsBack() {
        failed().when(new JoinEvent.Forget(HOME.ssid()));

        assertThat(state.place()).isEqualTo(CHOOSING);
        assertThat(effects).contains(new JoinEffect.Forget(HOME.ssid()));
        joining().when(new JoinEvent.Forget(HOME.ssid()));
        assertThat(effects).isEmpty();
    }

    @Test
    void aFailedScanIsTriedAgainAfterAWhile() {
        choosing().when(new JoinEvent.ScanFailed(new Failure.Other("busy")));
        assertThat(effects).contains(new JoinEffect.ScanLater(Instant.EPOCH));

        when(new JoinEvent.ScanDue(Instant.EPOCH));
        assertThat(state.listing()).isEqualTo(new Listing.Scanning());
    }

    @Test
    void turningTheRadioOnAfterAFailureLeadsBackToTheList() {
        joining();
        when(new JoinEvent.Ended(1, new Failure.RfKill(Block.SOFTWARE)));
        when(new JoinEvent.TurnOn());

        assertThat(state.place()).isEqualTo(CHOOSING);
        assertThat(effects).contains(new JoinEffect.TurnOn());
    }

    @Test
    void aNetworkForgottenFromItsResultEndsTheSetUpThere() {
        joining();
        when(new JoinEvent.Ended(1, JOINED));
        when(new JoinEvent.Forget(HOME.ssid()));

        assertThat(state.place()).isEqualTo(CLOSED);
        assertThat(effects).contains(new JoinEffect.Leave(true), new JoinEffect.Forget(HOME.ssid()));
    }

    @Test
    void noStateOrEffectPrintsThePassword() {
        joining();
        var printed = state + " " + effects + " " + new JoinEvent.Typed(PASSWORD)
                + new JoinEvent.Back(new Draft.Password(PASSWORD));
        when(new JoinEvent.Ended(1, new Failure.OutOfRange()));

        assertThat(state.drafts().password(HOME).reveal()).isEqualTo("hunter22");
        assertThat(printed + state + effects).contains("***").doesNotContain("hunter22");
    }

    private static JoinRequest request() {
        return new JoinRequest(HOME, new Credentials.Passphrase(PASSWORD), false);
    }

    private static Place preparing(JoinRequest request) {
        return new Place.Joining(request, JoinStage.PREPARING, Optional.empty(), false);
    }

    private static Network row(NetworkId id, boolean saved) {
        return new Network(id, 70, Band.GHZ_2_4, saved, false, Optional.empty());
    }

    private static Network barred(NetworkId id) {
        return new Network(id, 70, Band.GHZ_2_4, false, false, Optional.of(Obstacle.SUITE_B));
    }

    private static NetworkStatus status(Link link) {
        return new NetworkStatus(
                new Adapter.Ready("wlan0", "02:00:00:00:00:01"), link, Wire.DOWN, Connectivity.FULL, 1);
    }
}
