package wifisetup.join;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wifisetup.loop.Machine;
import wifisetup.loop.Step;
import wifisetup.network.Adapter;
import wifisetup.network.Credentials;
import wifisetup.network.Failure;
import wifisetup.network.JoinOutcome;
import wifisetup.network.JoinRequest;
import wifisetup.network.JoinStage;
import wifisetup.network.Joined;
import wifisetup.network.Link;
import wifisetup.network.NetworkId;
import wifisetup.network.PassphraseFlaw;
import wifisetup.network.Ssid;
import wifisetup.secret.Secret;

/// The course of a set-up on the panel: list, password, join, result.
///
/// What was typed is kept until a join with it succeeded. A join is told by its attempt; whatever an earlier one still
/// says is dropped.
public final class JoinMachine implements Machine<JoinState, JoinEvent, JoinEffect> {
    @Override
    public Step<JoinState, JoinEffect> next(JoinState state, JoinEvent event) {
        return switch (event) {
            case JoinEvent.Opened _ -> opened(state);
            case JoinEvent.Closed _ -> closed(state);
            case JoinEvent.Finished _ -> state.place() instanceof Place.Joining ? Step.to(state) : closed(state);
            case JoinEvent.Refresh _ -> scan(state);
            case JoinEvent.Picked(var id) -> picked(state, id);
            case JoinEvent.OtherPicked _ ->
                state.place() instanceof Place.Choosing ? Step.to(state.at(new Place.Naming())) : Step.to(state);
            case JoinEvent.Named(var ssid, var security) -> named(state, new NetworkId(ssid, security));
            case JoinEvent.Typed(var password) -> typed(state, password);
            case JoinEvent.Back(var draft) -> back(state, draft);
            case JoinEvent.Cancel _ -> cancel(state);
            case JoinEvent.Retry _ ->
                state.place() instanceof Place.Failed failed ? join(state, failed.request()) : Step.to(state);
            case JoinEvent.Reenter _ ->
                state.place() instanceof Place.Failed failed ? askAgain(state, failed.request()) : Step.to(state);
            case JoinEvent.Dismissed _ -> dismissed(state);
            case JoinEvent.Forget(var ssid) -> forget(state, ssid);
            case JoinEvent.TurnOn _ ->
                state.place() instanceof Place.Failed
                        ? choose(state).and(List.of(new JoinEffect.TurnOn()))
                        : Step.to(state, new JoinEffect.TurnOn());
            case JoinEvent.Listed(var networks) -> Step.to(state.listed(networks, state.listing()));
            case JoinEvent.Scanned(var networks, var at) ->
                Step.to(state.listed(networks, new Listing.Complete(at)), new JoinEffect.ScanLater(at));
            case JoinEvent.ScanFailed(var failure) ->
                Step.to(
                        state.listed(state.networks(), new Listing.Failed(failure)),
                        new JoinEffect.ScanLater(Instant.EPOCH));
            case JoinEvent.ScanDue(var at) ->
                state.place() instanceof Place.Choosing && isStale(state.listing(), at) ? scan(state) : Step.to(state);
            case JoinEvent.JoinBegan(long attempt, var at) ->
                joining(state, attempt)
                        .map(now -> state.at(
                                new Place.Joining(now.request(), now.stage(), Optional.of(at), now.cancelling())))
                        .map(Step::<JoinState, JoinEffect>to)
                        .orElseGet(() -> Step.to(state));
            case JoinEvent.Reached(long attempt, var stage) ->
                joining(state, attempt)
                        .map(now -> state.at(new Place.Joining(now.request(), stage, now.since(), now.cancelling())))
                        .map(Step::<JoinState, JoinEffect>to)
                        .orElseGet(() -> Step.to(state));
            case JoinEvent.Ended(long attempt, var outcome) -> ended(state, attempt, outcome);
            case JoinEvent.StatusChanged(var status) -> statusChanged(state.knowing(status));
        };
    }

    private static Step<JoinState, JoinEffect> opened(JoinState state) {
        return switch (state.place()) {
            case Place.Closed _, Place.Done _, Place.Failed _ -> choose(state);
            case Place.Choosing _, Place.Naming _, Place.Asking _, Place.Joining _ -> Step.to(state);
        };
    }

    private static Step<JoinState, JoinEffect> closed(JoinState state) {
        return switch (state.place()) {
            case Place.Closed _, Place.Done _ -> Step.to(state);
            case Place.Joining _ -> Step.to(state.at(new Place.Closed()), new JoinEffect.Cancel(state.attempt()));
            case Place.Choosing _, Place.Naming _, Place.Asking _, Place.Failed _ ->
                Step.to(state.at(new Place.Closed()));
        };
    }

    private static Step<JoinState, JoinEffect> picked(JoinState state, NetworkId id) {
        var network = state.network(id).filter(row -> row.obstacle().isEmpty());
        if (!(state.place() instanceof Place.Choosing) || network.isEmpty()) {
            return Step.to(state);
        }
        var status = state.status();
        if (network.get().connected()
                && status.link() instanceof Link.Up up
                && up.ssid().equals(id.ssid())) {
            var request = new JoinRequest(id, new Credentials.Saved(), false);
            return Step.to(state.at(new Place.Done(request, new Joined(up, status.connectivity()))));
        }
        if (network.get().saved()) {
            return join(state, new JoinRequest(id, new Credentials.Saved(), false));
        }
        return ask(state, id, false);
    }

    private static Step<JoinState, JoinEffect> named(JoinState state, NetworkId id) {
        return state.place() instanceof Place.Naming ? ask(state, id, true) : Step.to(state);
    }

    private static Step<JoinState, JoinEffect> ask(JoinState state, NetworkId id, boolean hidden) {
        return id.security().needsPassphrase()
                ? Step.to(state.at(new Place.Asking(id, hidden, Optional.empty())))
                : join(state, new JoinRequest(id, new Credentials.None(), hidden));
    }

    private static Step<JoinState, JoinEffect> typed(JoinState state, Secret password) {
        if (!(state.place() instanceof Place.Asking asking)) {
            return Step.to(state);
        }
        var id = asking.id();
        var kept = state.drafted(id, password);
        return PassphraseFlaw.of(id.security(), password).isPresent()
                ? Step.to(kept)
                : join(kept, new JoinRequest(id, new Credentials.Passphrase(password), asking.hidden()));
    }

    private static Step<JoinState, JoinEffect> back(JoinState state, Secret draft) {
        return switch (state.place()) {
            case Place.Closed _ -> Step.to(state);
            case Place.Choosing _ -> Step.to(state, new JoinEffect.Leave(false));
            case Place.Naming _, Place.Failed _ -> choose(state);
            case Place.Asking asking -> choose(state.drafted(asking.id(), draft));
            case Place.Joining _ -> cancel(state);
            case Place.Done _ -> dismissed(state);
        };
    }

    private static Step<JoinState, JoinEffect> cancel(JoinState state) {
        return state.place() instanceof Place.Joining(var request, var stage, var since, var cancelling) && !cancelling
                ? Step.to(
                        state.at(new Place.Joining(request, stage, since, true)),
                        new JoinEffect.Cancel(state.attempt()))
                : Step.to(state);
    }

    private static Step<JoinState, JoinEffect> dismissed(JoinState state) {
        return switch (state.place()) {
            case Place.Done _ -> Step.to(state.at(new Place.Closed()), new JoinEffect.Leave(true));
            case Place.Failed _ -> choose(state);
            case Place.Closed _, Place.Choosing _, Place.Naming _, Place.Asking _, Place.Joining _ -> Step.to(state);
        };
    }

    private static Step<JoinState, JoinEffect> forget(JoinState state, Ssid ssid) {
        return switch (state.place()) {
            case Place.Choosing _, Place.Asking _, Place.Failed _ ->
                choose(state).and(List.of(new JoinEffect.Forget(ssid)));
            // The client may be at rest by now: where the person goes from here is for the set-up to say.
            case Place.Done _ ->
                Step.to(state.at(new Place.Closed()), new JoinEffect.Leave(true), new JoinEffect.Forget(ssid));
            case Place.Closed _, Place.Naming _, Place.Joining _ -> Step.to(state);
        };
    }

    private static Step<JoinState, JoinEffect> ended(JoinState state, long attempt, JoinOutcome outcome) {
        if (attempt != state.attempt() || !(state.place() instanceof Place.Joining now)) {
            return Step.to(state);
        }
        var request = now.request();
        var report = new JoinEffect.Report(request.ssid(), outcome);
        return switch (outcome) {
            case Joined joined ->
                Step.to(
                        state.drafted(request.id(), Secret.EMPTY).at(new Place.Done(request, joined)),
                        report,
                        new JoinEffect.Look());
            case Failure.WrongPassword _, Failure.PasswordRequired _ ->
                Step.to(
                        state.at(new Place.Asking(request.id(), request.hidden(), Optional.of((Failure) outcome))),
                        report);
            case Failure.Cancelled _ -> beforeJoin(state, request).and(List.of(report));
            case Failure failure -> Step.to(state.at(new Place.Failed(request, failure)), report);
        };
    }

    private static Step<JoinState, JoinEffect> beforeJoin(JoinState state, JoinRequest request) {
        return switch (request.credentials()) {
            case Credentials.Passphrase _, Credentials.Account _ -> askAgain(state, request);
            case Credentials.None _, Credentials.Saved _ -> choose(state);
        };
    }

    private static Step<JoinState, JoinEffect> askAgain(JoinState state, JoinRequest request) {
        return Step.to(state.at(new Place.Asking(request.id(), request.hidden(), Optional.empty())));
    }

    /// Whether the list is the one of `then`, or the last scan failed: nothing fresher is on its way.
    private static boolean isStale(Listing listing, Instant then) {
        return switch (listing) {
            case Listing.Complete(var at) -> at.equals(then);
            case Listing.Failed _ -> true;
            case Listing.Never _, Listing.Scanning _ -> false;
        };
    }

    private static Step<JoinState, JoinEffect> statusChanged(JoinState state) {
        return switch (state.place()) {
            // The radio came (back): the list can be had now.
            case Place.Choosing _
            when state.status().adapter() instanceof Adapter.Ready
                    && (state.listing() instanceof Listing.Failed || state.listing() instanceof Listing.Never) ->
                scan(state);
            case Place.Done done
            when state.status().link() instanceof Link.Up up
                    && up.ssid().equals(done.request().ssid()) ->
                Step.to(state.at(new Place.Done(
                        done.request(), new Joined(up, state.status().connectivity()))));
            case Place.Closed _,
                    Place.Choosing _,
                    Place.Naming _,
                    Place.Asking _,
                    Place.Joining _,
                    Place.Done _,
                    Place.Failed _ -> Step.to(state);
        };
    }

    private static Step<JoinState, JoinEffect> choose(JoinState state) {
        var scan = scan(state.at(new Place.Choosing()));
        return new Step<JoinState, JoinEffect>(scan.state(), List.of(new JoinEffect.Look())).and(scan.effects());
    }

    private static Step<JoinState, JoinEffect> scan(JoinState state) {
        return state.listing() instanceof Listing.Scanning
                ? Step.to(state)
                : Step.to(state.listed(state.networks(), new Listing.Scanning()), new JoinEffect.Scan());
    }

    private static Step<JoinState, JoinEffect> join(JoinState state, JoinRequest request) {
        var next = state.nextAttempt();
        return Step.to(
                next.at(new Place.Joining(request, JoinStage.PREPARING, Optional.empty(), false)),
                new JoinEffect.Join(next.attempt(), request));
    }

    private static Optional<Place.Joining> joining(JoinState state, long attempt) {
        return state.place() instanceof Place.Joining now && attempt == state.attempt()
                ? Optional.of(now)
                : Optional.empty();
    }
}
