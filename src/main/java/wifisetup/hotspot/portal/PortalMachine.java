package wifisetup.hotspot.portal;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import wifisetup.hotspot.HotspotEnd;
import wifisetup.hotspot.HotspotState;
import wifisetup.hotspot.HotspotState.FailedJoin;
import wifisetup.hotspot.HotspotState.Visit;
import wifisetup.hotspot.portal.PortalEffect.OfRadio;
import wifisetup.hotspot.portal.PortalState.Stage;
import wifisetup.loop.Machine;
import wifisetup.loop.Step;
import wifisetup.network.Failure;
import wifisetup.network.JoinOutcome;
import wifisetup.network.JoinStage;
import wifisetup.network.Joined;
import wifisetup.network.NetworkStatus;

/// The course of a session of the own hotspot, on a radio that is either an access point or on a network.
///
/// Networks are looked for before the access point opens. It closes while the network is tried that a phone chose, and
/// comes back if that fails; it also closes for some seconds to try saved networks, but only when nobody is on it.
/// What needs the radio is asked for one thing after the other: the answer to the last one comes before the next.
final class PortalMachine implements Machine<PortalState, PortalEvent, PortalEffect> {
    private final URI page;
    private final OpenCourse open;

    /// A machine that follows `rules`, with the page at that address.
    PortalMachine(PortalRules rules, URI page) {
        this.page = page;
        this.open = new OpenCourse(rules);
    }

    @Override
    public Step<PortalState, PortalEffect> next(PortalState state, PortalEvent event) {
        var step = decide(state, event);
        var before = shown(state);
        var after = shown(step.state());
        return after.isPresent() && !after.equals(before)
                ? new Step<PortalState, PortalEffect>(step.state(), List.of(new PortalEffect.Tell(after.get())))
                        .and(step.effects())
                : step;
    }

    private Step<PortalState, PortalEffect> decide(PortalState state, PortalEvent event) {
        return switch (event) {
            case PortalEvent.Started _ -> started(state);
            case PortalEvent.Cancelled _ -> OpenCourse.stop(state, new HotspotEnd.Cancelled());
            case PortalEvent.Searched(var networks, var at) -> searched(state.with(new PortalState.Air(networks, at)));
            case PortalEvent.Opened _ -> opened(state);
            case PortalEvent.OpenFailed(var failure) -> openFailed(state, failure);
            case PortalEvent.Lost(var failure) -> lost(state, failure);
            case PortalEvent.Stations(int count) ->
                Step.to(state.with(state.guests().with(count)));
            case PortalEvent.Visited _ -> Step.to(state.with(state.guests().seen()));
            case PortalEvent.JoinWanted(long question, var request) -> open.joinWanted(state, question, request);
            case PortalEvent.SearchWanted(long question) -> OpenCourse.searchWanted(state, question);
            case PortalEvent.Reached(var reached) ->
                state.stage() instanceof Stage.Joining joining
                        ? Step.to(state.at(new Stage.Joining(joining.request(), reached)))
                        : Step.to(state);
            case PortalEvent.JoinEnded(var outcome) -> joinEnded(state, outcome);
            case PortalEvent.KnownTried(var joined, var networks, var at) ->
                knownTried(state.with(new PortalState.Air(networks, at)), joined);
            case PortalEvent.StatusChanged(var status) -> statusChanged(state, status);
            case PortalEvent.TimeUp(long timer) -> timeUp(state, timer);
        };
    }

    private static Step<PortalState, PortalEffect> started(PortalState state) {
        return state.stage() instanceof Stage.Fresh
                ? Step.to(state.at(new Stage.Searching()), new OfRadio.Search())
                : Step.to(state);
    }

    private static Step<PortalState, PortalEffect> searched(PortalState state) {
        return switch (state.stage()) {
            case Stage.Searching _ -> OpenCourse.open(state);
            case Stage.Stopping(var end) -> OpenCourse.over(state, end);
            case Stage.Fresh _,
                    Stage.Opening _,
                    Stage.Open _,
                    Stage.Farewell _,
                    Stage.Joining _,
                    Stage.TryingKnown _,
                    Stage.Lost _,
                    Stage.Over _ -> Step.to(state);
        };
    }

    private Step<PortalState, PortalEffect> opened(PortalState state) {
        return switch (state.stage()) {
            case Stage.Opening(var lost) ->
                lost.map(failure -> open.settle(state, failure)).orElseGet(() -> open.opened(state));
            case Stage.Stopping(var end) -> OpenCourse.over(state, end);
            case Stage.Fresh _,
                    Stage.Searching _,
                    Stage.Open _,
                    Stage.Farewell _,
                    Stage.Joining _,
                    Stage.TryingKnown _,
                    Stage.Lost _,
                    Stage.Over _ -> Step.to(state);
        };
    }

    private Step<PortalState, PortalEffect> openFailed(PortalState state, Failure failure) {
        return switch (state.stage()) {
            case Stage.Opening _ -> open.settle(state, failure);
            case Stage.Stopping(var end) -> OpenCourse.over(state, end);
            case Stage.Fresh _,
                    Stage.Searching _,
                    Stage.Open _,
                    Stage.Farewell _,
                    Stage.Joining _,
                    Stage.TryingKnown _,
                    Stage.Lost _,
                    Stage.Over _ -> Step.to(state);
        };
    }

    /// It may be gone before its page is there: that is told first, and the radio is asked for nothing meanwhile.
    private Step<PortalState, PortalEffect> lost(PortalState state, Failure failure) {
        return switch (state.stage()) {
            case Stage.Open _ -> open.settle(state, failure);
            case Stage.Opening _ -> Step.to(state.at(new Stage.Opening(Optional.of(failure))));
            case Stage.Fresh _,
                    Stage.Searching _,
                    Stage.Farewell _,
                    Stage.Joining _,
                    Stage.TryingKnown _,
                    Stage.Lost _,
                    Stage.Stopping _,
                    Stage.Over _ -> Step.to(state);
        };
    }

    private static Step<PortalState, PortalEffect> joinEnded(PortalState state, JoinOutcome outcome) {
        if (outcome instanceof Joined joined) {
            return OpenCourse.over(state, new HotspotEnd.Connected(joined));
        }
        return switch (state.stage()) {
            case Stage.Stopping(var end) -> OpenCourse.over(state, end);
            case Stage.Joining joining
            when outcome instanceof Failure failure ->
                afterFailure(state.failed(new FailedJoin(joining.request().ssid(), failure)));
            case Stage.Fresh _,
                    Stage.Searching _,
                    Stage.Opening _,
                    Stage.Open _,
                    Stage.Farewell _,
                    Stage.Joining _,
                    Stage.TryingKnown _,
                    Stage.Lost _,
                    Stage.Over _ -> Step.to(state);
        };
    }

    /// A cable that was plugged in meanwhile brought what the join was to bring.
    private static Step<PortalState, PortalEffect> afterFailure(PortalState state) {
        return state.isNewlyWired() ? OpenCourse.over(state, new HotspotEnd.Wired()) : OpenCourse.open(state);
    }

    private static Step<PortalState, PortalEffect> knownTried(PortalState state, Optional<Joined> joined) {
        if (joined.isPresent()) {
            return OpenCourse.over(state, new HotspotEnd.Connected(joined.get()));
        }
        return switch (state.stage()) {
            case Stage.TryingKnown _ -> afterFailure(state);
            case Stage.Stopping(var end) -> OpenCourse.over(state, end);
            case Stage.Fresh _,
                    Stage.Searching _,
                    Stage.Opening _,
                    Stage.Open _,
                    Stage.Farewell _,
                    Stage.Joining _,
                    Stage.Lost _,
                    Stage.Over _ -> Step.to(state);
        };
    }

    private static Step<PortalState, PortalEffect> statusChanged(PortalState before, NetworkStatus status) {
        var state = before.hearing(status);
        return switch (state.stage()) {
            case Stage.Searching _, Stage.Opening _, Stage.Open _, Stage.Lost _ ->
                state.isNewlyWired() ? OpenCourse.stop(state, new HotspotEnd.Wired()) : Step.to(state);
            case Stage.Fresh _,
                    Stage.Farewell _,
                    Stage.Joining _,
                    Stage.TryingKnown _,
                    Stage.Stopping _,
                    Stage.Over _ -> Step.to(state);
        };
    }

    private Step<PortalState, PortalEffect> timeUp(PortalState state, long timer) {
        return switch (state.stage()) {
            case Stage.Farewell(var request, long until)
            when until == timer ->
                Step.to(
                        state.with(state.guests().gone()).at(new Stage.Joining(request, JoinStage.PREPARING)),
                        new OfRadio.Join(request));
            case Stage.Lost(var failure, long until) when until == timer -> open.settled(state, failure);
            case Stage.Open _ when timer == state.timers().known() -> open.knownDue(state);
            case Stage.Fresh _, Stage.Stopping _, Stage.Over _ -> Step.to(state);
            case Stage.Searching _,
                    Stage.Opening _,
                    Stage.Open _,
                    Stage.Farewell _,
                    Stage.Joining _,
                    Stage.TryingKnown _,
                    Stage.Lost _ -> timer == state.timers().idle() ? open.idleDue(state) : Step.to(state);
        };
    }

    /// What others are told of a state; nothing new when it is on its way out.
    private Optional<HotspotState> shown(PortalState state) {
        return switch (state.stage()) {
            case Stage.Fresh _, Stage.Stopping _, Stage.Over _ -> Optional.empty();
            case Stage.Searching _, Stage.Opening _, Stage.Lost _ -> Optional.of(new HotspotState.Preparing());
            case Stage.Open _ -> Optional.of(new HotspotState.Open(page, visit(state.guests()), state.last()));
            case Stage.Farewell farewell ->
                Optional.of(new HotspotState.Connecting(farewell.request().ssid(), JoinStage.PREPARING));
            case Stage.Joining(var request, var reached) ->
                Optional.of(new HotspotState.Connecting(request.ssid(), reached));
            case Stage.TryingKnown _ -> Optional.of(new HotspotState.TryingKnown());
        };
    }

    private static Visit visit(PortalState.Guests guests) {
        if (guests.visited()) {
            return Visit.CHOOSING;
        }
        return guests.stations() > 0 ? Visit.JOINED : Visit.NONE;
    }
}
