package wifisetup.hotspot;

import java.util.List;
import java.util.Optional;
import wifisetup.hotspot.HandoffState.Place;
import wifisetup.loop.Machine;
import wifisetup.loop.Step;

/// The course of a hand-off: sessions of the hotspot, one after the other, until the device is connected, somebody
/// stops it, or too many have failed.
public final class HandoffMachine implements Machine<HandoffState, HandoffEvent, HandoffEffect> {
    private final HandoffRules rules;

    /// A machine that follows `rules`.
    public HandoffMachine(HandoffRules rules) {
        this.rules = rules;
    }

    @Override
    public Step<HandoffState, HandoffEffect> next(HandoffState state, HandoffEvent event) {
        var step = decide(state, event);
        return step.state().place().equals(state.place())
                ? step
                : new Step<HandoffState, HandoffEffect>(
                                step.state(),
                                List.of(new HandoffEffect.Tell(step.state().place())))
                        .and(step.effects());
    }

    private Step<HandoffState, HandoffEffect> decide(HandoffState state, HandoffEvent event) {
        return switch (event) {
            case HandoffEvent.Opened(var request) -> opened(state, request);
            case HandoffEvent.Closed _ -> closed(state);
            case HandoffEvent.Finished _ -> finished(state);
            case HandoffEvent.Stop _ -> stop(state);
            case HandoffEvent.Dismissed _ ->
                state.place() instanceof Place.Done ? Step.to(state.at(new Place.Closed())) : Step.to(state);
            case HandoffEvent.Reached(long session, var reached) ->
                session == state.session() && state.place() instanceof Place.Running running
                        ? reached(state, running, reached)
                        : Step.to(state);
            case HandoffEvent.Ended(long session, var end) ->
                session == state.session() && state.place() instanceof Place.Running running
                        ? ended(state, running, end)
                        : Step.to(state);
            case HandoffEvent.RetryDue(long session) ->
                session == state.session() && state.place() instanceof Place.Pausing pausing
                        ? run(state, pausing.request())
                        : Step.to(state);
        };
    }

    private static Step<HandoffState, HandoffEffect> opened(HandoffState state, HotspotRequest request) {
        return switch (state.place()) {
            case Place.Closed _, Place.Done _, Place.Pausing _ -> run(state.failed(0), request);
            // The one before is on its way out, and the radio serves one at a time: the port waits for its end.
            case Place.Running running when running.stopping() -> run(state.failed(0), request);
            case Place.Running _ ->
                state.released() ? run(state.failed(0), request).and(List.of(cancel(state))) : Step.to(state);
        };
    }

    private static Step<HandoffState, HandoffEffect> run(HandoffState state, HotspotRequest request) {
        var next = state.nextSession();
        return Step.to(
                next.at(new Place.Running(request, new HotspotState.Preparing(), false)),
                new HandoffEffect.Run(next.session(), request));
    }

    private static Step<HandoffState, HandoffEffect> closed(HandoffState state) {
        return switch (state.place()) {
            case Place.Closed _, Place.Done _ -> Step.to(state);
            case Place.Pausing _ -> Step.to(state.at(new Place.Closed()));
            case Place.Running _ -> Step.to(state.at(new Place.Closed()), cancel(state));
        };
    }

    /// The join that is under way may be the very one that ended the set-up.
    private static Step<HandoffState, HandoffEffect> finished(HandoffState state) {
        return state.place() instanceof Place.Running running && isConnecting(running)
                ? Step.to(state.release())
                : closed(state);
    }

    private static Step<HandoffState, HandoffEffect> stop(HandoffState state) {
        return switch (state.place()) {
            case Place.Done _ -> Step.to(state);
            // The client may be active all the same, if its session never began.
            case Place.Closed _ -> Step.to(state, new HandoffEffect.Leave(new Departure.Stopped()));
            case Place.Pausing _ ->
                Step.to(state.at(new Place.Closed()), new HandoffEffect.Leave(new Departure.Stopped()));
            case Place.Running(var request, var now, boolean stopping) ->
                stopping ? Step.to(state) : Step.to(state.at(new Place.Running(request, now, true)), cancel(state));
        };
    }

    private static Step<HandoffState, HandoffEffect> reached(
            HandoffState state, Place.Running running, HotspotState reached) {
        var next = state.with(state.guidance().after(reached));
        if (state.released() && !(reached instanceof HotspotState.Connecting)) {
            // The join failed, and nobody waits for another one.
            return closed(next);
        }
        var place = new Place.Running(running.request(), reached, running.stopping());
        var said = running.stopping()
                ? List.<Speech>of()
                : state.guidance().speech(running.request(), running.state(), reached);
        return new Step<HandoffState, HandoffEffect>(
                next.at(place),
                said.stream().<HandoffEffect>map(HandoffEffect.Say::new).toList());
    }

    private Step<HandoffState, HandoffEffect> ended(HandoffState state, Place.Running running, HotspotEnd end) {
        if (state.released() && !(end instanceof HotspotEnd.Connected)) {
            return Step.to(state.at(new Place.Closed()));
        }
        return switch (end) {
            case HotspotEnd.Connected connected ->
                Step.to(
                        state.at(new Place.Done(connected)),
                        new HandoffEffect.Say(
                                new Speech.Connected(connected.joined().link().ssid())),
                        new HandoffEffect.Leave(new Departure.Completed()));
            case HotspotEnd.Wired _ ->
                Step.to(state.at(new Place.Closed()), new HandoffEffect.Leave(new Departure.Yielded()));
            case HotspotEnd.Cancelled _ ->
                Step.to(
                        state.at(new Place.Closed()),
                        new HandoffEffect.Leave(
                                running.stopping() ? new Departure.Stopped() : new Departure.Yielded()));
            case HotspotEnd.TimedOut _, HotspotEnd.Failed _ ->
                running.stopping()
                        ? Step.to(state.at(new Place.Closed()), new HandoffEffect.Leave(new Departure.Stopped()))
                        : failed(
                                state.failed(state.failures() + (end instanceof HotspotEnd.TimedOut ? 0 : 1)),
                                running.request(),
                                end);
        };
    }

    private Step<HandoffState, HandoffEffect> failed(HandoffState state, HotspotRequest request, HotspotEnd end) {
        return rules.panel() || state.failures() >= rules.attempts()
                ? Step.to(
                        state.at(new Place.Closed(Optional.of(end))),
                        new HandoffEffect.Say(new Speech.GaveUp(end)),
                        new HandoffEffect.Leave(new Departure.GaveUp(end)))
                : Step.to(
                        state.at(new Place.Pausing(request, end)),
                        new HandoffEffect.RetryLater(state.session(), rules.pause()));
    }

    private static HandoffEffect cancel(HandoffState state) {
        return new HandoffEffect.Cancel(state.session());
    }

    private static boolean isConnecting(Place.Running running) {
        return running.state() instanceof HotspotState.Connecting;
    }
}
