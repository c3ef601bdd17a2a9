package wifisetup.join;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wifisetup.loop.Machine;
import wifisetup.loop.Step;
import wifisetup.network.Credentials;
import wifisetup.network.JoinRequest;
import wifisetup.network.Joined;
import wifisetup.network.Link;
import wifisetup.network.NetworkId;
import wifisetup.network.PassphraseFlaw;
import wifisetup.network.Ssid;
import wifisetup.secret.Secret;

/// The course of a set-up on the panel: the list, a password or an account, the join and its result. What happens in a
/// join, among the saved networks, before a sign-in page, and when the radio changes, courses of their own decide.
///
/// What was typed is kept until a join with it succeeded.
public final class JoinMachine implements Machine<JoinState, JoinEvent, JoinEffect> {
    @Override
    public Step<JoinState, JoinEffect> next(JoinState state, JoinEvent event) {
        return switch (event) {
            case JoinEvent.Resumed(var id, boolean hidden) -> Moves.ask(state, id, hidden, new Cause.Needed());
            case JoinEvent.Opened _ -> opened(state);
            case JoinEvent.Closed _ -> closed(state);
            case JoinEvent.Finished _ -> state.place() instanceof Place.Joining ? Step.to(state) : closed(state);
            case JoinEvent.Refresh _ -> Moves.scan(state);
            case JoinEvent.Picked(var id) -> picked(state, id);
            case JoinEvent.OtherPicked _ ->
                state.place() instanceof Place.Choosing ? Step.to(state.at(new Place.Naming())) : Step.to(state);
            case JoinEvent.Named(var ssid, var security) ->
                state.place() instanceof Place.Naming
                        ? Moves.ask(state, new NetworkId(ssid, security), true, new Cause.Needed())
                        : Step.to(state);
            case JoinEvent.Typed(var password) -> typed(state, password);
            case JoinEvent.AccountTyped(var account) -> typed(state, account);
            case JoinEvent.Interrupted(var id, var draft) ->
                state.place() instanceof Place.Done ? Step.to(state) : Step.to(state.drafted(id, draft));
            case JoinEvent.Back(var draft) -> back(state, draft);
            case JoinEvent.Dismissed _ -> dismissed(state);
            case JoinEvent.Forget(var ssid) -> forget(state, ssid);
            case JoinEvent.TurnOn _ -> turnOn(state.troubled(Optional.empty()));
            case JoinEvent.CountrySaid(var country) ->
                Step.to(state.troubled(Optional.empty()), new JoinEffect.SetCountry(country));
            case JoinEvent.Troubled(var failure) -> troubled(state.troubled(Optional.of(failure)));
            case JoinEvent.Listed(var networks) -> Step.to(state.listed(networks, state.listing()));
            case JoinEvent.Scanned(var networks, var at) ->
                Step.to(state.listed(networks, new Listing.Complete(at)), new JoinEffect.ScanLater(at));
            case JoinEvent.ScanFailed(var failure) ->
                Step.to(
                        state.listed(state.networks(), new Listing.Failed(failure)),
                        new JoinEffect.ScanLater(Instant.EPOCH));
            case JoinEvent.ScanDue(var at) ->
                state.place() instanceof Place.Choosing && isStale(state.listing(), at)
                        ? Moves.scan(state)
                        : Step.to(state);
            case JoinEvent.StatusChanged(var status) -> StatusCourse.next(state, status);
            case JoinEvent.OfJoin join -> JoiningCourse.next(state, join);
            case JoinEvent.OfSaved saved -> SavedCourse.next(state, saved);
            case JoinEvent.OfSignIn signIn -> SignInCourse.next(state, signIn);
        };
    }

    private static Step<JoinState, JoinEffect> opened(JoinState state) {
        return switch (state.place()) {
            case Place.Closed _, Place.Done _, Place.Failed _, Place.SigningIn _ -> Moves.choose(state);
            case Place.Choosing _,
                    Place.Naming _,
                    Place.Asking _,
                    Place.Joining _,
                    Place.Saved _,
                    Place.Profile _,
                    Place.Addressing _ -> Step.to(state);
        };
    }

    private static Step<JoinState, JoinEffect> closed(JoinState state) {
        return switch (state.place()) {
            case Place.Closed _, Place.Done _, Place.SigningIn _ -> Step.to(state);
            case Place.Joining _ -> Step.to(state.at(new Place.Closed()), new JoinEffect.Cancel(state.attempt()));
            case Place.Choosing _,
                    Place.Naming _,
                    Place.Asking _,
                    Place.Failed _,
                    Place.Saved _,
                    Place.Profile _,
                    Place.Addressing _ -> Step.to(state.at(new Place.Closed()));
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
        return network.get().saved()
                ? Moves.join(state, new JoinRequest(id, new Credentials.Saved(), false))
                : Moves.ask(state, id, false, new Cause.Needed());
    }

    private static Step<JoinState, JoinEffect> typed(JoinState state, Secret password) {
        if (!(state.place() instanceof Place.Asking asking)) {
            return Step.to(state);
        }
        var id = asking.id();
        var kept = state.drafted(id, new Draft.Password(password));
        return PassphraseFlaw.of(id.security(), password).isPresent()
                ? Step.to(kept)
                : Moves.join(kept, new JoinRequest(id, new Credentials.Passphrase(password), asking.hidden()));
    }

    private static Step<JoinState, JoinEffect> typed(JoinState state, AccountEntry account) {
        if (!(state.place() instanceof Place.Asking asking)) {
            return Step.to(state);
        }
        var kept = state.drafted(asking.id(), new Draft.Account(account));
        return account.lack().isPresent()
                ? Step.to(kept)
                : Moves.join(kept, new JoinRequest(asking.id(), account.account(), asking.hidden()));
    }

    private static Step<JoinState, JoinEffect> back(JoinState state, Draft draft) {
        return switch (state.place()) {
            case Place.Closed _ -> Step.to(state);
            case Place.Choosing _ -> Step.to(state, new JoinEffect.Leave(false));
            case Place.Naming _, Place.Failed _, Place.Saved _ -> Moves.choose(state);
            case Place.Asking asking -> fromAsking(state.drafted(asking.id(), draft), asking.cause());
            case Place.Joining _ -> JoiningCourse.cancel(state);
            case Place.Done _ -> dismissed(state);
            case Place.Profile _ -> Moves.showSaved(state);
            case Place.Addressing place -> SavedCourse.back(state.drafted(place.id(), draft), place);
            case Place.SigningIn now -> SignInCourse.leave(state, now);
        };
    }

    private static Step<JoinState, JoinEffect> fromAsking(JoinState state, Cause cause) {
        return cause instanceof Cause.Changed(var profile)
                ? Step.to(state.at(new Place.Profile(profile)))
                : Moves.choose(state);
    }

    private static Step<JoinState, JoinEffect> dismissed(JoinState state) {
        return switch (state.place()) {
            case Place.Done _ -> Step.to(state.at(new Place.Closed()), new JoinEffect.Leave(true));
            case Place.Failed _ -> Moves.choose(state);
            case Place.SigningIn now ->
                now.result().isPresent()
                        ? Step.to(state.at(new Place.Closed()), new JoinEffect.Leave(true))
                        : Step.to(state.at(new Place.Closed()));
            case Place.Closed _,
                    Place.Choosing _,
                    Place.Naming _,
                    Place.Asking _,
                    Place.Joining _,
                    Place.Saved _,
                    Place.Profile _,
                    Place.Addressing _ -> Step.to(state);
        };
    }

    private static Step<JoinState, JoinEffect> forget(JoinState state, Ssid ssid) {
        return switch (state.place()) {
            case Place.Choosing _, Place.Asking _, Place.Failed _ ->
                Moves.choose(state).and(List.of(new JoinEffect.Forget(ssid)));
            case Place.Saved _, Place.Profile _ -> Step.to(state.at(new Place.Saved()), new JoinEffect.Forget(ssid));
            // The client may be at rest by now: where the person goes from here is for the set-up to say.
            case Place.Done _ ->
                Step.to(state.at(new Place.Closed()), new JoinEffect.Leave(true), new JoinEffect.Forget(ssid));
            case Place.Closed _, Place.Naming _, Place.Joining _, Place.Addressing _, Place.SigningIn _ ->
                Step.to(state);
        };
    }

    private static Step<JoinState, JoinEffect> turnOn(JoinState state) {
        return state.place() instanceof Place.Failed
                ? Moves.choose(state).and(List.of(new JoinEffect.TurnOn()))
                : Step.to(state, new JoinEffect.TurnOn());
    }

    /// Among the saved networks a change is shown before it is done: what holds is told anew.
    private static Step<JoinState, JoinEffect> troubled(JoinState state) {
        return state.place() instanceof Place.Saved || state.place() instanceof Place.Profile
                ? Step.to(state, new JoinEffect.ListSaved())
                : Step.to(state);
    }

    /// Whether the list is the one of `then`, or the last scan failed: nothing fresher is on its way.
    private static boolean isStale(Listing listing, Instant then) {
        return switch (listing) {
            case Listing.Complete(var at) -> at.equals(then);
            case Listing.Failed _ -> true;
            case Listing.Never _, Listing.Scanning _ -> false;
        };
    }
}
