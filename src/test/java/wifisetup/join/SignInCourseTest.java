package wifisetup.join;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wifisetup.join.JoinEvent.OfSignIn;
import wifisetup.network.Band;
import wifisetup.network.Connectivity;
import wifisetup.network.Credentials;
import wifisetup.network.JoinRequest;
import wifisetup.network.Joined;
import wifisetup.network.Link;
import wifisetup.network.Network;

class SignInCourseTest extends CourseTrial {
    private static final JoinRequest REQUEST = new JoinRequest(CAFE, new Credentials.None(), false);
    private static final Place.Done RESULT = new Place.Done(REQUEST, new Joined(up(CAFE), Connectivity.PORTAL));

    private void joined() {
        when(
                new JoinEvent.Opened(),
                new JoinEvent.Listed(List.of(new Network(CAFE, 70, Band.GHZ_5, false, false, Optional.empty()))),
                new JoinEvent.Picked(CAFE),
                status(READY, up(CAFE), Connectivity.PORTAL),
                new JoinEvent.Ended(1, new Joined(up(CAFE), Connectivity.PORTAL)));
    }

    private static Place signingIn(Optional<String> address, boolean checking) {
        return new Place.SigningIn(Optional.of(CAFE.ssid()), Optional.of(RESULT), address, checking);
    }

    @Test
    void theSignInPageIsLookedForAndShown() {
        joined();
        when(new OfSignIn.SignInWanted());
        assertThat(state.place()).isEqualTo(signingIn(Optional.empty(), false));
        assertThat(effects).containsExactly(new JoinEffect.FindSignIn());

        when(new OfSignIn.PageFound(Optional.of("http://portal.example/")));

        assertThat(state.place()).isEqualTo(signingIn(Optional.of("http://portal.example/"), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tel:+15550100", "javascript:alert(1)", "http://portal.example/\n", "", "https://"})
    void anAddressThatIsNoWebPageIsNotShown(String address) {
        joined();
        when(new OfSignIn.SignInWanted(), new OfSignIn.PageFound(Optional.of(address)));

        assertThat(state.place()).isEqualTo(signingIn(Optional.empty(), false));
    }

    @Test
    void theInternetIsLookedForOnceAtATime() {
        joined();
        when(new OfSignIn.SignInWanted());
        when(new OfSignIn.CheckWanted(), new OfSignIn.CheckWanted());
        assertThat(effects).containsExactly(new JoinEffect.CheckInternet());

        when(new OfSignIn.Checked(Connectivity.PORTAL));
        assertThat(state.place()).isEqualTo(signingIn(Optional.empty(), false));

        when(new OfSignIn.CheckWanted(), new OfSignIn.Checked(Connectivity.FULL));
        assertThat(state.place()).isEqualTo(new Place.Done(REQUEST, new Joined(up(CAFE), Connectivity.FULL)));
    }

    @Test
    void whoSignedInOnThePhoneSeesTheResultByItself() {
        joined();
        when(new OfSignIn.SignInWanted(), status(READY, up(CAFE), Connectivity.FULL));

        assertThat(state.place()).isEqualTo(new Place.Done(REQUEST, new Joined(up(CAFE), Connectivity.FULL)));
    }

    @Test
    void whoContinuesAnywayLeavesTheSetUpAndWhoGoesBackSeesTheResult() {
        joined();
        when(new OfSignIn.SignInWanted(), new JoinEvent.Back(Draft.NONE));
        assertThat(state.place()).isEqualTo(RESULT);

        when(new OfSignIn.SignInWanted(), new JoinEvent.Dismissed());
        assertThat(state.place()).isEqualTo(new Place.Closed());
        assertThat(effects).endsWith(new JoinEffect.Leave(true));
    }

    @Test
    void theHomePageLeadsThereAndBackWithoutASetUp() {
        when(new OfSignIn.SignInWanted());
        assertThat(state.place()).isEqualTo(new Place.Closed());

        when(status(READY, up(CAFE), Connectivity.PORTAL), new OfSignIn.SignInWanted());
        assertThat(state.place()).isInstanceOf(Place.SigningIn.class);

        when(new JoinEvent.Dismissed());
        assertThat(state.place()).isEqualTo(new Place.Closed());
        assertThat(effects).isEmpty();
    }

    @Test
    void aNetworkThatIsGoneNeedsNoSignIn() {
        when(status(READY, up(CAFE), Connectivity.PORTAL), new OfSignIn.SignInWanted());
        when(status(READY, new Link.Down(), Connectivity.NONE));

        assertThat(state.place()).isEqualTo(new Place.Closed());
    }
}
