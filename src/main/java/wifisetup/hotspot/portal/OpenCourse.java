package wifisetup.hotspot.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wifisetup.hotspot.HotspotEnd;
import wifisetup.hotspot.portal.PortalEffect.OfRadio;
import wifisetup.hotspot.portal.PortalState.Guests;
import wifisetup.hotspot.portal.PortalState.Stage;
import wifisetup.hotspot.portal.PortalState.Timers;
import wifisetup.loop.Step;
import wifisetup.network.Failure;
import wifisetup.network.JoinRequest;
import wifisetup.network.Joined;
import wifisetup.network.Link;

/// The access point: when it opens, what closes it, and what follows when it is lost.
final class OpenCourse {
    private final PortalRules rules;

    OpenCourse(PortalRules rules) {
        this.rules = rules;
    }

    static Step<PortalState, PortalEffect> open(PortalState state) {
        return Step.to(state.at(new Stage.Opening(Optional.empty())), new OfRadio.Open());
    }

    static Step<PortalState, PortalEffect> over(PortalState state, HotspotEnd end) {
        return Step.to(state.at(new Stage.Over(end)), new OfRadio.End(end));
    }

    /// Ends the session, after what the radio is at.
    static Step<PortalState, PortalEffect> stop(PortalState state, HotspotEnd end) {
        return switch (state.stage()) {
            case Stage.Fresh _, Stage.Open _, Stage.Farewell _, Stage.Lost _ -> over(state, end);
            case Stage.Searching _, Stage.Opening _ -> Step.to(state.at(new Stage.Stopping(end)));
            case Stage.Joining _, Stage.TryingKnown _ ->
                Step.to(state.at(new Stage.Stopping(end)), new PortalEffect.CancelJoin());
            case Stage.Stopping _, Stage.Over _ -> Step.to(state);
        };
    }

    Step<PortalState, PortalEffect> opened(PortalState state) {
        var now = state.at(new Stage.Open());
        var waiting = waitForKnown(Step.to(now));
        // That wait goes on while the access point is closed for a moment.
        return state.timers().idle() == 0 ? waitForNothing(waiting) : waiting;
    }

    /// The first join wins; the other phone is told so.
    Step<PortalState, PortalEffect> joinWanted(PortalState state, long question, JoinRequest request) {
        if (!(state.stage() instanceof Stage.Open)) {
            return Step.to(state, new PortalEffect.Answer(question, false));
        }
        var timers = state.timers().next();
        return Step.to(
                state.with(timers).with(state.guests().acted()).at(new Stage.Farewell(request, timers.newest())),
                new PortalEffect.Answer(question, true),
                new PortalEffect.StartTimer(timers.newest(), rules.farewell()));
    }

    static Step<PortalState, PortalEffect> searchWanted(PortalState state, long question) {
        return state.stage() instanceof Stage.Open
                ? Step.to(
                        state.with(state.guests().acted().gone()).at(new Stage.Searching()),
                        new PortalEffect.Answer(question, true),
                        new OfRadio.Search())
                : Step.to(state, new PortalEffect.Answer(question, false));
    }

    /// It could not be opened, or was lost: another try a little later, unless nothing can come of it.
    Step<PortalState, PortalEffect> settle(PortalState state, Failure failure) {
        int times = state.failedOpenings() + 1;
        if (isLasting(failure) || times >= rules.openings()) {
            return over(state, new HotspotEnd.Failed(failure));
        }
        var timers = state.timers().next();
        return Step.to(
                state.with(timers)
                        .with(state.guests().gone())
                        .failedOpenings(times)
                        .at(new Stage.Lost(failure, timers.newest())),
                new PortalEffect.StartTimer(timers.newest(), rules.settle()));
    }

    /// Somebody else may have taken the radio to a network: that is what the hotspot is for.
    Step<PortalState, PortalEffect> settled(PortalState state, Failure failure) {
        return switch (state.status().link()) {
            case Link.Up up ->
                over(
                        state,
                        new HotspotEnd.Connected(new Joined(up, state.status().connectivity())));
            case Link.Joining _ -> {
                var timers = state.timers().next();
                yield Step.to(
                        state.with(timers).at(new Stage.Lost(failure, timers.newest())),
                        new PortalEffect.StartTimer(timers.newest(), rules.settle()));
            }
            case Link.Down _ -> open(state);
        };
    }

    /// Nobody has been there for a while: the time for saved networks. With somebody there it would take the page away.
    Step<PortalState, PortalEffect> knownDue(PortalState state) {
        var guests = state.guests();
        var calm = state.failedOpenings(0);
        if (guests.isThere() || state.status().savedNetworks() == 0) {
            // Where stations are not told, a visit counts for one period.
            return waitForKnown(Step.to(calm.with(
                    new Guests(guests.stations(), guests.stations() > 0 && guests.visited(), guests.signs()))));
        }
        return Step.to(calm.with(guests.gone()).at(new Stage.TryingKnown()), new OfRadio.TryKnown());
    }

    /// Nothing has been heard of anybody for long enough, perhaps.
    Step<PortalState, PortalEffect> idleDue(PortalState state) {
        if (!(state.stage() instanceof Stage.Open)) {
            // Once more when it is open again.
            return Step.to(state, new PortalEffect.StartTimer(state.timers().idle(), rules.settle()));
        }
        return state.guests().signs() == state.timers().signs()
                        && !state.guests().isThere()
                ? over(state, new HotspotEnd.TimedOut())
                : waitForNothing(Step.to(state));
    }

    private Step<PortalState, PortalEffect> waitForKnown(Step<PortalState, PortalEffect> step) {
        var timers = step.state().timers().next();
        return with(step, timers.forKnown(), new PortalEffect.StartTimer(timers.newest(), rules.knownEvery()));
    }

    private Step<PortalState, PortalEffect> waitForNothing(Step<PortalState, PortalEffect> step) {
        if (rules.timeout().isZero()) {
            return step;
        }
        var timers = step.state().timers().next();
        return with(
                step,
                timers.forIdle(step.state().guests().signs()),
                new PortalEffect.StartTimer(timers.newest(), rules.timeout()));
    }

    private static Step<PortalState, PortalEffect> with(
            Step<PortalState, PortalEffect> step, Timers timers, PortalEffect effect) {
        var effects = new ArrayList<>(step.effects());
        effects.add(effect);
        return new Step<>(step.state().with(timers), List.copyOf(effects));
    }

    /// Whether another try would end the same.
    private static boolean isLasting(Failure failure) {
        return switch (failure) {
            case Failure.NoAdapter _, Failure.RfKill _, Failure.Denied _, Failure.Unsupported _ -> true;
            case Failure.WrongPassword _,
                    Failure.PasswordRequired _,
                    Failure.OutOfRange _,
                    Failure.NotKnown _,
                    Failure.NoAddress _,
                    Failure.ServerNotTrusted _,
                    Failure.CertificateUnusable _,
                    Failure.TimedOut _,
                    Failure.Cancelled _,
                    Failure.BackendUnavailable _,
                    Failure.Other _ -> false;
        };
    }
}
