package wifisetup.join;

import java.util.List;
import java.util.Optional;
import wifisetup.loop.Step;
import wifisetup.network.Credentials;
import wifisetup.network.JoinRequest;
import wifisetup.network.JoinStage;
import wifisetup.network.NetworkId;

/// The steps that several courses of the set-up on the panel have in common.
final class Moves {
    private Moves() {}

    static Step<JoinState, JoinEffect> stay(JoinState state) {
        return Step.to(state);
    }

    /// To the list, which is told and scanned for.
    static Step<JoinState, JoinEffect> choose(JoinState state) {
        var scan = scan(state.at(new Place.Choosing()));
        return new Step<JoinState, JoinEffect>(scan.state(), List.of(new JoinEffect.Look())).and(scan.effects());
    }

    /// Scans, unless a scan is under way.
    static Step<JoinState, JoinEffect> scan(JoinState state) {
        return state.listing() instanceof Listing.Scanning
                ? Step.to(state)
                : Step.to(state.listed(state.networks(), new Listing.Scanning()), new JoinEffect.Scan());
    }

    /// To a join.
    static Step<JoinState, JoinEffect> join(JoinState state, JoinRequest request) {
        var next = state.nextAttempt();
        return Step.to(
                next.at(new Place.Joining(request, JoinStage.PREPARING, Optional.empty(), false)),
                new JoinEffect.Join(next.attempt(), request));
    }

    /// To what opens the network, or, if nothing is needed, to its join.
    static Step<JoinState, JoinEffect> ask(JoinState state, NetworkId id, boolean hidden, Cause cause) {
        return id.security().isOpen()
                ? join(state, new JoinRequest(id, new Credentials.None(), hidden))
                : Step.to(state.at(new Place.Asking(id, hidden, cause)));
    }

    /// To the saved networks, told anew.
    static Step<JoinState, JoinEffect> showSaved(JoinState state) {
        return Step.to(state.at(new Place.Saved()), new JoinEffect.ListSaved());
    }

    /// To where a join was asked for.
    static Step<JoinState, JoinEffect> beforeJoin(JoinState state, JoinRequest request) {
        return switch (request.credentials()) {
            case Credentials.Passphrase _, Credentials.Account _ -> askAgain(state, request);
            case Credentials.None _, Credentials.Saved _ -> choose(state);
        };
    }

    static Step<JoinState, JoinEffect> askAgain(JoinState state, JoinRequest request) {
        return Step.to(state.at(new Place.Asking(request.id(), request.hidden(), new Cause.Needed())));
    }
}
