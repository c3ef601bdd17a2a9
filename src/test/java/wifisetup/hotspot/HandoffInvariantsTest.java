package wifisetup.hotspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wifisetup.hotspot.HandoffState.Place;
import wifisetup.hotspot.HotspotState.Visit;

/// What holds whatever happens in whatever order: sessions that run say what they like, people and the registry too.
class HandoffInvariantsTest {
    private static final int EVENTS = 80;
    private static final List<HotspotState> STATES = List.of(
            new HotspotState.Preparing(),
            HandoffSamples.open(Visit.NONE),
            HandoffSamples.open(Visit.JOINED),
            HandoffSamples.openAfter(HandoffSamples.WRONG, Visit.NONE),
            HandoffSamples.openAfter(HandoffSamples.WRONG, Visit.CHOOSING),
            HandoffSamples.CONNECTING,
            new HotspotState.TryingKnown());
    private static final List<HotspotEnd> ENDS = List.of(
            HandoffSamples.CONNECTED,
            new HotspotEnd.Wired(),
            new HotspotEnd.Cancelled(),
            new HotspotEnd.TimedOut(),
            HandoffSamples.BROKEN);

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void atMostOneSessionIsWantedAndEachEndingIsToldOnce(int seed) {
        var random = new Random(seed);
        var trial = new HandoffTrial(random.nextBoolean(), 1 + random.nextInt(4));
        Set<Long> running = new HashSet<>();
        Set<Long> cancelled = new HashSet<>();
        for (int i = 0; i < EVENTS; i++) {
            var event = event(random, trial, running);
            var before = trial.state();
            trial.when(event);
            var after = trial.state();
            var where = "seed " + seed + ", event " + i + ": " + event;

            if (event instanceof HandoffEvent.Ended(long session, var _)) {
                running.remove(session);
            }
            for (HandoffEffect effect : trial.effects()) {
                if (effect instanceof HandoffEffect.Run(long session, var _)) {
                    assertThat(running.add(session)).as(where).isTrue();
                }
                if (effect instanceof HandoffEffect.Cancel(long session)) {
                    assertThat(running).as(where).contains(session);
                    cancelled.add(session);
                }
            }
            var wanted =
                    running.stream().filter(each -> !cancelled.contains(each)).toList();
            assertThat(wanted)
                    .as("%s: sessions that nobody asked to stop", where)
                    .hasSizeLessThanOrEqualTo(1);
            if (!(after.place() instanceof Place.Running)) {
                assertThat(wanted).as("%s: a session runs on unseen", where).isEmpty();
            }
            assertThat(trial.told())
                    .as(where)
                    .isEqualTo(before.place().equals(after.place()) ? List.of() : List.of(after.place()));
            leaves(trial, event, before, where);
            assertThat(trial.said()).as(where).doesNotHaveDuplicates();
            if (before.place() instanceof Place.Closed && !(event instanceof HandoffEvent.Opened)) {
                assertThat(after.place()).as(where).isEqualTo(before.place());
                assertThat(trial.effects()).as(where).isSubsetOf(new HandoffEffect.Leave(new Departure.Stopped()));
            }
        }
    }

    /// Whoever was deactivated leaves no more; whoever was not leaves once, when it is over.
    private static void leaves(HandoffTrial trial, HandoffEvent event, HandoffState before, String where) {
        boolean over = before.place() instanceof Place.Running && !(trial.place() instanceof Place.Running);
        boolean unasked = event instanceof HandoffEvent.Closed
                || event instanceof HandoffEvent.Finished
                || (before.released() && !(trial.place() instanceof Place.Done));
        boolean goesOn = trial.place() instanceof Place.Pausing;
        if (over && !unasked && !goesOn) {
            assertThat(trial.left()).as(where).hasSize(1);
        } else if (!(event instanceof HandoffEvent.Stop)) {
            assertThat(trial.left()).as(where).isEmpty();
        } else {
            assertThat(trial.left()).as(where).hasSizeLessThanOrEqualTo(1);
        }
    }

    private static HandoffEvent event(Random random, HandoffTrial trial, Set<Long> running) {
        var any = running.stream()
                .skip(random.nextInt(Math.max(1, running.size())))
                .findFirst();
        return switch (random.nextInt(16)) {
            case 0, 1, 2 -> HandoffTrial.opened();
            case 3 -> new HandoffEvent.Closed();
            case 4 -> new HandoffEvent.Finished();
            case 5 -> new HandoffEvent.Stop();
            case 6 -> new HandoffEvent.Dismissed();
            case 7, 8 -> new HandoffEvent.RetryDue(trial.state().session() - random.nextInt(2));
            case 9, 10 -> ended(random, any);
            default ->
                any.<HandoffEvent>map(
                                session -> new HandoffEvent.Reached(session, STATES.get(random.nextInt(STATES.size()))))
                        .orElseGet(HandoffTrial::opened);
        };
    }

    private static HandoffEvent ended(Random random, Optional<Long> any) {
        return any.<HandoffEvent>map(session -> new HandoffEvent.Ended(session, ENDS.get(random.nextInt(ENDS.size()))))
                .orElseGet(HandoffTrial::opened);
    }
}
