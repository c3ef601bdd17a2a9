package wifisetup.join;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wifisetup.join.JoinEvent.OfSaved;
import wifisetup.join.JoinEvent.OfSignIn;
import wifisetup.loop.Loop;
import wifisetup.loop.SystemTimer;
import wifisetup.network.Adapter;
import wifisetup.network.Block;
import wifisetup.network.Connectivity;
import wifisetup.network.Country;
import wifisetup.network.Failure;
import wifisetup.network.IpEntry;
import wifisetup.network.NetworkId;
import wifisetup.network.NetworkSettings;
import wifisetup.network.Security;
import wifisetup.network.Ssid;
import wifisetup.network.simulated.Air;
import wifisetup.network.simulated.Pace;
import wifisetup.network.simulated.Radio;
import wifisetup.network.simulated.SimulatedWifi;
import wifisetup.secret.Secret;

/// A person goes the courses of the panel, with the machine, its effects and a simulated radio together.
class SimulatedCourseTest {
    private static final NetworkId GARDEN = new NetworkId(Ssid.of("Oma's Garten 🌻"), Security.WPA2);
    private static final NetworkId NO_LEASE = new NetworkId(Ssid.of("No Lease"), Security.WPA2);
    private static final NetworkId STAFF = new NetworkId(Ssid.of("Northwind Staff"), Security.ENTERPRISE);
    private static final NetworkId HOTEL = new NetworkId(Ssid.of("Hotel Miramar Guests"), Security.OPEN);
    private static final Secret PASSWORD = new Secret("password");

    private final SystemTimer timer = new SystemTimer();
    private final Radio radio = new Radio(Air.demo(), timer, Pace.all(Duration.ofMillis(1)));
    private final SimulatedWifi wifi = new SimulatedWifi(radio);
    private final Loop<JoinState, JoinEvent, JoinEffect> loop = new Loop<>(
            "join",
            new JoinMachine(),
            JoinState.INITIAL,
            new JoinEffects(
                    wifi, () -> Optional.of("http://portal.example/"), timer, InstantSource.system(), _ -> {}, _ -> {}),
            JoinEffects::failed);

    @BeforeEach
    void look() throws Exception {
        wifi.observe(status -> loop.submit(new JoinEvent.StatusChanged(status)));
        loop.submit(new JoinEvent.Opened());
        await(state -> state.network(HOTEL).isPresent());
    }

    @AfterEach
    void close() {
        loop.close();
        wifi.close();
        timer.close();
    }

    @Test
    void anAccountThatIsWrongIsAskedForAgainAndOneThatIsRightIsKept() throws Exception {
        loop.submit(new JoinEvent.Picked(STAFF));
        loop.submit(new JoinEvent.AccountTyped(account("somebody")));
        await(state -> state.place() instanceof Place.Asking(var id, var hidden, var cause)
                && cause.equals(new Cause.Refused(new Failure.WrongPassword())));

        loop.submit(new JoinEvent.AccountTyped(account("user")));

        await(state -> state.place() instanceof Place.Done);
        assertThat(wifi.saved())
                .singleElement()
                .satisfies(saved -> assertThat(saved.id()).isEqualTo(STAFF));
    }

    @Test
    void aNetworkWithoutAddressesIsJoinedWithOneByHand() throws Exception {
        loop.submit(new JoinEvent.Picked(NO_LEASE));
        loop.submit(new JoinEvent.Typed(PASSWORD));
        await(state -> state.place() instanceof Place.Failed(var request, var failure)
                && failure instanceof Failure.NoAddress);

        loop.submit(new OfSaved.AddressWanted());
        loop.submit(new OfSaved.AddressTyped(new AddressEntry(
                new IpEntry(IpEntry.Family.IPV4, IpEntry.Mode.MANUAL, "192.0.2.7", "24", "192.0.2.1", ""),
                AddressEntry.of(NetworkSettings.DEFAULT).ipv6())));

        var done = await(state -> state.place() instanceof Place.Done);
        assertThat(((Place.Done) done.place()).joined().link().addresses()).containsExactly("192.0.2.7");
    }

    @Test
    void aSavedPasswordThatIsWrongIsReplacedOnlyByOneThatIsRight() throws Exception {
        radio.remember(GARDEN, new Secret("last year's"));
        loop.submit(new JoinEvent.Refresh());
        await(state -> state.network(GARDEN).filter(row -> row.saved()).isPresent());

        loop.submit(new JoinEvent.Picked(GARDEN));
        await(state -> state.place().equals(new Place.Asking(GARDEN, false, new Cause.Outdated())));
        loop.submit(new JoinEvent.Typed(new Secret("another wrong")));
        await(state ->
                state.place().equals(new Place.Asking(GARDEN, false, new Cause.Refused(new Failure.WrongPassword()))));
        loop.submit(new JoinEvent.Typed(PASSWORD));

        await(state -> state.place() instanceof Place.Done);
        assertThat(wifi.saved()).hasSize(1);
    }

    @Test
    void aSettingOfASavedNetworkIsKept() throws Exception {
        radio.remember(GARDEN, PASSWORD);
        radio.remember(NO_LEASE, PASSWORD);
        loop.submit(new OfSaved.SavedWanted());
        var saved = await(state -> state.saved().size() == 2).saved().getLast();

        loop.submit(new OfSaved.ProfilePicked(saved.profile()));
        loop.submit(new OfSaved.FirstWanted());
        loop.submit(new OfSaved.Changed(saved.settings().withPriority(1).withAutoconnect(false)));
        loop.submit(new JoinEvent.Back(Draft.NONE));

        // Heard from the radio, not shown ahead of it: the list is told anew on the way back.
        await(state -> state.place() instanceof Place.Saved
                && state.saved().getFirst().profile().equals(saved.profile())
                && !state.saved().getFirst().autoconnect());
    }

    @Test
    void whoSignsInOnThePhoneIsOnline() throws Exception {
        loop.submit(new JoinEvent.Picked(HOTEL));
        await(state -> state.place() instanceof Place.Done(var request, var joined)
                && joined.connectivity() == Connectivity.PORTAL);
        loop.submit(new OfSignIn.SignInWanted());
        await(state ->
                state.place() instanceof Place.SigningIn now && now.address().isPresent());

        radio.signIn();

        await(state -> state.place() instanceof Place.Done(var request, var joined)
                && joined.connectivity() == Connectivity.FULL);
    }

    @Test
    void theCountryTurnsTheRadioOnAndTheListComes() throws Exception {
        radio.adapter(new Adapter.Blocked(Block.COUNTRY));
        await(state -> state.status().adapter() instanceof Adapter.Blocked);
        loop.submit(new JoinEvent.CountrySaid(new Country("PT")));

        await(state -> state.status().adapter() instanceof Adapter.Ready);
        assertThat(radio.country()).contains(new Country("PT"));
    }

    @Test
    void aPasswordIsStillThereWhenAnAdapterThatWasPulledIsBack() throws Exception {
        loop.submit(new JoinEvent.Picked(GARDEN));
        await(state -> state.place() instanceof Place.Asking);
        radio.adapter(new Adapter.Missing());
        await(state -> state.status().adapter() instanceof Adapter.Missing);
        loop.submit(new JoinEvent.Typed(PASSWORD));
        await(state -> state.place() instanceof Place.Failed);

        radio.adapterReady();

        var state = await(now -> now.place().equals(new Place.Asking(GARDEN, false, new Cause.Needed())));
        assertThat(state.drafts().password(GARDEN)).isEqualTo(PASSWORD);
    }

    private static AccountEntry account(String identity) {
        return new AccountEntry(
                identity, "", AccountEntry.Method.PEAP, PASSWORD, "", "", AccountEntry.Check.NONE, "", "");
    }

    /// The first state of which that holds.
    private JoinState await(Predicate<JoinState> condition) throws Exception {
        var met = new CompletableFuture<JoinState>();
        loop.observe(Runnable::run, state -> {
            if (condition.test(state)) {
                met.complete(state);
            }
        });
        return met.get(30, TimeUnit.SECONDS);
    }
}
