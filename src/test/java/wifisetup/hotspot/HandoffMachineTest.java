package wifisetup.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static wifisetup.hotspot.HandoffSamples.BROKEN;
import static wifisetup.hotspot.HandoffSamples.CONNECTED;
import static wifisetup.hotspot.HandoffSamples.CONNECTING;
import static wifisetup.hotspot.HandoffSamples.HOME;
import static wifisetup.hotspot.HandoffSamples.REQUEST;
import static wifisetup.hotspot.HandoffTrial.opened;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wifisetup.hotspot.HandoffState.Place;
import wifisetup.hotspot.HotspotState.Visit;

class HandoffMachineTest {
    private static final HandoffEvent STOP = new HandoffEvent.Stop();
    private static final HandoffEvent CLOSED = new HandoffEvent.Closed();
    private static final HandoffEvent FINISHED = new HandoffEvent.Finished();
    private static final HandoffEvent DISMISSED = new HandoffEvent.Dismissed();
    private static final HotspotState PREPARING = new HotspotState.Preparing();
    private static final Place NOBODY = new Place.Closed();

    @Nested
    class WhileNobodyIsAtWork {
        private final HandoffTrial trial = HandoffTrial.withPanel();

        @Test
        void anActivationRunsASession() {
            trial.when(opened());

            assertThat(trial.place()).isEqualTo(new Place.Running(REQUEST, PREPARING, false));
            assertThat(trial.deeds()).containsExactly(new HandoffEffect.Run(1, REQUEST));
            assertThat(trial.told()).containsExactly(trial.place());
        }

        @Test
        void aStopLeavesAllTheSameBecauseTheClientMayBeActive() {
            assertThat(trial.when(STOP).effects()).containsExactly(new HandoffEffect.Leave(new Departure.Stopped()));
        }

        static Stream<HandoffEvent> whatMeansNothing() {
            return Stream.of(
                    CLOSED,
                    FINISHED,
                    DISMISSED,
                    new HandoffEvent.Reached(0, CONNECTING),
                    new HandoffEvent.Ended(0, CONNECTED),
                    new HandoffEvent.RetryDue(0),
                    new HandoffEvent.RetryDue(-1));
        }

        @ParameterizedTest
        @MethodSource("whatMeansNothing")
        void everythingElseMeansNothing(HandoffEvent event) {
            var before = trial.state();

            assertThat(trial.when(event).effects()).isEmpty();
            assertThat(trial.state()).isEqualTo(before);
        }
    }

    @Nested
    class WhileASessionRuns {
        private final HandoffTrial trial = HandoffTrial.withPanel().when(opened());

        @Test
        void eachStateIsToldAndShown() {
            trial.reaching(HandoffSamples.open(Visit.NONE), CONNECTING);

            assertThat(trial.told())
                    .containsExactly(
                            new Place.Running(REQUEST, HandoffSamples.open(Visit.NONE), false),
                            new Place.Running(REQUEST, CONNECTING, false));
        }

        @Test
        void aStateThatIsNoNewsIsNotTold() {
            assertThat(trial.reaching(PREPARING).effects()).isEmpty();
        }

        @Test
        void anotherActivationMeansNothing() {
            assertThat(trial.when(opened()).effects()).isEmpty();
        }

        @Test
        void whatAnOlderSessionSaysMeansNothing() {
            assertThat(trial.when(
                                    new HandoffEvent.Reached(0, CONNECTING),
                                    new HandoffEvent.Ended(0, CONNECTED),
                                    new HandoffEvent.RetryDue(1),
                                    DISMISSED)
                            .effects())
                    .isEmpty();
        }

        @Test
        void aDeactivationCancelsItAndItsEndIsNobodysBusiness() {
            assertThat(trial.when(CLOSED).deeds()).containsExactly(new HandoffEffect.Cancel(1));
            assertThat(trial.place()).isEqualTo(NOBODY);

            assertThat(trial.ending(new HotspotEnd.Cancelled()).effects()).isEmpty();
            assertThat(trial.when(new HandoffEvent.Reached(1, CONNECTING)).effects())
                    .isEmpty();
        }

        @Test
        void aStopCancelsItOnceAndItLeavesWhenItHasEnded() {
            assertThat(trial.when(STOP).deeds()).containsExactly(new HandoffEffect.Cancel(1));
            assertThat(trial.place()).isEqualTo(new Place.Running(REQUEST, PREPARING, true));
            assertThat(trial.when(STOP).effects()).isEmpty();

            assertThat(trial.ending(new HotspotEnd.Cancelled()).left()).containsExactly(new Departure.Stopped());
            assertThat(trial.place()).isEqualTo(NOBODY);
        }

        @Test
        void aSessionThatBreaksWhileItIsStoppedIsStoppedAllTheSame() {
            assertThat(trial.when(STOP).ending(BROKEN).left()).containsExactly(new Departure.Stopped());
        }

        @Test
        void nothingIsSaidAloudAnyMoreWhileItIsStopped() {
            assertThat(trial.when(STOP)
                            .reaching(HandoffSamples.open(Visit.JOINED))
                            .said())
                    .isEmpty();
        }

        @Test
        void aJoinThatComesBeforeTheStopCounts() {
            assertThat(trial.reaching(CONNECTING).when(STOP).ending(CONNECTED).left())
                    .containsExactly(new Departure.Completed());
            assertThat(trial.place()).isEqualTo(new Place.Done(CONNECTED));
        }

        @Test
        void oneThatIsActivatedAgainWhileItIsStoppedIsFollowedByTheNext() {
            trial.when(STOP, opened());

            assertThat(trial.deeds()).containsExactly(new HandoffEffect.Cancel(1), new HandoffEffect.Run(2, REQUEST));
            assertThat(trial.when(new HandoffEvent.Ended(1, new HotspotEnd.Cancelled()))
                            .effects())
                    .as("the end of the one before")
                    .isEmpty();
        }

        @Test
        void aConnectionIsSaidAndTheClientIsDone() {
            trial.ending(CONNECTED);

            assertThat(trial.effects())
                    .containsExactly(
                            new HandoffEffect.Tell(new Place.Done(CONNECTED)),
                            new HandoffEffect.Say(new Speech.Connected(HOME)),
                            new HandoffEffect.Leave(new Departure.Completed()));
        }

        @Test
        void aWireMakesItYield() {
            assertThat(trial.ending(new HotspotEnd.Wired()).left()).containsExactly(new Departure.Yielded());
            assertThat(trial.place()).isEqualTo(NOBODY);
        }

        @Test
        void onAPanelAFailureLeadsBackToTheChoiceAtOnce() {
            assertThat(trial.ending(BROKEN).deeds())
                    .containsExactly(
                            new HandoffEffect.Say(new Speech.GaveUp(BROKEN)),
                            new HandoffEffect.Leave(new Departure.GaveUp(BROKEN)));
            assertThat(trial.place()).isEqualTo(new Place.Closed(Optional.of(BROKEN)));
        }
    }

    @Nested
    class WhenTheSetUpIsOver {
        private final HandoffTrial trial = HandoffTrial.withPanel().when(opened());

        @Test
        void aSessionThatJoinsNothingEnds() {
            assertThat(trial.when(FINISHED).deeds()).containsExactly(new HandoffEffect.Cancel(1));
            assertThat(trial.place()).isEqualTo(NOBODY);
        }

        @Test
        void theJoinThatMadeItSoIsShownToItsEnd() {
            assertThat(trial.reaching(CONNECTING).when(FINISHED).effects()).isEmpty();
            assertThat(trial.ending(CONNECTED).place()).isEqualTo(new Place.Done(CONNECTED));
        }

        @Test
        void aJoinThatFailsThenDoesNotBringTheHotspotBack() {
            trial.reaching(CONNECTING).when(FINISHED).reaching(PREPARING);

            assertThat(trial.deeds()).containsExactly(new HandoffEffect.Cancel(1));
            assertThat(trial.place()).isEqualTo(NOBODY);
        }

        @Test
        void aSessionThatBreaksThenIsNotRepeated() {
            var headless = HandoffTrial.headless().when(opened()).reaching(CONNECTING);

            assertThat(headless.when(FINISHED).ending(BROKEN).deeds()).isEmpty();
            assertThat(headless.place()).isEqualTo(NOBODY);
        }

        @Test
        void aNewActivationDoesNotWaitForTheJoin() {
            trial.reaching(CONNECTING).when(FINISHED, opened());

            assertThat(trial.deeds())
                    .containsExactlyInAnyOrder(new HandoffEffect.Cancel(1), new HandoffEffect.Run(2, REQUEST));
        }
    }

    @Nested
    class WithoutAPanel {
        private final HandoffTrial trial = HandoffTrial.headless().when(opened());

        @Test
        void aFailureIsFollowedByAPauseAndAnotherSession() {
            assertThat(trial.ending(BROKEN).deeds())
                    .containsExactly(new HandoffEffect.RetryLater(1, HandoffTrial.PAUSE));
            assertThat(trial.place()).isEqualTo(new Place.Pausing(REQUEST, BROKEN));

            assertThat(trial.when(new HandoffEvent.RetryDue(1)).deeds())
                    .containsExactly(new HandoffEffect.Run(2, REQUEST));
        }

        @Test
        void afterTheLastAttemptItGivesUp() {
            trial.ending(BROKEN)
                    .when(new HandoffEvent.RetryDue(1))
                    .ending(BROKEN)
                    .when(new HandoffEvent.RetryDue(2))
                    .ending(BROKEN);

            assertThat(trial.left()).containsExactly(new Departure.GaveUp(BROKEN));
            assertThat(trial.said()).containsExactly(new Speech.GaveUp(BROKEN));
            assertThat(trial.place()).isEqualTo(new Place.Closed(Optional.of(BROKEN)));
        }

        @Test
        void waitingInVainIsNoFailedAttempt() {
            trial.ending(BROKEN)
                    .when(new HandoffEvent.RetryDue(1))
                    .ending(new HotspotEnd.TimedOut())
                    .when(new HandoffEvent.RetryDue(2))
                    .ending(BROKEN);

            assertThat(trial.left()).isEmpty();
        }

        @Test
        void aNewActivationCountsFromTheBeginning() {
            trial.ending(BROKEN)
                    .when(new HandoffEvent.RetryDue(1))
                    .ending(BROKEN)
                    .when(opened());
            assertThat(trial.state().failures()).isZero();
            assertThat(trial.when(new HandoffEvent.RetryDue(2)).effects())
                    .as("the pause of before")
                    .isEmpty();
        }

        @Test
        void aPauseIsStoppedByThePersonAndEndedByADeactivation() {
            assertThat(trial.ending(BROKEN).when(STOP).left()).containsExactly(new Departure.Stopped());
            assertThat(trial.when(new HandoffEvent.RetryDue(1)).effects()).isEmpty();

            trial.when(opened()).ending(BROKEN);
            assertThat(trial.when(CLOSED).deeds()).isEmpty();
            assertThat(trial.place()).isEqualTo(NOBODY);
        }

        @Test
        void aPauseEndsWithTheSetUp() {
            assertThat(trial.ending(BROKEN).when(FINISHED).place()).isEqualTo(NOBODY);
        }
    }

    @Nested
    class OnceConnected {
        private final HandoffTrial trial =
                HandoffTrial.withPanel().when(opened()).ending(CONNECTED);

        @Test
        void theResultStaysUntilThePersonHasSeenIt() {
            assertThat(trial.when(CLOSED, FINISHED, STOP).effects()).isEmpty();
            assertThat(trial.place()).isEqualTo(new Place.Done(CONNECTED));

            assertThat(trial.when(DISMISSED).effects()).containsExactly(new HandoffEffect.Tell(NOBODY));
        }

        @Test
        void anActivationBeginsAnew() {
            assertThat(trial.when(opened()).deeds()).containsExactly(new HandoffEffect.Run(2, REQUEST));
        }
    }

    @Nested
    class Aloud {
        private final HandoffTrial trial = HandoffTrial.headless().when(opened());
        private final HotspotState nobody = HandoffSamples.open(Visit.NONE);

        @Test
        void thePersonIsGuidedFromTheHotspotToThePage() {
            assertThat(trial.reaching(
                                    nobody,
                                    HandoffSamples.open(Visit.JOINED),
                                    HandoffSamples.open(Visit.CHOOSING),
                                    CONNECTING)
                            .said())
                    .containsExactly(new Speech.JoinHotspot(REQUEST.access()), new Speech.ChooseNetwork());
        }

        @Test
        void aFailedJoinIsSaidWhenTheHotspotIsBackAndTheWayInIsNotRepeated() {
            var back = HandoffSamples.openAfter(HandoffSamples.WRONG, Visit.NONE);

            assertThat(trial.reaching(HandoffSamples.open(Visit.CHOOSING))
                            .reaching(CONNECTING, PREPARING, back)
                            .said())
                    .containsExactly(new Speech.JoinFailed(HandoffSamples.WRONG));
        }

        @Test
        void eachFailedJoinIsSaidAlsoTheSameOneTwice() {
            var back = HandoffSamples.openAfter(HandoffSamples.WRONG, Visit.NONE);

            assertThat(trial.reaching(nobody, CONNECTING, back, CONNECTING, PREPARING, back)
                            .said())
                    .containsExactly(
                            new Speech.JoinHotspot(REQUEST.access()),
                            new Speech.JoinFailed(HandoffSamples.WRONG),
                            new Speech.JoinFailed(HandoffSamples.WRONG));
        }

        @Test
        void anOldFailureIsNotSaidAgainWhenTheHotspotWasClosedForSavedNetworksOrLost() {
            var back = HandoffSamples.openAfter(HandoffSamples.WRONG, Visit.NONE);
            trial.reaching(nobody, CONNECTING, back);

            assertThat(trial.reaching(new HotspotState.TryingKnown(), PREPARING, back, PREPARING, back)
                            .said())
                    .isEmpty();
        }

        @Test
        void theWayInIsSaidOnceThoughTheHotspotWasLostAndCameBack() {
            assertThat(trial.reaching(nobody, PREPARING, nobody).said())
                    .containsExactly(new Speech.JoinHotspot(REQUEST.access()));
        }

        @Test
        void aNewSessionHasANewWayIn() {
            trial.reaching(nobody).ending(BROKEN);

            assertThat(trial.when(new HandoffEvent.RetryDue(1)).reaching(nobody).said())
                    .containsExactly(new Speech.JoinHotspot(REQUEST.access()));
        }

        @Test
        void aPhoneThatComesBackAfterAFailureIsToldToChoose() {
            var back = HandoffSamples.openAfter(HandoffSamples.WRONG, Visit.NONE);
            var again = HandoffSamples.openAfter(HandoffSamples.WRONG, Visit.JOINED);

            assertThat(trial.reaching(nobody, CONNECTING, back).reaching(again).said())
                    .containsExactly(new Speech.ChooseNetwork());
        }
    }

    @Test
    void aChangeIsToldBeforeWhatFollowsFromIt() {
        var trial = HandoffTrial.withPanel().when(opened()).ending(CONNECTED);

        assertThat(trial.effects().getFirst()).isInstanceOf(HandoffEffect.Tell.class);
        assertThat(List.copyOf(trial.left())).hasSize(1);
    }
}
