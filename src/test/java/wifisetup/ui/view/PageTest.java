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
import wifisetup.join.AddressEntry;
import wifisetup.join.Cause;
import wifisetup.join.JoinState;
import wifisetup.join.Listing;
import wifisetup.join.Place;
import wifisetup.network.Adapter;
import wifisetup.network.Block;
import wifisetup.network.Connectivity;
import wifisetup.network.Failure;
import wifisetup.network.IpEntry;
import wifisetup.network.JoinStage;
import wifisetup.network.Joined;
import wifisetup.network.ProfileId;
import wifisetup.secret.Secret;
import wifisetup.setup.ClientId;
import wifisetup.setup.Consent;
import wifisetup.setup.Phase;
import wifisetup.setup.SetupState;
import wifisetup.setup.Standing;
import wifisetup.ui.view.Page.Obstruction;

class PageTest {
    private static final Phase SELECTING = new Phase.Selecting(Optional.empty());
    private static final Consent WANTED = new Consent.Wanted();

    static Stream<Arguments> pagesOnThePanel() {
        var listing = new Listing.Complete(Samples.NOW.minusSeconds(5));
        return Stream.of(
                Arguments.of(
                        new Place.Closed(),
                        new Page.Networks(Samples.networks(), listing, Samples.offline(Samples.READY), true)),
                Arguments.of(
                        new Place.Choosing(),
                        new Page.Networks(Samples.networks(), listing, Samples.offline(Samples.READY), true)),
                Arguments.of(new Place.Naming(), new Page.Other()),
                Arguments.of(
                        new Place.Asking(Samples.CAFE, true, new Cause.Refused(new Failure.WrongPassword())),
                        new Page.Password(
                                Samples.CAFE,
                                true,
                                new Cause.Refused(new Failure.WrongPassword()),
                                new Secret("correct horse"),
                                true)),
                Arguments.of(
                        new Place.Joining(Samples.REQUEST, JoinStage.GETTING_ADDRESS, Optional.of(Samples.NOW), true),
                        new Page.Connecting(
                                Samples.CAFE.ssid(),
                                JoinStage.GETTING_ADDRESS,
                                Optional.of(Samples.NOW),
                                true,
                                Page.Origin.PANEL)),
                Arguments.of(
                        new Place.Failed(Samples.REQUEST, new Failure.TimedOut()),
                        new Page.Result(Samples.CAFE.ssid(), new Failure.TimedOut(), Page.Origin.PANEL)));
    }

    @ParameterizedTest
    @MethodSource("pagesOnThePanel")
    void thePlaceOnThePanelIsThePageWhileThePanelIsAtWork(Place place, Page page) {
        assertThat(Page.of(Samples.onPanel(place))).isEqualTo(page);
    }

    @Test
    void anAccountIsAskedForWhereOneIsNeeded() {
        assertThat(Page.of(Samples.asking(Samples.WORK, new Cause.Needed())))
                .isEqualTo(new Page.Account(Samples.WORK, false, new Cause.Needed(), Samples.account(), true));
    }

    @Test
    void theSavedNetworksAreShownAsTheyStandNow() {
        var page = Page.of(Samples.onPanel(new Place.Saved()));
        assertThat(page)
                .isInstanceOfSatisfying(
                        Page.Saved.class,
                        saved -> assertThat(saved.rows())
                                .extracting(Page.SavedRow::inReach)
                                .containsExactly(true, true, true, false));
        var connected = Samples.view(
                Samples.setup(new Phase.Working(Samples.PANEL.id()), Samples.online(), List.of(Samples.PANEL), WANTED),
                Samples.join(new Place.Profile(new ProfileId("b"))));
        assertThat(Page.of(connected))
                .isEqualTo(new Page.Profile(
                        new Page.SavedRow(Samples.saved().get(1), true, true), false, Optional.empty()));
        assertThat(Page.of(Samples.onPanel(new Place.Profile(new ProfileId("a")))))
                .isInstanceOfSatisfying(
                        Page.Profile.class,
                        profile -> assertThat(profile.first()).isTrue());
    }

    @Test
    void anAddressForAJoinIsByHandAndOneOfASavedNetworkAsItIs() {
        assertThat(Page.of(Samples.onPanel(Samples.noAddress()))).isInstanceOfSatisfying(Page.Address.class, page -> {
            assertThat(page.joining()).isTrue();
            assertThat(page.entry().ipv4().mode()).isEqualTo(IpEntry.Mode.MANUAL);
        });
        var saved = Samples.saved().getFirst();
        assertThat(Page.of(Samples.onPanel(new Place.Addressing.OfProfile(saved))))
                .isEqualTo(new Page.Address(saved.id(), AddressEntry.of(saved.settings()), false));
    }

    @Test
    void theCountryIsAskedForWhenTheRadioWaitsForIt() {
        assertThat(Page.of(Samples.with(new Adapter.Blocked(Block.COUNTRY))))
                .isEqualTo(new Page.Country(Optional.empty()));
    }

    static Stream<Arguments> pagesWithoutARadio() {
        var asking = new Place.Asking(Samples.HOME, false, new Cause.Needed());
        var profile = new Place.Profile(new ProfileId("a"));
        return Stream.of(
                Arguments.of(asking, new Adapter.Missing(), Page.Problem.class),
                Arguments.of(asking, new Adapter.Unavailable("gone"), Page.Problem.class),
                Arguments.of(asking, new Adapter.Blocked(Block.COUNTRY), Page.Country.class),
                Arguments.of(profile, new Adapter.Missing(), Page.Profile.class),
                Arguments.of(profile, new Adapter.Starting(), Page.Problem.class),
                Arguments.of(new Place.Saved(), new Adapter.Unavailable("gone"), Page.Problem.class),
                Arguments.of(new Place.Saved(), new Adapter.Blocked(Block.SWITCH), Page.Saved.class),
                Arguments.of(new Place.Naming(), new Adapter.Missing(), Page.Other.class));
    }

    @ParameterizedTest
    @MethodSource("pagesWithoutARadio")
    void aPageThatNeedsWhatIsGoneMakesRoomForTheProblem(Place place, Adapter adapter, Class<? extends Page> page) {
        var view = Samples.view(Samples.working(Samples.PANEL, adapter), Samples.join(place));
        assertThat(Page.of(view)).isInstanceOf(page);
    }

    @Test
    void aSignInIsShownWhoeverIsAtWork() {
        var place = new Place.SigningIn(Optional.of(Samples.CAFE.ssid()), Optional.empty(), Optional.empty(), false);
        var view =
                Samples.view(Samples.setup(new Phase.Idle(), Samples.online(), List.of(), WANTED), Samples.join(place));
        assertThat(Page.of(view))
                .isEqualTo(new Page.SignIn(
                        Optional.of(Samples.CAFE.ssid()), Optional.empty(), Optional.of("02:00:00:00:00:01"), false));
    }

    static Stream<Arguments> obstructions() {
        return Stream.of(
                Arguments.of(new Adapter.Starting(), new Obstruction.Starting()),
                Arguments.of(new Adapter.Missing(), new Obstruction.NoAdapter()),
                Arguments.of(new Adapter.Blocked(Block.SWITCH), new Obstruction.RadioOff(Block.SWITCH)),
                Arguments.of(new Adapter.Blocked(Block.SOFTWARE), new Obstruction.RadioOff(Block.SOFTWARE)),
                Arguments.of(new Adapter.Unavailable("gone"), new Obstruction.ServiceMissing("gone")));
    }

    @ParameterizedTest
    @MethodSource("obstructions")
    void aRadioThatIsNotReadyTakesTheListsPlace(Adapter adapter, Obstruction obstruction) {
        assertThat(Page.of(Samples.with(adapter))).isEqualTo(new Page.Problem(obstruction, Optional.empty()));
    }

    @Test
    void aRefusedScanTakesTheListsPlace() {
        var view = Samples.listed(List.of(), new Listing.Failed(new Failure.Denied("scan")));
        assertThat(Page.of(view)).isEqualTo(new Page.Problem(new Obstruction.Refused("scan"), Optional.empty()));
    }

    @Test
    void aScanThatFailedOtherwiseLeavesTheList() {
        var view = Samples.listed(Samples.networks(), new Listing.Failed(new Failure.TimedOut()));
        assertThat(Page.of(view)).isInstanceOf(Page.Networks.class);
    }

    @Test
    void aResultStaysWhenNobodyIsAtWorkAnyMore() {
        var joined = new Joined(Samples.up(Samples.CAFE), Connectivity.FULL);
        var view = Samples.view(
                Samples.setup(new Phase.Idle(), Samples.online(), List.of(), WANTED),
                Samples.join(new Place.Done(Samples.REQUEST, joined)));
        assertThat(Page.of(view)).isEqualTo(new Page.Result(Samples.CAFE.ssid(), joined, Page.Origin.PANEL));
    }

    @Test
    void aPlaceIsNotShownWhenThePanelIsNotAtWork() {
        var view = Samples.view(
                Samples.setup(SELECTING, Samples.online(), List.of(Samples.PANEL), WANTED),
                Samples.join(new Place.Choosing()));
        assertThat(Page.of(view)).isInstanceOf(Page.Select.class);
    }

    @Test
    void anotherClientAtWorkIsNamed() {
        var view = Samples.view(Samples.working(Samples.PHONE, Samples.READY), JoinState.INITIAL);
        assertThat(Page.of(view)).isEqualTo(new Page.Elsewhere(Samples.PHONE));
    }

    @Test
    void aClientAtWorkThatNobodyKnowsLeavesTheChoice() {
        var view = Samples.beside(new Phase.Working(new ClientId("gone")), Samples.online(), WANTED);
        assertThat(Page.of(view)).isInstanceOf(Page.Select.class);
    }

    @Test
    void withoutASetUpThereIsTheQuietPage() {
        var idle = Samples.beside(new Phase.Idle(), Samples.online(), new Consent.Never());
        var grace = Samples.beside(new Phase.Grace(1), Samples.online(), WANTED);
        assertThat(Page.of(idle)).isEqualTo(new Page.Home(Samples.online(), false, new Consent.Never(), List.of()));
        assertThat(Page.of(grace)).isEqualTo(new Page.Home(Samples.online(), true, WANTED, List.of()));
    }

    @Test
    void anotherRegistryIsToldOnTheSelectionPage() {
        var serving = Samples.setup(SELECTING, Samples.online(), List.of(), WANTED);
        var passive = new SetupState(
                serving.clients(),
                serving.phase(),
                serving.memory(),
                serving.network(),
                serving.announced(),
                Standing.PASSIVE,
                serving.failures(),
                0,
                serving.otherScreen(),
                serving.tryout());
        var view = new View(passive, JoinState.INITIAL, HandoffState.INITIAL, false, List.of(Notice.BUS_LOST));
        assertThat(Page.of(view))
                .isEqualTo(new Page.Select(
                        List.of(),
                        Samples.online(),
                        Optional.empty(),
                        List.of(Notice.ANOTHER_REGISTRY, Notice.BUS_LOST)));
    }
}
