package wifisetup.join;

import wifisetup.loop.Step;
import wifisetup.network.Adapter;
import wifisetup.network.Failure;
import wifisetup.network.Joined;
import wifisetup.network.Link;
import wifisetup.network.NetworkStatus;

/// What it means for the set-up on the panel that the connection or the radio changed. Where the person is stays, so
/// that everything is as it was when the radio is well again.
final class StatusCourse {
    private StatusCourse() {}

    static Step<JoinState, JoinEffect> next(JoinState before, NetworkStatus status) {
        boolean back = !isReady(before.status()) && isReady(status);
        var state = before.knowing(status);
        return switch (state.place()) {
            case Place.Choosing _ -> back || isListLacking(state) ? Moves.scan(state) : Step.to(state);
            case Place.Saved _, Place.Profile _ ->
                back ? Step.to(state, new JoinEffect.ListSaved(), new JoinEffect.Look()) : Step.to(state);
            case Place.Done done
            when status.link() instanceof Link.Up up
                    && up.ssid().equals(done.request().ssid()) ->
                Step.to(state.at(new Place.Done(done.request(), new Joined(up, status.connectivity()))));
            // What kept the radio from the join is over: it can be asked for again.
            case Place.Failed(var request, var failure)
            when back && isOfRadio(failure) -> Moves.beforeJoin(state, request);
            case Place.SigningIn now -> SignInCourse.statusChanged(state, now);
            case Place.Closed _,
                    Place.Naming _,
                    Place.Asking _,
                    Place.Joining _,
                    Place.Done _,
                    Place.Failed _,
                    Place.Addressing _ -> Step.to(state);
        };
    }

    private static boolean isReady(NetworkStatus status) {
        return status.adapter() instanceof Adapter.Ready;
    }

    private static boolean isListLacking(JoinState state) {
        return isReady(state.status())
                && (state.listing() instanceof Listing.Failed || state.listing() instanceof Listing.Never);
    }

    private static boolean isOfRadio(Failure failure) {
        return switch (failure) {
            case Failure.NoAdapter _, Failure.RfKill _, Failure.BackendUnavailable _ -> true;
            case Failure.WrongPassword _,
                    Failure.PasswordRequired _,
                    Failure.OutOfRange _,
                    Failure.NotKnown _,
                    Failure.NoAddress _,
                    Failure.ServerNotTrusted _,
                    Failure.CertificateUnusable _,
                    Failure.TimedOut _,
                    Failure.Unsupported _,
                    Failure.Denied _,
                    Failure.Cancelled _,
                    Failure.Other _ -> false;
        };
    }
}
