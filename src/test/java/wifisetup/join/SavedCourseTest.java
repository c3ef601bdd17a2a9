package wifisetup.join;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wifisetup.join.JoinEvent.OfSaved;
import wifisetup.network.Band;
import wifisetup.network.Connectivity;
import wifisetup.network.Credentials;
import wifisetup.network.Failure;
import wifisetup.network.IpEntry;
import wifisetup.network.JoinRequest;
import wifisetup.network.Joined;
import wifisetup.network.Network;
import wifisetup.network.NetworkId;
import wifisetup.network.NetworkSettings;
import wifisetup.network.ProfileId;
import wifisetup.network.SavedNetwork;
import wifisetup.network.Security;
import wifisetup.secret.Secret;

class SavedCourseTest extends CourseTrial {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final SavedNetwork FIRST = saved("first", HOME, 5);
    private static final SavedNetwork SECOND = saved("second", WORK, 0);
    private static final AddressEntry BY_HAND = new AddressEntry(
            new IpEntry(IpEntry.Family.IPV4, IpEntry.Mode.MANUAL, "192.0.2.7", "24", "192.0.2.1", ""),
            AddressEntry.of(NetworkSettings.DEFAULT).ipv6());

    @BeforeEach
    void lookAtTheSavedNetworks() {
        when(
                new JoinEvent.Opened(),
                new JoinEvent.Scanned(List.of(new Network(HOME, 70, Band.GHZ_5, true, false, Optional.empty())), NOW),
                new OfSaved.SavedWanted(),
                new OfSaved.SavedHeard(List.of(FIRST, SECOND)));
    }

    @Test
    void theSavedNetworksAreToldAnewWheneverTheyAreShown() {
        assertThat(state.place()).isEqualTo(new Place.Saved());
        assertThat(effects).endsWith(new JoinEffect.ListSaved());

        when(new OfSaved.ProfilePicked(FIRST.profile()), new JoinEvent.Back(Draft.NONE));

        assertThat(state.place()).isEqualTo(new Place.Saved());
        assertThat(effects).containsExactly(new JoinEffect.ListSaved());
        when(new JoinEvent.Back(Draft.NONE));
        assertThat(state.place()).isEqualTo(new Place.Choosing());
    }

    @Test
    void aSavedNetworkIsJoinedWithItsSecret() {
        when(new OfSaved.ProfilePicked(SECOND.profile()), new OfSaved.ConnectWanted());

        assertThat(effects)
                .containsExactly(new JoinEffect.Join(1, new JoinRequest(WORK, new Credentials.Saved(), false)));
    }

    @Test
    void whatIsInTheAirDecidesHowASavedNetworkIsJoined() {
        var transition = new NetworkId(HOME.ssid(), Security.WPA2_WPA3);
        when(
                new JoinEvent.Listed(List.of(new Network(transition, 70, Band.GHZ_5, true, false, Optional.empty()))),
                new OfSaved.ProfilePicked(FIRST.profile()),
                new OfSaved.ConnectWanted());

        assertThat(effects)
                .containsExactly(new JoinEffect.Join(1, new JoinRequest(transition, new Credentials.Saved(), false)));
    }

    @Test
    void aChangedPasswordIsAskedForAndBackLeadsToTheNetworkWithTheText() {
        when(new OfSaved.ProfilePicked(FIRST.profile()), new OfSaved.PasswordChanged());
        assertThat(state.place()).isEqualTo(new Place.Asking(HOME, false, new Cause.Changed(FIRST.profile())));

        when(new JoinEvent.Back(new Draft.Password(new Secret("half"))));

        assertThat(state.place()).isEqualTo(new Place.Profile(FIRST.profile()));
        assertThat(state.drafts().password(HOME)).isEqualTo(new Secret("half"));
    }

    @Test
    void aNewPasswordIsTriedBeforeTheOldOneIsReplaced() {
        var password = new Secret("hunter22");
        when(new OfSaved.ProfilePicked(FIRST.profile()), new OfSaved.PasswordChanged(), new JoinEvent.Typed(password));

        var request = new JoinRequest(HOME, new Credentials.Passphrase(password), false);
        assertThat(effects).containsExactly(new JoinEffect.Join(1, request));
        assertThat(request.settings()).isEmpty();
    }

    @Test
    void aSettingIsShownAtOnceAndWhatIsHeardThenCounts() {
        var changed = FIRST.settings().withAutoconnect(false);
        when(new OfSaved.ProfilePicked(FIRST.profile()), new OfSaved.Changed(changed));
        assertThat(state.profile(FIRST.profile()))
                .hasValueSatisfying(now -> assertThat(now.autoconnect()).isFalse());
        assertThat(effects).containsExactly(new JoinEffect.Change(Map.of(FIRST.profile(), changed)));

        var denied = new Failure.Denied("settings.modify");
        when(new JoinEvent.Troubled(denied));
        assertThat(state.trouble()).contains(denied);
        assertThat(effects).containsExactly(new JoinEffect.ListSaved());

        when(new OfSaved.SavedHeard(List.of(FIRST, SECOND)));
        assertThat(state.saved()).containsExactly(FIRST, SECOND);
        assertThat(state.trouble()).contains(denied);

        when(new JoinEvent.Back(Draft.NONE));
        assertThat(state.trouble()).isEmpty();
    }

    @Test
    void aNetworkIsPutBeforeAllOthers() {
        when(new OfSaved.ProfilePicked(SECOND.profile()), new OfSaved.FirstWanted());

        assertThat(effects)
                .containsExactly(new JoinEffect.Change(
                        Map.of(SECOND.profile(), SECOND.settings().withPriority(6))));
        assertThat(state.saved().getFirst().profile()).isEqualTo(SECOND.profile());
    }

    @Test
    void aNetworkAtTheTopMakesRoomForTheFirst() {
        var top = saved("top", CAFE, NetworkSettings.MAX_PRIORITY);
        when(
                new OfSaved.SavedHeard(List.of(top, SECOND)),
                new OfSaved.ProfilePicked(SECOND.profile()),
                new OfSaved.FirstWanted());

        assertThat(effects)
                .containsExactly(new JoinEffect.Change(Map.of(
                        top.profile(), top.settings().withPriority(998),
                        SECOND.profile(), SECOND.settings().withPriority(999))));
    }

    @Test
    void aForgottenNetworkLeavesTheListThere() {
        when(new OfSaved.ProfilePicked(FIRST.profile()), new JoinEvent.Forget(HOME.ssid()));

        assertThat(state.place()).isEqualTo(new Place.Saved());
        assertThat(effects).containsExactly(new JoinEffect.Forget(HOME.ssid()));
    }

    @Test
    void aNetworkThatSomebodyElseForgotIsShownNoLonger() {
        when(new OfSaved.ProfilePicked(FIRST.profile()), new OfSaved.SavedHeard(List.of(SECOND)));

        assertThat(state.place()).isEqualTo(new Place.Saved());
        when(new OfSaved.ProfilePicked(new ProfileId("gone")));
        assertThat(state.place()).isEqualTo(new Place.Saved());
    }

    @Test
    void anAddressOfASavedNetworkIsChangedAndKeptUntilItHolds() {
        when(
                new OfSaved.ProfilePicked(FIRST.profile()),
                new OfSaved.AddressWanted(),
                new OfSaved.AddressTyped(BY_HAND));

        var changed = BY_HAND.in(FIRST.settings());
        assertThat(state.place()).isEqualTo(new Place.Profile(FIRST.profile()));
        assertThat(effects).containsExactly(new JoinEffect.Change(Map.of(FIRST.profile(), changed)));
        assertThat(state.drafts().address(HOME)).contains(BY_HAND);

        when(new OfSaved.SavedHeard(
                List.of(new SavedNetwork(FIRST.profile(), HOME, "Home", false, changed, Optional.empty()))));
        assertThat(state.drafts().address(HOME)).isEmpty();
    }

    @Test
    void anAddressThatIsNoneIsKeptAndNotUsed() {
        var flawed = new AddressEntry(
                IpEntry.of(IpEntry.Family.IPV4, FIRST.settings().ipv4()).byHand(), BY_HAND.ipv6());
        when(new OfSaved.ProfilePicked(FIRST.profile()), new OfSaved.AddressWanted(), new OfSaved.AddressTyped(flawed));

        assertThat(state.place()).isEqualTo(new Place.Addressing.OfProfile(FIRST));
        assertThat(effects).isEmpty();
        when(new JoinEvent.Back(new Draft.Address(flawed)));
        assertThat(state.place()).isEqualTo(new Place.Profile(FIRST.profile()));
        assertThat(state.drafts().address(HOME)).contains(flawed);
    }

    @Test
    void aJoinWithoutAnAddressIsTriedAgainWithOneByHand() {
        var request = new JoinRequest(WORK, new Credentials.Saved(), false);
        when(
                new OfSaved.ProfilePicked(SECOND.profile()),
                new OfSaved.ConnectWanted(),
                new JoinEvent.Ended(1, new Failure.NoAddress()),
                new OfSaved.AddressWanted());
        var failed = new Place.Failed(request, new Failure.NoAddress());
        assertThat(state.place()).isEqualTo(new Place.Addressing.OfJoin(failed));
        when(new JoinEvent.Back(new Draft.Address(BY_HAND)));
        assertThat(state.place()).isEqualTo(failed);

        when(new OfSaved.AddressWanted(), new OfSaved.AddressTyped(BY_HAND));

        assertThat(effects).containsExactly(new JoinEffect.Join(2, request.with(BY_HAND.in(SECOND.settings()))));
        when(new JoinEvent.Ended(2, new Joined(up(WORK), Connectivity.FULL)));
        assertThat(state.drafts()).isEqualTo(Drafts.NONE);
    }
}
