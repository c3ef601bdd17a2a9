package wifisetup.hotspot.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static wifisetup.hotspot.portal.PortalCourseTrial.AIR;
import static wifisetup.hotspot.portal.PortalCourseTrial.HOME;
import static wifisetup.hotspot.portal.PortalCourseTrial.JOIN;
import static wifisetup.hotspot.portal.PortalCourseTrial.JOINED;
import static wifisetup.hotspot.portal.PortalCourseTrial.NOW;
import static wifisetup.hotspot.portal.PortalCourseTrial.PAGE;
import static wifisetup.hotspot.portal.PortalCourseTrial.RULES;
import static wifisetup.hotspot.portal.PortalCourseTrial.SAVED;
import static wifisetup.hotspot.portal.PortalCourseTrial.UP;
import static wifisetup.hotspot.portal.PortalCourseTrial.WIRED;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wifisetup.hotspot.HotspotEnd;
import wifisetup.hotspot.HotspotState;
import wifisetup.hotspot.HotspotState.FailedJoin;
import wifisetup.hotspot.HotspotState.Visit;
import wifisetup.hotspot.portal.PortalEffect.OfRadio;
import wifisetup.hotspot.portal.PortalState.Stage;
import wifisetup.network.Block;
import wifisetup.network.Connectivity;
import wifisetup.network.Failure;
import wifisetup.network.JoinStage;
import wifisetup.network.Joined;
import wifisetup.network.Link;
import wifisetup.network.NetworkStatus;
import wifisetup.network.Obstacle;
import wifisetup.network.Wire;

class PortalMachineTest {
    private static final Failure LOST = new Failure.Other("gone");
    private static final FailedJoin WRONG = new FailedJoin(HOME.ssid(), new Failure.WrongPassword());
    private static final PortalEvent CANCELLED = new PortalEvent.Cancelled();
    private static final PortalEvent OPENED = new PortalEvent.Opened();
    private static final PortalEvent STARTED = new PortalEvent.Started();

    private static HotspotState open(Visit visit, Optional<FailedJoin> last) {
        return new HotspotState.Open(PAGE, visit, last);
    }

    private static PortalEvent status(NetworkStatus status) {
        return new PortalEvent.StatusChanged(status);
    }

    @Nested
    class AtTheBeginning {
        private final PortalCourseTrial trial = new PortalCourseTrial(RULES);

        @Test
        void networksAreLookedForBeforeTheAccessPointOpens() {
            assertThat(trial.when(STARTED).radio()).containsExactly(new OfRadio.Search());
            assertThat(trial.told()).containsExactly(new HotspotState.Preparing());

            assertThat(trial.when(new PortalEvent.Searched(AIR, NOW)).radio()).containsExactly(new OfRadio.Open());
            assertThat(trial.state().air().networks()).isEqualTo(AIR);

            assertThat(trial.when(OPENED).told()).containsExactly(open(Visit.NONE, Optional.empty()));
            assertThat(trial.radio()).isEmpty();
        }

        @Test
        void itBeginsOnce() {
            assertThat(trial.when(STARTED, STARTED).radio()).hasSize(1);
        }

        @Test
        void aWireThatIsThereAlreadyIsNoReasonToEnd() {
            trial.when(
                    status(WIRED), STARTED, status(WIRED), new PortalEvent.Searched(AIR, NOW), OPENED, status(WIRED));

            assertThat(trial.stage()).isEqualTo(new Stage.Open());
        }

        @Test
        void aWireThatWasThereAndComesBackIsNews() {
            trial.when(status(WIRED), STARTED, new PortalEvent.Searched(AIR, NOW), OPENED);
            trial.when(status(PortalCourseTrial.OFFLINE), status(WIRED));

            assertThat(trial.radio()).containsExactly(new OfRadio.End(new HotspotEnd.Wired()));
        }
    }

    @Nested
    class AJoin {
        private final PortalCourseTrial trial = PortalCourseTrial.open();

        @Test
        void isAnnouncedToThePhoneBeforeTheAccessPointCloses() {
            trial.when(new PortalEvent.JoinWanted(1, JOIN));

            assertThat(trial.answers()).containsExactly(new PortalEffect.Answer(1, true));
            assertThat(trial.radio()).as("the page is on its way").isEmpty();
            assertThat(trial.told()).containsExactly(new HotspotState.Connecting(HOME.ssid(), JoinStage.PREPARING));
            assertThat(trial.after(RULES.farewell()).radio()).containsExactly(new OfRadio.Join(JOIN));
        }

        @Test
        void isShownStageByStage() {
            join();

            assertThat(trial.when(new PortalEvent.Reached(JoinStage.AUTHENTICATING))
                            .told())
                    .containsExactly(new HotspotState.Connecting(HOME.ssid(), JoinStage.AUTHENTICATING));
        }

        @Test
        void thatWorksEndsTheSession() {
            join();

            assertThat(trial.when(new PortalEvent.JoinEnded(JOINED)).radio())
                    .containsExactly(new OfRadio.End(new HotspotEnd.Connected(JOINED)));
        }

        @Test
        void thatFailsBringsTheHotspotBackAtOnceWithTheReason() {
            join();

            assertThat(trial.when(new PortalEvent.JoinEnded(new Failure.WrongPassword()))
                            .radio())
                    .as("without another search")
                    .containsExactly(new OfRadio.Open());
            assertThat(trial.when(OPENED).told()).containsExactly(open(Visit.NONE, Optional.of(WRONG)));
            assertThat(trial.state().air().networks()).isEqualTo(AIR);
        }

        @Test
        void ofTheFirstPhoneWinsAndTheOtherIsToldSo() {
            trial.when(new PortalEvent.JoinWanted(1, JOIN), new PortalEvent.JoinWanted(2, JOIN));
            assertThat(trial.answers())
                    .containsExactly(new PortalEffect.Answer(1, true), new PortalEffect.Answer(2, false));

            trial.when(new PortalEvent.SearchWanted(3));
            assertThat(trial.answers()).containsExactly(new PortalEffect.Answer(3, false));
        }

        @Test
        void isWonByAWireThatComesMeanwhileUnlessItWorks() {
            join();

            assertThat(trial.when(status(WIRED)).effects()).isEmpty();
            assertThat(trial.when(new PortalEvent.JoinEnded(new Failure.TimedOut()))
                            .radio())
                    .containsExactly(new OfRadio.End(new HotspotEnd.Wired()));
        }

        @Test
        void losesNothingWhenTheAccessPointIsLostDuringTheFarewell() {
            trial.when(new PortalEvent.JoinWanted(1, JOIN));
            long farewell = trial.timer(RULES.farewell());

            trial.when(new PortalEvent.Lost(LOST), new PortalEvent.TimeUp(farewell));

            assertThat(trial.radio()).containsExactly(new OfRadio.Join(JOIN));
        }

        private void join() {
            trial.when(new PortalEvent.JoinWanted(1, JOIN)).after(RULES.farewell());
        }
    }

    @Nested
    class ASearchThatAPhoneWants {
        private final PortalCourseTrial trial = PortalCourseTrial.open();

        @Test
        void closesTheHotspotAndOpensItAgainWithTheNewList() {
            trial.when(new PortalEvent.SearchWanted(1));
            assertThat(trial.answers()).containsExactly(new PortalEffect.Answer(1, true));
            assertThat(trial.radio()).containsExactly(new OfRadio.Search());

            trial.when(new PortalEvent.Searched(List.of(), NOW.plusSeconds(60)));
            assertThat(trial.radio()).containsExactly(new OfRadio.Open());
            assertThat(trial.state().air().at()).isEqualTo(NOW.plusSeconds(60));
        }

        @Test
        void isRefusedWhileAnotherRuns() {
            trial.when(new PortalEvent.SearchWanted(1), new PortalEvent.SearchWanted(2));

            assertThat(trial.answers()).last().isEqualTo(new PortalEffect.Answer(2, false));
            assertThat(trial.radio()).hasSize(1);
        }
    }

    @Nested
    class KnownNetworks {
        private final PortalCourseTrial trial = PortalCourseTrial.open(SAVED);

        @Test
        void areTriedAfterThreeMinutesWithNobodyThere() {
            assertThat(RULES.knownEvery()).isEqualTo(Duration.ofMinutes(3));
            assertThat(trial.after(RULES.knownEvery()).radio()).containsExactly(new OfRadio.TryKnown());
            assertThat(trial.told()).containsExactly(new HotspotState.TryingKnown());
        }

        @Test
        void endTheSessionWhenOneWorks() {
            trial.after(RULES.knownEvery());

            assertThat(trial.when(new PortalEvent.KnownTried(Optional.of(JOINED), AIR, NOW))
                            .radio())
                    .containsExactly(new OfRadio.End(new HotspotEnd.Connected(JOINED)));
        }

        @Test
        void areTriedAgainThreeMinutesLater() {
            trial.after(RULES.knownEvery());

            assertThat(trial.when(new PortalEvent.KnownTried(Optional.empty(), AIR, NOW))
                            .radio())
                    .containsExactly(new OfRadio.Open());
            assertThat(trial.when(OPENED).after(RULES.knownEvery()).radio()).containsExactly(new OfRadio.TryKnown());
        }

        @Test
        void areNotTriedWhileAPhoneIsThere() {
            long due = trial.timer(RULES.knownEvery());
            trial.when(new PortalEvent.Stations(1), new PortalEvent.TimeUp(due));
            assertThat(trial.radio()).isEmpty();

            assertThat(trial.after(RULES.knownEvery()).radio()).isEmpty();
        }

        @Test
        void areNotTriedInThePeriodInWhichSomebodyOpenedThePageAndInTheNextOneTheyAre() {
            long due = trial.timer(RULES.knownEvery());
            trial.when(new PortalEvent.Visited(), new PortalEvent.TimeUp(due));
            assertThat(trial.radio()).isEmpty();

            assertThat(trial.after(RULES.knownEvery()).radio()).containsExactly(new OfRadio.TryKnown());
        }

        @Test
        void areTriedWhenThePhoneThatHadThePageOpenHasLeft() {
            long due = trial.timer(RULES.knownEvery());
            trial.when(new PortalEvent.Stations(1), new PortalEvent.Visited(), new PortalEvent.Stations(0));
            assertThat(trial.told()).last().isEqualTo(open(Visit.NONE, Optional.empty()));

            assertThat(trial.when(new PortalEvent.TimeUp(due)).radio()).containsExactly(new OfRadio.TryKnown());
        }

        @Test
        void areNotTriedWhereNoneIsSaved() {
            var without = PortalCourseTrial.open();

            assertThat(without.after(RULES.knownEvery()).radio()).isEmpty();
            assertThat(without.when(status(SAVED)).radio()).isEmpty();
        }

        @Test
        void areNoReasonForASecondOpeningByAnOldTimer() {
            long old = trial.timer(RULES.knownEvery());
            trial.when(new PortalEvent.SearchWanted(1), new PortalEvent.Searched(AIR, NOW), OPENED);

            assertThat(trial.when(new PortalEvent.TimeUp(old)).radio()).isEmpty();
        }

        @Test
        void yieldToAWireThatCameMeanwhile() {
            trial.after(RULES.knownEvery()).when(status(WIRED));

            assertThat(trial.when(new PortalEvent.KnownTried(Optional.empty(), AIR, NOW))
                            .radio())
                    .containsExactly(new OfRadio.End(new HotspotEnd.Wired()));
        }
    }

    @Nested
    class TheEndForWantOfAnybody {
        private final PortalCourseTrial trial = PortalCourseTrial.open();
        private final long due = trial.timer(RULES.timeout());

        @Test
        void comesWhenNothingWasHeardOfAnybody() {
            assertThat(trial.when(new PortalEvent.TimeUp(due)).radio())
                    .containsExactly(new OfRadio.End(new HotspotEnd.TimedOut()));
        }

        @Test
        void waitsForAnotherWholeTimeAfterAnySign() {
            trial.when(new PortalEvent.Stations(1), new PortalEvent.Stations(0), new PortalEvent.TimeUp(due));
            assertThat(trial.radio()).isEmpty();

            assertThat(trial.after(RULES.timeout()).radio())
                    .containsExactly(new OfRadio.End(new HotspotEnd.TimedOut()));
        }

        @Test
        void doesNotEndUnderSomebodyWhoHasThePageOpen() {
            trial.when(new PortalEvent.Visited(), new PortalEvent.TimeUp(due));

            assertThat(trial.after(RULES.timeout()).radio()).isEmpty();
        }

        @Test
        void waitsUntilTheHotspotIsOpenAgain() {
            trial.when(new PortalEvent.SearchWanted(1));

            assertThat(trial.when(new PortalEvent.TimeUp(due)).radio()).isEmpty();
            assertThat(trial.timer(RULES.settle())).as("asked once more soon").isEqualTo(due);
        }

        @Test
        void neverComesWhereTheMakerWantsNone() {
            var patient = new PortalCourseTrial(RULES.withTimeout(Duration.ZERO))
                    .when(STARTED, new PortalEvent.Searched(AIR, NOW), OPENED);

            assertThat(patient.effects())
                    .filteredOn(PortalEffect.StartTimer.class::isInstance)
                    .singleElement()
                    .isEqualTo(new PortalEffect.StartTimer(patient.timer(RULES.knownEvery()), RULES.knownEvery()));
        }
    }

    @Nested
    class AnAccessPointThatIsLost {
        private final PortalCourseTrial trial = PortalCourseTrial.open();

        @Test
        void isOpenedAgainAfterAMomentWithoutASearch() {
            assertThat(trial.when(new PortalEvent.Stations(1), new PortalEvent.Lost(LOST))
                            .radio())
                    .isEmpty();
            assertThat(trial.told()).last().isEqualTo(new HotspotState.Preparing());
            assertThat(trial.after(RULES.settle()).radio()).containsExactly(new OfRadio.Open());
            assertThat(trial.when(OPENED).told()).containsExactly(open(Visit.NONE, Optional.empty()));
        }

        @Test
        void beforeItsPageIsThereIsOpenedAgainToo() {
            var opening = new PortalCourseTrial(RULES).when(STARTED, new PortalEvent.Searched(AIR, NOW));

            assertThat(opening.when(new PortalEvent.Lost(LOST)).effects()).isEmpty();
            assertThat(opening.when(OPENED).told()).isEmpty();
            assertThat(opening.stage()).isInstanceOf(Stage.Lost.class);
            assertThat(opening.after(RULES.settle()).radio()).containsExactly(new OfRadio.Open());
        }

        @Test
        void threeTimesInARowEndsTheSessionWithTheReason() {
            trial.when(new PortalEvent.Lost(LOST)).after(RULES.settle());
            trial.when(new PortalEvent.OpenFailed(LOST)).after(RULES.settle());
            assertThat(trial.radio()).containsExactly(new OfRadio.Open());

            trial.when(new PortalEvent.OpenFailed(new Failure.TimedOut()));

            assertThat(trial.radio()).containsExactly(new OfRadio.End(new HotspotEnd.Failed(new Failure.TimedOut())));
        }

        @Test
        void nowAndThenEndsNothing() {
            for (int i = 0; i < 5; i++) {
                trial.when(new PortalEvent.Lost(LOST)).after(RULES.settle());
                trial.when(OPENED).after(RULES.knownEvery());
                assertThat(trial.stage()).isEqualTo(new Stage.Open());
            }
        }

        static Stream<Failure> lasting() {
            return Stream.of(
                    new Failure.NoAdapter(),
                    new Failure.RfKill(Block.SWITCH),
                    new Failure.Denied("share"),
                    new Failure.Unsupported(Obstacle.WEP));
        }

        @ParameterizedTest
        @MethodSource("lasting")
        void isNotOpenedAgainWhereThatCannotWork(Failure failure) {
            assertThat(trial.when(new PortalEvent.Lost(failure)).radio())
                    .containsExactly(new OfRadio.End(new HotspotEnd.Failed(failure)));
        }

        @Test
        void toSomebodyElsesJoinIsWhatTheHotspotIsFor() {
            trial.when(new PortalEvent.Lost(LOST));
            long settled = trial.timer(RULES.settle());
            trial.when(
                    status(new NetworkStatus(
                            PortalCourseTrial.OFFLINE.adapter(), UP, Wire.DOWN, Connectivity.LIMITED, 1)),
                    new PortalEvent.TimeUp(settled));

            assertThat(trial.radio())
                    .containsExactly(new OfRadio.End(new HotspotEnd.Connected(new Joined(UP, Connectivity.LIMITED))));
        }

        @Test
        void toAJoinThatIsUnderWayWaitsForIt() {
            trial.when(new PortalEvent.Lost(LOST));
            long settled = trial.timer(RULES.settle());

            trial.when(
                    status(PortalCourseTrial.status(new Link.Joining(HOME.ssid()), Wire.DOWN, 1)),
                    new PortalEvent.TimeUp(settled));

            assertThat(trial.radio()).isEmpty();
            trial.when(status(PortalCourseTrial.OFFLINE), new PortalEvent.TimeUp(trial.timer(RULES.settle())));
            assertThat(trial.radio()).containsExactly(new OfRadio.Open());
        }

        @Test
        void refusesWhatPhonesStillAskFor() {
            trial.when(new PortalEvent.Lost(LOST), new PortalEvent.JoinWanted(4, JOIN));

            assertThat(trial.answers()).containsExactly(new PortalEffect.Answer(4, false));
        }
    }

    @Nested
    class SomebodyWhoStopsIt {
        private static final OfRadio END = new OfRadio.End(new HotspotEnd.Cancelled());

        @Test
        void beforeAnythingEndsItAtOnce() {
            assertThat(new PortalCourseTrial(RULES).when(CANCELLED).radio()).containsExactly(END);
        }

        @Test
        void duringTheSearchWaitsForIt() {
            var trial = new PortalCourseTrial(RULES).when(STARTED, CANCELLED);
            assertThat(trial.radio()).doesNotContain(END);

            assertThat(trial.when(new PortalEvent.Searched(AIR, NOW)).radio()).containsExactly(END);
        }

        static Stream<Arguments> howItOpens() {
            return Stream.of(Arguments.of(new PortalEvent.Opened()), Arguments.of(new PortalEvent.OpenFailed(LOST)));
        }

        @ParameterizedTest
        @MethodSource("howItOpens")
        void duringTheOpeningWaitsForIt(PortalEvent result) {
            var trial = new PortalCourseTrial(RULES).when(STARTED, new PortalEvent.Searched(AIR, NOW));
            assertThat(trial.when(CANCELLED).effects()).isEmpty();

            assertThat(trial.when(result).radio()).containsExactly(END);
        }

        @Test
        void whileItIsOpenEndsItAtOnce() {
            assertThat(PortalCourseTrial.open().when(CANCELLED).radio()).containsExactly(END);
        }

        @Test
        void duringTheFarewellEndsItAndTheJoinNeverBegins() {
            var trial = PortalCourseTrial.open().when(new PortalEvent.JoinWanted(1, JOIN));
            long farewell = trial.timer(RULES.farewell());

            assertThat(trial.when(CANCELLED).radio()).containsExactly(END);
            assertThat(trial.when(new PortalEvent.TimeUp(farewell)).effects()).isEmpty();
        }

        @Test
        void duringAJoinCancelsItFirst() {
            var trial = PortalCourseTrial.open()
                    .when(new PortalEvent.JoinWanted(1, JOIN))
                    .after(RULES.farewell());

            assertThat(trial.when(CANCELLED).effects()).containsExactly(new PortalEffect.CancelJoin());
            assertThat(trial.when(new PortalEvent.JoinEnded(new Failure.Cancelled()))
                            .radio())
                    .containsExactly(END);
        }

        @Test
        void tooLateForTheJoinIsConnected() {
            var trial = PortalCourseTrial.open()
                    .when(new PortalEvent.JoinWanted(1, JOIN))
                    .after(RULES.farewell());

            trial.when(CANCELLED).when(new PortalEvent.JoinEnded(JOINED));

            assertThat(trial.radio()).containsExactly(new OfRadio.End(new HotspotEnd.Connected(JOINED)));
        }

        @Test
        void whileSavedNetworksAreTriedCancelsThat() {
            var trial = PortalCourseTrial.open(SAVED).after(RULES.knownEvery());

            assertThat(trial.when(CANCELLED).effects()).containsExactly(new PortalEffect.CancelJoin());
            assertThat(trial.when(new PortalEvent.KnownTried(Optional.empty(), AIR, NOW))
                            .radio())
                    .containsExactly(END);
        }

        @Test
        void whileItIsLostEndsIt() {
            assertThat(PortalCourseTrial.open()
                            .when(new PortalEvent.Lost(LOST))
                            .when(CANCELLED)
                            .radio())
                    .containsExactly(END);
        }

        @Test
        void twiceEndsItOnce() {
            assertThat(PortalCourseTrial.open().when(CANCELLED, CANCELLED).radio())
                    .containsExactly(END);
        }
    }

    @Test
    void aWireThatComesUpEndsAnOpenHotspot() {
        assertThat(PortalCourseTrial.open().when(status(WIRED)).radio())
                .containsExactly(new OfRadio.End(new HotspotEnd.Wired()));
    }

    @Test
    void howNearAPhoneHasComeIsTold() {
        var trial = PortalCourseTrial.open();

        trial.when(new PortalEvent.Stations(1), new PortalEvent.Visited(), new PortalEvent.Stations(2));

        assertThat(trial.told())
                .containsExactly(open(Visit.JOINED, Optional.empty()), open(Visit.CHOOSING, Optional.empty()));
    }
}
