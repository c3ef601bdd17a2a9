package wifisetup.ui.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wifisetup.hotspot.HandoffState;
import wifisetup.hotspot.HotspotEnd;
import wifisetup.hotspot.HotspotRequest;
import wifisetup.hotspot.HotspotState;
import wifisetup.join.Cause;
import wifisetup.join.Place;
import wifisetup.network.Connectivity;
import wifisetup.network.JoinRequest;
import wifisetup.network.JoinStage;
import wifisetup.network.Joined;
import wifisetup.network.NetworkStatus;
import wifisetup.network.Wire;
import wifisetup.setup.Client;
import wifisetup.setup.Consent;
import wifisetup.setup.Phase;
import wifisetup.setup.SetupState;

class HandoffPagesTest {
    private static final HotspotRequest REQUEST = Samples.forNetwork(Samples.ACCESS, Samples.HOME);
    private static final HotspotState.Open OPEN = Samples.open(HotspotState.Visit.NONE);

    static Stream<Arguments> work() {
        var end = new HotspotEnd.TimedOut();
        var connecting = new HotspotState.Connecting(Samples.HOME.ssid(), JoinStage.GETTING_ADDRESS);
        return Stream.of(
                Arguments.of(running(new HotspotState.Preparing(), false), pending(new Page.Pending.Preparing())),
                Arguments.of(running(OPEN, false), new Page.Hotspot(REQUEST, OPEN)),
                Arguments.of(running(new HotspotState.TryingKnown(), false), pending(new Page.Pending.TryingKnown())),
                Arguments.of(running(connecting, false), connecting(false)),
                Arguments.of(running(connecting, true), connecting(true)),
                Arguments.of(running(OPEN, true), pending(new Page.Pending.Stopping())),
                Arguments.of(new HandoffState.Place.Pausing(REQUEST, end), pending(new Page.Pending.Pausing(end))));
    }

    @ParameterizedTest
    @MethodSource("work")
    void aPhoneAtWorkIsShownWhateverTheSessionIsAt(HandoffState.Place place, Page page) {
        assertThat(Page.of(Samples.handoff(place))).isEqualTo(page);
    }

    @Test
    void aPhoneAtWorkIsNewerThanAResultOfThePanel() {
        var view = Samples.handoff(
                quiet(Samples.online()),
                Samples.join(new Place.Done(Samples.REQUEST, new Joined(Samples.up(Samples.CAFE), Connectivity.FULL))),
                running(OPEN, false));
        assertThat(Page.of(view)).isEqualTo(new Page.Hotspot(REQUEST, OPEN));
    }

    @Test
    void thePanelAtWorkIsNewerThanAResultOfThePhone() {
        var view = Samples.handoff(
                Samples.working(Samples.PANEL, Samples.READY),
                Samples.join(new Place.Asking(Samples.HOME, false, new Cause.Needed())),
                Samples.handedOver(Connectivity.FULL));
        assertThat(Page.of(view)).isInstanceOf(Page.Password.class);
    }

    @Test
    void aResultOfThePhoneStaysWhenNobodyIsAtWorkAnyMore() {
        var view = Samples.handoff(
                quiet(Samples.offline(Samples.READY)),
                Samples.join(new Place.Closed()),
                Samples.handedOver(Connectivity.LIMITED));
        assertThat(Page.of(view))
                .isEqualTo(new Page.Result(
                        Samples.CAFE.ssid(),
                        new Joined(Samples.up(Samples.CAFE), Connectivity.LIMITED),
                        Page.Origin.PHONE));
    }

    @Test
    void aResultOfThePhoneTellsHowFarTheConnectionReachesNow() {
        var view = Samples.handoff(
                quiet(Samples.online()), Samples.join(new Place.Closed()), Samples.handedOver(Connectivity.PORTAL));
        assertThat(Page.of(view))
                .isEqualTo(new Page.Result(
                        Samples.CAFE.ssid(),
                        new Joined(Samples.up(Samples.CAFE), Connectivity.FULL),
                        Page.Origin.PHONE));
    }

    @Test
    void ofTwoResultsTheOneOfTheNetworkInUseIsShown() {
        var older = new Place.Done(
                new JoinRequest(Samples.HOME, Samples.REQUEST.credentials(), false),
                new Joined(Samples.up(Samples.HOME), Connectivity.FULL));
        var onHome = new NetworkStatus(Samples.READY, Samples.up(Samples.HOME), Wire.DOWN, Connectivity.FULL, 1);
        var phone = Samples.handedOver(Connectivity.FULL);
        assertThat(Page.of(Samples.handoff(quiet(Samples.online()), Samples.join(older), phone)))
                .isInstanceOfSatisfying(
                        Page.Result.class, page -> assertThat(page.origin()).isEqualTo(Page.Origin.PHONE));
        assertThat(Page.of(Samples.handoff(quiet(onHome), Samples.join(older), phone)))
                .isInstanceOfSatisfying(
                        Page.Result.class, page -> assertThat(page.origin()).isEqualTo(Page.Origin.PANEL));
    }

    @Test
    void aSignInComesOverTheResultFromWhichItBegan() {
        var view = Samples.handoff(
                quiet(Samples.online()),
                Samples.join(new Place.SigningIn(
                        Optional.of(Samples.CAFE.ssid()), Optional.empty(), Optional.empty(), false)),
                Samples.handedOver(Connectivity.PORTAL));
        assertThat(Page.of(view)).isInstanceOf(Page.SignIn.class);
    }

    @Test
    void theOwnClientForPhonesIsNeverTakenForThePanelNorForAnother() {
        assertThat(Page.of(Samples.handoff(new HandoffState.Place.Closed())))
                .isEqualTo(new Page.HotspotPending(Optional.empty(), new Page.Pending.Preparing()));
    }

    @Test
    void aPhoneIsOfferedOnlyWhereThereIsAHotspot() {
        assertThat(offered(Samples.PANEL, Samples.HOTSPOT)).isTrue();
        assertThat(offered(Samples.PANEL, Samples.PHONE)).isFalse();
        assertThat(offered(Samples.PANEL)).isFalse();
    }

    private static boolean offered(Client... clients) {
        var setup = Samples.setup(
                new Phase.Working(Samples.PANEL.id()),
                Samples.offline(Samples.READY),
                List.of(clients),
                new Consent.Wanted());
        var view = Samples.view(setup, Samples.join(new Place.Choosing()));
        return Page.of(view) instanceof Page.Networks networks && networks.phone();
    }

    private static SetupState quiet(NetworkStatus network) {
        return Samples.setup(new Phase.Idle(), network, List.of(Samples.PANEL, Samples.HOTSPOT), new Consent.Wanted());
    }

    private static HandoffState.Place running(HotspotState state, boolean stopping) {
        return new HandoffState.Place.Running(REQUEST, state, stopping);
    }

    private static Page pending(Page.Pending pending) {
        return new Page.HotspotPending(Optional.of(Samples.HOME.ssid()), pending);
    }

    private static Page connecting(boolean cancelling) {
        return new Page.Connecting(
                Samples.HOME.ssid(), JoinStage.GETTING_ADDRESS, Optional.empty(), cancelling, Page.Origin.PHONE);
    }
}
