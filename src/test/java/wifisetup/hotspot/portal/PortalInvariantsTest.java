package wifisetup.hotspot.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static wifisetup.hotspot.portal.PortalCourseTrial.AIR;
import static wifisetup.hotspot.portal.PortalCourseTrial.JOIN;
import static wifisetup.hotspot.portal.PortalCourseTrial.JOINED;
import static wifisetup.hotspot.portal.PortalCourseTrial.NOW;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wifisetup.hotspot.portal.PortalEffect.OfRadio;
import wifisetup.hotspot.portal.PortalState.Stage;
import wifisetup.network.Failure;
import wifisetup.network.JoinStage;
import wifisetup.network.Link;
import wifisetup.network.NetworkStatus;
import wifisetup.network.Wire;

/// What holds whatever happens in whatever order: the radio answers each thing that it was asked for some time, phones,
/// cables and people do as they like.
class PortalInvariantsTest {
    private static final int EVENTS = 120;
    private static final List<NetworkStatus> STATUSES = List.of(
            PortalCourseTrial.OFFLINE,
            PortalCourseTrial.SAVED,
            PortalCourseTrial.SAVED,
            PortalCourseTrial.WIRED,
            PortalCourseTrial.status(new Link.Joining(PortalCourseTrial.HOME.ssid()), Wire.DOWN, 1),
            PortalCourseTrial.status(PortalCourseTrial.UP, Wire.DOWN, 1));

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theRadioIsAskedForOneThingAtATimeAndTheEndComesOnce(int seed) {
        var random = new Random(seed);
        var trial = new PortalCourseTrial(PortalCourseTrial.RULES);
        var timers = new ArrayList<Long>();
        @Nullable OfRadio busy = null;
        int ends = 0;
        boolean open = false;
        trial.when(new PortalEvent.StatusChanged(STATUSES.get(random.nextInt(STATUSES.size()))));
        for (int i = 0; i < EVENTS; i++) {
            boolean answers = random.nextInt(3) == 0;
            var event = i == 0
                    ? new PortalEvent.Started()
                    : busy != null && answers ? answer(random, busy) : surprise(random, timers, open, busy);
            if (i > 0 && busy != null && answers) {
                open = event instanceof PortalEvent.Opened;
                busy = null;
            }
            if (event instanceof PortalEvent.Lost) {
                open = false;
            }
            trial.when(event);
            var where = "seed " + seed + ", event " + i + ": " + event;

            assertThat(trial.radio()).as(where).hasSizeLessThanOrEqualTo(1);
            if (!trial.radio().isEmpty()) {
                assertThat(busy).as("%s: the radio is busy", where).isNull();
                busy = trial.radio().getFirst();
                assertThat(ends).as("%s: after the end", where).isZero();
                open = false;
            }
            if (busy instanceof OfRadio.End) {
                ends = 1;
                busy = null;
            }
            assertThat(trial.stage() instanceof Stage.Over).as(where).isEqualTo(ends == 1);
            if (trial.stage() instanceof Stage.Open) {
                assertThat(open).as("%s: shown as open", where).isTrue();
            }
            for (PortalEffect effect : trial.effects()) {
                if (effect instanceof PortalEffect.StartTimer timer) {
                    timers.add(timer.timer());
                }
            }
            boolean asked = event instanceof PortalEvent.JoinWanted || event instanceof PortalEvent.SearchWanted;
            assertThat(trial.answers()).as(where).hasSize(asked ? 1 : 0);
            assertThat(trial.told()).as(where).hasSizeLessThanOrEqualTo(1);
        }
        if (ends == 0) {
            finish(trial, busy, "seed " + seed);
        }
    }

    /// Whatever it was at: a stop leads to the end as soon as the radio has answered.
    private static void finish(PortalCourseTrial trial, @Nullable OfRadio busy, String where) {
        trial.when(new PortalEvent.Cancelled());
        if (busy != null) {
            trial.when(answer(new Random(1), busy));
        }
        assertThat(trial.radio()).as(where).singleElement().isInstanceOf(OfRadio.End.class);
    }

    private static PortalEvent answer(Random random, OfRadio asked) {
        return switch (asked) {
            case OfRadio.Search _ -> new PortalEvent.Searched(AIR, NOW);
            case OfRadio.Open _ ->
                random.nextInt(4) == 0 ? new PortalEvent.OpenFailed(failure(random)) : new PortalEvent.Opened();
            case OfRadio.Join _ -> new PortalEvent.JoinEnded(random.nextInt(8) == 0 ? JOINED : failure(random));
            case OfRadio.TryKnown _ ->
                new PortalEvent.KnownTried(random.nextInt(8) == 0 ? Optional.of(JOINED) : Optional.empty(), AIR, NOW);
            case OfRadio.End _ -> throw new IllegalArgumentException("an end has no answer");
        };
    }

    private static PortalEvent surprise(Random random, List<Long> timers, boolean open, @Nullable OfRadio busy) {
        return switch (random.nextInt(16)) {
            case 0 -> random.nextInt(6) == 0 ? new PortalEvent.Cancelled() : new PortalEvent.Visited();
            case 1 -> new PortalEvent.Stations(random.nextInt(3));
            case 2 -> new PortalEvent.Visited();
            case 3, 4 -> new PortalEvent.JoinWanted(random.nextInt(1000), JOIN);
            case 5 -> new PortalEvent.SearchWanted(random.nextInt(1000));
            case 6 -> new PortalEvent.StatusChanged(STATUSES.get(random.nextInt(STATUSES.size())));
            case 7 -> open ? new PortalEvent.Lost(failure(random)) : new PortalEvent.Stations(0);
            case 8 ->
                busy instanceof OfRadio.Join ? new PortalEvent.Reached(JoinStage.AUTHENTICATING) : time(random, timers);
            case 9 -> new PortalEvent.Started();
            default -> time(random, timers);
        };
    }

    private static PortalEvent time(Random random, List<Long> timers) {
        return new PortalEvent.TimeUp(timers.isEmpty() ? 0 : timers.get(random.nextInt(timers.size())));
    }

    private static Failure failure(Random random) {
        return random.nextInt(8) == 0 ? new Failure.NoAdapter() : new Failure.TimedOut();
    }
}
