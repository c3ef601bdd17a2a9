package wifisetup.join;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import wifisetup.loop.Step;
import wifisetup.network.Credentials;
import wifisetup.network.Failure;
import wifisetup.network.JoinOutcome;
import wifisetup.network.JoinRequest;
import wifisetup.network.Joined;

/// The course of a join, and of what may follow its failure. A join is told by its attempt; whatever an earlier one
/// still says is dropped.
final class JoiningCourse {
    private JoiningCourse() {}

    static Step<JoinState, JoinEffect> next(JoinState state, JoinEvent.OfJoin event) {
        return switch (event) {
            case JoinEvent.Cancel _ -> cancel(state);
            case JoinEvent.Retry _ ->
                state.place() instanceof Place.Failed failed ? Moves.join(state, failed.request()) : Step.to(state);
            case JoinEvent.Reenter _ ->
                state.place() instanceof Place.Failed failed ? Moves.askAgain(state, failed.request()) : Step.to(state);
            case JoinEvent.JoinBegan(long attempt, var at) ->
                joining(
                        state,
                        attempt,
                        now -> Step.to(state.at(
                                new Place.Joining(now.request(), now.stage(), Optional.of(at), now.cancelling()))));
            case JoinEvent.Reached(long attempt, var stage) ->
                joining(
                        state,
                        attempt,
                        now -> Step.to(
                                state.at(new Place.Joining(now.request(), stage, now.since(), now.cancelling()))));
            case JoinEvent.Ended(long attempt, var outcome) ->
                joining(state, attempt, now -> ended(state, now.request(), outcome));
        };
    }

    /// Stops the join, once.
    static Step<JoinState, JoinEffect> cancel(JoinState state) {
        return state.place() instanceof Place.Joining(var request, var stage, var since, var cancelling) && !cancelling
                ? Step.to(
                        state.at(new Place.Joining(request, stage, since, true)),
                        new JoinEffect.Cancel(state.attempt()))
                : Step.to(state);
    }

    private static Step<JoinState, JoinEffect> ended(JoinState state, JoinRequest request, JoinOutcome outcome) {
        var report = new JoinEffect.Report(request.ssid(), outcome);
        return switch (outcome) {
            case Joined joined ->
                Step.to(
                        state.drafted(state.drafts().without(request.id())).at(new Place.Done(request, joined)),
                        report,
                        new JoinEffect.Look());
            case Failure.WrongPassword _
            when request.credentials() instanceof Credentials.Saved ->
                Step.to(state.at(new Place.Asking(request.id(), request.hidden(), new Cause.Outdated())), report);
            case Failure.WrongPassword refused ->
                Step.to(state.at(new Place.Asking(request.id(), request.hidden(), new Cause.Refused(refused))), report);
            case Failure.PasswordRequired refused ->
                Step.to(state.at(new Place.Asking(request.id(), request.hidden(), new Cause.Refused(refused))), report);
            case Failure.Cancelled _ -> Moves.beforeJoin(state, request).and(List.of(report));
            case Failure failure -> Step.to(state.at(new Place.Failed(request, failure)), report);
        };
    }

    private static Step<JoinState, JoinEffect> joining(
            JoinState state, long attempt, Function<Place.Joining, Step<JoinState, JoinEffect>> then) {
        return state.place() instanceof Place.Joining now && attempt == state.attempt()
                ? then.apply(now)
                : Step.to(state);
    }
}
