package wifisetup.hotspot.balena;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wifisetup.hotspot.HotspotEnd;
import wifisetup.hotspot.HotspotState;
import wifisetup.hotspot.HotspotState.FailedJoin;
import wifisetup.hotspot.HotspotState.Visit;
import wifisetup.loop.Step;
import wifisetup.network.Connectivity;
import wifisetup.network.Failure;
import wifisetup.network.JoinStage;
import wifisetup.network.Joined;
import wifisetup.network.NetworkStatus;
import wifisetup.network.Ssid;

/// What a session decides, sign by sign.
class WifiConnectCourseTest {
    private static final URI PAGE = URI.create("http://192.168.42.1/");
    private static final Ssid HOME = Ssid.of("HomeNet");
    private static final Ssid CAFE = Ssid.of("CafeOpen");

    private static final Sign OPENED = new Sign.Said(new Hint.Opened());
    private static final Sign CLOSED = new Sign.Said(new Hint.Closed());
    private static final Sign JOINING = new Sign.Said(new Hint.Joining(HOME));
    private static final Sign ACTIVATED = new Sign.Said(new Hint.Activated());
    private static final Sign OVER = new Sign.Exited(0);
    private static final Sign CANCEL = new Sign.Cancel();
    private static final Sign OFFLINE = new Sign.Status(Air.OFFLINE);
    private static final Sign WIRED = new Sign.Status(Air.wired());

    private WifiConnectCourse course = new WifiConnectCourse(PAGE, true, Set.of(CAFE));
    private final List<Act> acts = new ArrayList<>();
    private SessionState state = begin();

    @Test
    void itTellsThatItPreparesAndAllowsTimeForThat() {
        assertThat(acts)
                .containsExactly(
                        new Act.Tell(new HotspotState.Preparing()), new Act.Allow(WifiConnectCourse.OPENING, 1));
    }

    @Test
    void anOpenAccessPointIsToldWithItsPageAndNoTimeRuns() {
        assertThat(after(OPENED)).containsExactly(new Act.TakeTime(), new Act.Tell(open(Visit.NONE)));
        assertThat(after(new Sign.TimeUp(1))).isEmpty();
    }

    @Test
    void aPhoneOnThePageIsToldOnce() {
        var phone = new Sign.Said(new Hint.PhoneOnPage());

        assertThat(after(OPENED, phone)).containsExactly(new Act.TakeTime(), new Act.Tell(open(Visit.CHOOSING)));
        assertThat(after(phone)).isEmpty();
    }

    @Test
    void theStagesOfAJoinComeFromBothTheProgramAndNetworkManagerEachOnce() {
        assertThat(after(OPENED, CLOSED, JOINING)).contains(connecting(JoinStage.PREPARING));
        assertThat(after(new Sign.Status(Air.joining(HOME)))).containsExactly(connecting(JoinStage.AUTHENTICATING));
        assertThat(after(new Sign.Status(Air.joining(HOME)))).isEmpty();
        assertThat(after(new Sign.Status(Air.on(HOME, Connectivity.NONE))))
                .containsExactly(connecting(JoinStage.CHECKING_INTERNET));
        assertThat(after(ACTIVATED)).isEmpty();
    }

    @Test
    void anotherNetworkIsNoStageOfThisJoin() {
        assertThat(after(OPENED, JOINING, new Sign.Status(Air.joining(CAFE)))).isEmpty();
        assertThat(after(new Sign.Status(Air.on(CAFE, Connectivity.FULL)))).isEmpty();
    }

    @Test
    void codeNullAloneProvesNothing() {
        assertThat(after(OPENED, JOINING, ACTIVATED, OVER))
                .containsExactly(
                        new Act.LookForInternet(), new Act.Allow(WifiConnectCourse.CONFIRMATION, state.round()));
        assertThat(after(new Sign.Looked(Connectivity.FULL))).isEmpty();

        assertThat(after(new Sign.TimeUp(state.round())))
                .containsExactly(new Act.End(
                        new HotspotEnd.Failed(
                                new Failure.Other("wifi-connect ended, and NetworkManager is on no network")),
                        Optional.of(HOME)));
    }

    @Test
    void aJoinThatNetworkManagerConfirmsLaterCounts() {
        assertThat(after(OPENED, JOINING, OVER, new Sign.Status(Air.on(HOME, Connectivity.FULL))))
                .containsExactly(connected(Connectivity.FULL));
    }

    @Test
    void aNetworkWithoutTheInternetIsNotTakenForOneThatHasItAndIsKeptAfterATime() {
        assertThat(after(OPENED, JOINING, new Sign.Status(Air.on(HOME, Connectivity.LIMITED)), ACTIVATED, OVER))
                .contains(new Act.LookForInternet());
        assertThat(after(new Sign.Looked(Connectivity.LIMITED))).isEmpty();

        assertThat(after(new Sign.TimeUp(state.round()))).containsExactly(connected(Connectivity.LIMITED));
    }

    @Test
    void aSignInPageIsAnEndAtOnce() {
        assertThat(after(OPENED, JOINING, new Sign.Status(Air.on(HOME, Connectivity.PORTAL)), OVER))
                .containsExactly(connected(Connectivity.PORTAL));
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(HOME, new Hint.NotActivated("Deactivated"), new Failure.WrongPassword()),
                Arguments.of(HOME, new Hint.NotActivated("Activating"), new Failure.TimedOut()),
                Arguments.of(
                        CAFE,
                        new Hint.NotActivated("Deactivated"),
                        new Failure.Other("NetworkManager gave up the join")),
                Arguments.of(
                        HOME,
                        new Hint.Refused("Password length should be at least 8 characters"),
                        new Failure.WrongPassword()),
                Arguments.of(HOME, new Hint.Refused("D-Bus went away"), new Failure.Other("D-Bus went away")));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aFailedJoinPutsTheProfilesBackAndIsToldWhenTheAccessPointIsBack(Ssid ssid, Hint hint, Failure failure) {
        assertThat(after(OPENED, CLOSED, new Sign.Said(new Hint.Joining(ssid)), new Sign.Said(hint)))
                .containsExactly(new Act.PutBack(), new Act.Allow(WifiConnectCourse.JOIN, state.round()));

        assertThat(after(OPENED))
                .contains(new Act.Tell(
                        new HotspotState.Open(PAGE, Visit.NONE, Optional.of(new FailedJoin(ssid, failure)))));
    }

    @Test
    void aNetworkThatVanishedIsNoFailureOfItsOwn() {
        assertThat(after(OPENED, CLOSED, OPENED)).contains(new Act.Tell(open(Visit.NONE)));
    }

    @Test
    void whatANetworksNameMakesTheProgramSeemToSayEndsNothing() {
        assertThat(after(OPENED, ACTIVATED, new Sign.Said(new Hint.NotActivated("Deactivated"))))
                .isEmpty();
    }

    @Test
    void anEndWithCodeNullAndWithoutAJoinIsTheProgramsTimeOut() {
        assertThat(after(OPENED, OVER)).containsExactly(new Act.End(new HotspotEnd.TimedOut(), Optional.empty()));
    }

    @Test
    void withoutATimeOutSomebodyElseEndedIt() {
        course = new WifiConnectCourse(PAGE, false, Set.of());

        assertThat(after(OPENED, OVER))
                .containsExactly(new Act.End(
                        new HotspotEnd.Failed(new Failure.Other("wifi-connect: somebody else ended it (exit code 0)")),
                        Optional.empty()));
    }

    @Test
    void aCrashInTheMiddleOfAJoinLeavesItsProfileToBeDeleted() {
        assertThat(after(OPENED, JOINING, new Sign.Exited(101)))
                .containsExactly(new Act.End(
                        new HotspotEnd.Failed(new Failure.Other("wifi-connect: it crashed (exit code 101)")),
                        Optional.of(HOME)));
    }

    @Test
    void aCrashAfterTheJoinDoesNotUndoIt() {
        assertThat(after(OPENED, JOINING, new Sign.Status(Air.on(HOME, Connectivity.FULL)), new Sign.Exited(101)))
                .containsExactly(connected(Connectivity.FULL));
    }

    static Stream<Arguments> stops() {
        return Stream.of(
                Arguments.of(List.of(), WifiConnectCourse.STOP),
                Arguments.of(List.of(OPENED), WifiConnectCourse.STOP),
                Arguments.of(List.of(OPENED, CLOSED), WifiConnectCourse.STOP_DURING_JOIN),
                Arguments.of(List.of(OPENED, CLOSED, JOINING), WifiConnectCourse.STOP_DURING_JOIN));
    }

    @ParameterizedTest
    @MethodSource("stops")
    void aStopIsAskedForThenForced(List<Sign> before, Duration time) {
        before.forEach(this::after);

        assertThat(after(CANCEL)).containsExactly(new Act.Interrupt(), new Act.Allow(time, state.round()));
        assertThat(after(CANCEL)).isEmpty();
        assertThat(after(new Sign.TimeUp(state.round())))
                .containsExactly(new Act.Kill(), new Act.Allow(WifiConnectCourse.KILL, state.round()));
        assertThat(after(new Sign.Exited(137)))
                .singleElement()
                .isInstanceOfSatisfying(
                        Act.End.class, end -> assertThat(end.end()).isEqualTo(new HotspotEnd.Cancelled()));
        assertThat(after(OPENED, CANCEL, OVER)).isEmpty();
    }

    @Test
    void whatCannotBeKilledIsAFailure() {
        after(CANCEL);
        after(new Sign.TimeUp(state.round()));

        assertThat(after(new Sign.TimeUp(state.round())))
                .containsExactly(new Act.End(
                        new HotspotEnd.Failed(new Failure.Other("wifi-connect does not end")), Optional.empty()));
    }

    @Test
    void aJoinThatWorksAfterItWasCancelledCounts() {
        assertThat(after(OPENED, JOINING, CANCEL, new Sign.Status(Air.on(HOME, Connectivity.FULL)), OVER))
                .containsExactly(connected(Connectivity.FULL));
    }

    @Test
    void aCancelledJoinIsForgotten() {
        assertThat(after(OPENED, JOINING, CANCEL, OVER))
                .containsExactly(new Act.End(new HotspotEnd.Cancelled(), Optional.of(HOME)));
    }

    @ParameterizedTest
    @MethodSource("stops")
    void aWireThatComesUpStopsIt(List<Sign> before, Duration time) {
        after(OFFLINE);
        before.forEach(this::after);

        assertThat(after(WIRED)).containsExactly(new Act.Interrupt(), new Act.Allow(time, state.round()));
        assertThat(after(OVER))
                .singleElement()
                .isInstanceOfSatisfying(
                        Act.End.class, end -> assertThat(end.end()).isEqualTo(new HotspotEnd.Wired()));
    }

    @Test
    void aWireThatWasThereBeforeStopsNothing() {
        assertThat(after(new Sign.Status(NetworkStatus.UNKNOWN), WIRED, OPENED, WIRED))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("hangs")
    void aProgramThatHangsIsStopped(List<Sign> before) {
        before.forEach(this::after);

        assertThat(after(new Sign.TimeUp(state.round()))).contains(new Act.Interrupt());
        assertThat(after(OVER))
                .singleElement()
                .isInstanceOfSatisfying(
                        Act.End.class,
                        end -> assertThat(end.end()).isEqualTo(new HotspotEnd.Failed(new Failure.TimedOut())));
    }

    static Stream<List<Sign>> hangs() {
        return Stream.of(
                List.of(),
                List.of(OPENED, CLOSED),
                List.of(OPENED, CLOSED, JOINING),
                List.of(OPENED, CLOSED, JOINING, new Sign.Said(new Hint.NotActivated("Deactivated"))));
    }

    @Test
    void aProgramOutOfSightIsAFailure() {
        var failure = new Failure.BackendUnavailable("systemd is gone");

        assertThat(after(OPENED, JOINING, new Sign.Lost(failure)))
                .containsExactly(new Act.End(new HotspotEnd.Failed(failure), Optional.of(HOME)));
    }

    private SessionState begin() {
        return take(course.begin());
    }

    /// What the last of these signs leads to.
    private List<Act> after(Sign... signs) {
        for (Sign sign : Arrays.asList(signs)) {
            acts.clear();
            state = take(course.next(state, sign));
        }
        return List.copyOf(acts);
    }

    private SessionState take(Step<SessionState, Act> step) {
        acts.addAll(step.effects());
        return step.state();
    }

    private static HotspotState open(Visit visit) {
        return new HotspotState.Open(PAGE, visit, Optional.empty());
    }

    private static Act connecting(JoinStage stage) {
        return new Act.Tell(new HotspotState.Connecting(HOME, stage));
    }

    private static Act connected(Connectivity connectivity) {
        return new Act.End(new HotspotEnd.Connected(new Joined(Air.up(HOME), connectivity)), Optional.empty());
    }
}
