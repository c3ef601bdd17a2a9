package wifisetup.join;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wifisetup.network.Adapter;
import wifisetup.network.Band;
import wifisetup.network.Block;
import wifisetup.network.Country;
import wifisetup.network.Credentials;
import wifisetup.network.Failure;
import wifisetup.network.JoinRequest;
import wifisetup.network.Network;
import wifisetup.secret.Secret;

/// The adapter is pulled, the service restarts, the radio is blocked: while a person is at work.
class StatusCourseTest extends CourseTrial {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Secret PASSWORD = new Secret("hunter22");

    @BeforeEach
    void look() {
        when(
                radio(READY),
                new JoinEvent.Opened(),
                new JoinEvent.Scanned(
                        List.of(
                                new Network(HOME, 70, Band.GHZ_5, false, false, Optional.empty()),
                                new Network(WORK, 60, Band.GHZ_5, false, false, Optional.empty())),
                        NOW));
    }

    static List<Failure> failuresOfTheRadio() {
        return List.of(
                new Failure.NoAdapter(),
                new Failure.RfKill(Block.SWITCH),
                new Failure.BackendUnavailable("the service is gone"));
    }

    @ParameterizedTest
    @MethodSource("failuresOfTheRadio")
    void aJoinThatTheRadioLeftIsAskedForAgainWhenTheRadioIsBack(Failure failure) {
        when(new JoinEvent.Picked(HOME), new JoinEvent.Typed(PASSWORD));
        when(new JoinEvent.Ended(1, failure), radio(READY));
        assertThat(state.place()).isInstanceOf(Place.Failed.class);

        when(radio(new Adapter.Missing()), radio(READY));

        assertThat(state.place()).isEqualTo(new Place.Asking(HOME, false, new Cause.Needed()));
        assertThat(state.drafts().password(HOME)).isEqualTo(PASSWORD);
    }

    @Test
    void aFailureOfAnotherKindStaysWhenTheRadioIsBack() {
        when(new JoinEvent.Picked(HOME), new JoinEvent.Typed(PASSWORD));
        when(new JoinEvent.Ended(1, new Failure.OutOfRange()), radio(new Adapter.Unavailable("gone")), radio(READY));

        assertThat(state.place())
                .isEqualTo(new Place.Failed(
                        new JoinRequest(HOME, new Credentials.Passphrase(PASSWORD), false), new Failure.OutOfRange()));
    }

    @Test
    void theListIsLookedForAnewWhenTheRadioIsBack() {
        when(radio(new Adapter.Missing()), radio(READY));
        assertThat(effects).containsExactly(new JoinEffect.Scan());
    }

    @Test
    void theSavedNetworksAreToldAnewWhenTheServiceIsBack() {
        when(new JoinEvent.OfSaved.SavedWanted());
        when(radio(new Adapter.Unavailable("gone")), radio(new Adapter.Starting()), radio(READY));

        assertThat(state.place()).isEqualTo(new Place.Saved());
        assertThat(effects).containsExactly(new JoinEffect.ListSaved(), new JoinEffect.Look());
    }

    @Test
    void whatWasBeingTypedIsKeptWhenThePageIsTakenAway() {
        when(
                new JoinEvent.Picked(HOME),
                radio(new Adapter.Missing()),
                new JoinEvent.Interrupted(HOME, new Draft.Password(new Secret("hunt"))),
                radio(READY));

        assertThat(state.place()).isEqualTo(new Place.Asking(HOME, false, new Cause.Needed()));
        assertThat(state.drafts().password(HOME)).isEqualTo(new Secret("hunt"));
    }

    @Test
    void anAccountIsTypedTriedAndKeptWhenItIsRefused() {
        var half = new AccountEntry(
                "alice", "", AccountEntry.Method.PEAP, Secret.EMPTY, "", "", AccountEntry.Check.NONE, "", "");
        when(new JoinEvent.Picked(WORK), new JoinEvent.AccountTyped(half));
        assertThat(effects).isEmpty();
        assertThat(state.drafts().account(WORK)).isEqualTo(half);

        var whole = new AccountEntry(
                "alice", "", AccountEntry.Method.PEAP, PASSWORD, "", "", AccountEntry.Check.NONE, "", "");
        when(new JoinEvent.AccountTyped(whole));
        assertThat(effects).containsExactly(new JoinEffect.Join(1, new JoinRequest(WORK, whole.account(), false)));

        when(new JoinEvent.Ended(1, new Failure.WrongPassword()));
        assertThat(state.place())
                .isEqualTo(new Place.Asking(WORK, false, new Cause.Refused(new Failure.WrongPassword())));
        assertThat(state.drafts().account(WORK)).isEqualTo(whole);
    }

    @Test
    void theCountryIsSaidAndARefusalIsTold() {
        var country = new Country("PT");
        when(radio(new Adapter.Blocked(Block.COUNTRY)));
        when(new JoinEvent.CountrySaid(country));
        assertThat(effects).containsExactly(new JoinEffect.SetCountry(country));

        when(new JoinEvent.Troubled(new Failure.Denied("enable-disable-wifi")));
        assertThat(state.trouble()).contains(new Failure.Denied("enable-disable-wifi"));

        when(new JoinEvent.CountrySaid(country));
        assertThat(state.trouble()).isEmpty();
    }
}
