package wifisetup.join;

import java.util.Optional;
import java.util.regex.Pattern;
import wifisetup.loop.Step;
import wifisetup.network.Connectivity;
import wifisetup.network.Joined;
import wifisetup.network.Link;
import wifisetup.network.NetworkStatus;
import wifisetup.network.Ssid;

/// The course past a sign-in page, from the result of a join or from the home page. It ends by itself when the
/// internet is there.
final class SignInCourse {
    private static final Pattern WEB_PAGE = Pattern.compile("(?i)https?://[!-~]+");

    private SignInCourse() {}

    static Step<JoinState, JoinEffect> next(JoinState state, JoinEvent.OfSignIn event) {
        return switch (event) {
            case JoinEvent.OfSignIn.SignInWanted _ -> wanted(state);
            case JoinEvent.OfSignIn.PageFound(var address) ->
                state.place() instanceof Place.SigningIn now
                        ? Step.to(state.at(new Place.SigningIn(
                                now.network(), now.result(), address.filter(SignInCourse::isWebPage), now.checking())))
                        : Moves.stay(state);
            case JoinEvent.OfSignIn.CheckWanted _ ->
                state.place() instanceof Place.SigningIn now && !now.checking()
                        ? Step.to(state.at(checking(now, true)), new JoinEffect.CheckInternet())
                        : Moves.stay(state);
            case JoinEvent.OfSignIn.Checked(var connectivity) ->
                state.place() instanceof Place.SigningIn now ? checked(state, now, connectivity) : Moves.stay(state);
        };
    }

    /// What the connection's change means for a sign-in.
    static Step<JoinState, JoinEffect> statusChanged(JoinState state, Place.SigningIn now) {
        var status = state.status();
        boolean over = !status.isLinked() || status.isOnline();
        return over ? leave(state, now) : Moves.stay(state);
    }

    /// Back to where the person came from, with what is known now.
    static Step<JoinState, JoinEffect> leave(JoinState state, Place.SigningIn now) {
        var status = state.status();
        return Step.to(state.at(now.result()
                .<Place>map(done -> status.link() instanceof Link.Up up
                                && up.ssid().equals(done.request().ssid())
                        ? new Place.Done(done.request(), new Joined(up, status.connectivity()))
                        : done)
                .orElseGet(Place.Closed::new)));
    }

    private static Step<JoinState, JoinEffect> wanted(JoinState state) {
        Optional<Ssid> ssid = state.status().link() instanceof Link.Up up ? Optional.of(up.ssid()) : Optional.empty();
        return switch (state.place()) {
            case Place.Done done -> begin(state, new Place.SigningIn(ssid, Optional.of(done), Optional.empty(), false));
            case Place.Closed _
            when state.status().connectivity() == Connectivity.PORTAL ->
                begin(state, new Place.SigningIn(ssid, Optional.empty(), Optional.empty(), false));
            case Place _ -> Moves.stay(state);
        };
    }

    private static Step<JoinState, JoinEffect> begin(JoinState state, Place.SigningIn place) {
        return Step.to(state.at(place), new JoinEffect.FindSignIn());
    }

    private static Step<JoinState, JoinEffect> checked(
            JoinState state, Place.SigningIn now, Connectivity connectivity) {
        return connectivity == Connectivity.FULL
                ? leave(state.knowing(reaching(state.status(), connectivity)), now)
                : Step.to(state.at(checking(now, false)));
    }

    /// Whoever runs the network chooses the address, and a phone opens it: nothing but a page of the web will do.
    private static boolean isWebPage(String address) {
        return WEB_PAGE.matcher(address).matches();
    }

    private static Place.SigningIn checking(Place.SigningIn now, boolean checking) {
        return new Place.SigningIn(now.network(), now.result(), now.address(), checking);
    }

    private static NetworkStatus reaching(NetworkStatus status, Connectivity connectivity) {
        return new NetworkStatus(status.adapter(), status.link(), status.wire(), connectivity, status.savedNetworks());
    }
}
