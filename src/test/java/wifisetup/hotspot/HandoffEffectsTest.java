package wifisetup.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static wifisetup.hotspot.HandoffSamples.CONNECTED;
import static wifisetup.hotspot.HandoffSamples.REQUEST;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import wifisetup.loop.Cancellation;
import wifisetup.loop.Loop;
import wifisetup.loop.Machine;
import wifisetup.loop.ManualTimer;
import wifisetup.loop.Step;
import wifisetup.network.Failure;

class HandoffEffectsTest {
    private static final int PATIENCE_SECONDS = 20;

    private final SlowHotspot hotspot = new SlowHotspot();
    private final ManualTimer timer = new ManualTimer();
    private final List<Object> reported = new CopyOnWriteArrayList<>();
    private final BlockingQueue<HandoffEvent> replies = new LinkedBlockingQueue<>();
    private final HandoffEffects effects = new HandoffEffects(
            hotspot,
            timer,
            new HandoffReports() {
                @Override
                public void tell(HandoffState.Place place) {
                    reported.add(place);
                }

                @Override
                public void say(Speech speech) {
                    reported.add(speech);
                }
            },
            reported::add);

    /// Performs each effect that is submitted, as the hand-off's own loop does, and keeps the answers.
    @AutoClose
    private final Loop<Integer, HandoffEffect, HandoffEffect> loop =
            new Loop<>("test", echo(), 0, (effect, _) -> effects.perform(effect, replies::add), (effect, thrown) -> {
                replies.add(HandoffEffects.failed(effect, thrown));
                return new HandoffEffect.Cancel(-1);
            });

    private static Machine<Integer, HandoffEffect, HandoffEffect> echo() {
        return (state, effect) -> Step.to(state + 1, effect);
    }

    @Test
    void aSessionTellsEachStateAndThenItsEnd() throws Exception {
        loop.submit(new HandoffEffect.Run(1, REQUEST));
        var run = hotspot.next();
        run.progress.accept(HandoffSamples.CONNECTING);
        run.end.complete(CONNECTED);

        assertThat(run.request).isEqualTo(REQUEST);
        assertThat(reply()).isEqualTo(new HandoffEvent.Reached(1, HandoffSamples.CONNECTING));
        assertThat(reply()).isEqualTo(new HandoffEvent.Ended(1, CONNECTED));
    }

    @Test
    void aCancelReachesItsOwnSession() throws Exception {
        loop.submit(new HandoffEffect.Run(1, REQUEST));
        var run = hotspot.next();

        loop.submit(new HandoffEffect.Cancel(1));

        assertThat(reply()).isEqualTo(new HandoffEvent.Ended(1, new HotspotEnd.Cancelled()));
        assertThat(run.cancellation.isCancelled()).isTrue();
    }

    @Test
    void aSessionThatIsCancelledBeforeItBeginsNeverBegins() throws Exception {
        effects.perform(new HandoffEffect.Cancel(7), replies::add);

        effects.perform(new HandoffEffect.Run(7, REQUEST), replies::add);

        assertThat(reply()).isEqualTo(new HandoffEvent.Ended(7, new HotspotEnd.Cancelled()));
        assertThat(hotspot.runs).isEmpty();
    }

    @Test
    void theNextSessionWaitsForTheEndOfTheOneBefore() throws Exception {
        loop.submit(new HandoffEffect.Run(1, REQUEST));
        var first = hotspot.next();
        loop.submit(new HandoffEffect.Run(2, REQUEST));
        assertThat(hotspot.runs).isEmpty();

        first.end.complete(new HotspotEnd.TimedOut());

        assertThat(reply()).isEqualTo(new HandoffEvent.Ended(1, new HotspotEnd.TimedOut()));
        hotspot.next().end.complete(CONNECTED);
        assertThat(reply()).isEqualTo(new HandoffEvent.Ended(2, CONNECTED));
        assertThat(hotspot.most).isEqualTo(1);
    }

    @Test
    void aHotspotThatThrowsIsAFailureWithoutItsTextAndTheNextSessionRuns() throws Exception {
        loop.submit(new HandoffEffect.Run(1, REQUEST));
        hotspot.next().end.completeExceptionally(new IllegalStateException("with a secret"));

        assertThat(reply())
                .isEqualTo(
                        new HandoffEvent.Ended(1, new HotspotEnd.Failed(new Failure.Other("IllegalStateException"))));
        loop.submit(new HandoffEffect.Run(2, REQUEST));
        hotspot.next().end.complete(CONNECTED);
        assertThat(reply()).isEqualTo(new HandoffEvent.Ended(2, CONNECTED));
    }

    @Test
    void aReportThatCannotBeMadeEndsNoSession() {
        var event = HandoffEffects.failed(
                new HandoffEffect.Tell(new HandoffState.Place.Closed()), new IllegalStateException("the bus is away"));

        var state = HandoffState.INITIAL;
        assertThat(new HandoffMachine(HandoffRules.with(true)).next(state, event))
                .isEqualTo(Step.to(state));
    }

    @Test
    void theNextAttemptIsDueAfterThePause() throws Exception {
        effects.perform(new HandoffEffect.RetryLater(3, Duration.ofSeconds(5)), replies::add);

        timer.advance(Duration.ofSeconds(4));
        assertThat(replies).isEmpty();
        timer.advance(Duration.ofSeconds(1));
        assertThat(replies).containsExactly(new HandoffEvent.RetryDue(3));
    }

    @Test
    void whatOthersHaveToKnowReachesThem() throws Exception {
        var place = new HandoffState.Place.Closed();
        var speech = new Speech.ChooseNetwork();
        var departure = new Departure.Stopped();

        effects.perform(new HandoffEffect.Tell(place), replies::add);
        effects.perform(new HandoffEffect.Say(speech), replies::add);
        effects.perform(new HandoffEffect.Leave(departure), replies::add);

        assertThat(reported).containsExactly(place, speech, departure);
        assertThat(replies).isEmpty();
    }

    private HandoffEvent reply() throws InterruptedException {
        var reply = replies.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(reply).isNotNull();
        return reply;
    }

    /// A hotspot whose sessions a test ends.
    private static final class SlowHotspot implements Hotspot {
        private final BlockingQueue<Session> runs = new LinkedBlockingQueue<>();
        private int atWork;
        private int most;

        private record Session(
                HotspotRequest request,
                Cancellation cancellation,
                Consumer<? super HotspotState> progress,
                CompletableFuture<HotspotEnd> end) {}

        Session next() throws InterruptedException {
            var run = runs.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(run).isNotNull();
            return run;
        }

        @Override
        public HotspotEnd run(
                HotspotRequest request, Cancellation cancellation, Consumer<? super HotspotState> progress)
                throws InterruptedException {
            var run = new Session(request, cancellation, progress, new CompletableFuture<>());
            cancellation.onCancel(() -> run.end.complete(new HotspotEnd.Cancelled()));
            most = Math.max(most, ++atWork);
            runs.add(run);
            try {
                return run.end.get();
            } catch (ExecutionException broken) {
                throw new IllegalStateException(broken);
            } finally {
                atWork--;
            }
        }
    }
}
