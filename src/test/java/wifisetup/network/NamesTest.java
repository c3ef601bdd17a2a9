package wifisetup.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import wifisetup.loop.Cancellation;
import wifisetup.loop.SystemTimer;
import wifisetup.network.named.NamedJoin;
import wifisetup.network.named.Names;
import wifisetup.network.named.SettingsChange;
import wifisetup.network.simulated.AccessPoint;
import wifisetup.network.simulated.Air;
import wifisetup.network.simulated.Pace;
import wifisetup.network.simulated.Radio;
import wifisetup.network.simulated.SimulatedWifi;
import wifisetup.secret.Secret;

class NamesTest {
    private static final Ssid HOME = Ssid.of("Home");
    private static final Ssid LATIN = Ssid.of("Bücherei".getBytes(StandardCharsets.ISO_8859_1));
    /// Two networks of one name; the open one is the stronger.
    private static final Ssid TWINS = Ssid.of("Twins");

    private static final Ssid CAFE = Ssid.of("Café");
    private static final Ssid BACK_ROOM = Ssid.of("Back Room");
    private static final Credentials PASSWORD = new Credentials.Passphrase(new Secret("password"));

    @AutoClose
    private final SystemTimer timer = new SystemTimer();

    private final Radio radio = new Radio(
            new Air(
                    List.of(
                            AccessPoint.of(HOME, Security.WPA2, "password", -40, Band.GHZ_5),
                            AccessPoint.of(HOME, Security.OPEN, "", -50, Band.GHZ_2_4),
                            AccessPoint.of(TWINS, Security.WPA2, "password", -70, Band.GHZ_5),
                            AccessPoint.of(TWINS, Security.OPEN, "", -40, Band.GHZ_2_4),
                            AccessPoint.of(CAFE, Security.OPEN, "", -50, Band.GHZ_2_4),
                            AccessPoint.of(LATIN, Security.WPA3, "password", -50, Band.GHZ_5),
                            AccessPoint.of(Ssid.of("Office"), Security.ENTERPRISE, "password", -50, Band.GHZ_5)
                                    .admitting("alice"),
                            AccessPoint.of(Ssid.of("Vault"), Security.ENTERPRISE_192, "", -50, Band.GHZ_5),
                            AccessPoint.of(BACK_ROOM, Security.WPA2, "password", -50, Band.GHZ_5)
                                    .concealed()),
                    0),
            timer,
            Pace.INSTANT);

    @AutoClose
    private final Wifi wifi = new SimulatedWifi(radio);

    private final Names names = new Names(wifi);

    @Test
    void aNameIsAnSsidOrHowItIsShownAndElseTakenForOne() throws Exception {
        assertThat(names.find("Home")).isEqualTo(HOME);
        assertThat(names.find(LATIN.display())).isEqualTo(LATIN);
        assertThat(names.find("Elsewhere")).isEqualTo(Ssid.of("Elsewhere"));
        assertFails(new Failure.NotKnown(), () -> names.find("a name of more than thirty-two bytes, too long"));
    }

    @Test
    void aSavedNetworkIsFoundWithoutARadio() throws Exception {
        radio.remember(new NetworkId(LATIN, Security.WPA3), new Secret("password"));
        radio.adapter(new Adapter.Missing());

        assertThat(names.find(LATIN.display())).isEqualTo(LATIN);
    }

    @Test
    void whatIsInTheAirDecidesAboutTheSecurity() throws Exception {
        assertThat(names.request(wish(HOME, Security.OPEN, PASSWORD)))
                .isEqualTo(new JoinRequest(new NetworkId(HOME, Security.OPEN), new Credentials.None(), false));
        assertThat(names.request(wish(LATIN, Security.WPA2, PASSWORD)))
                .isEqualTo(new JoinRequest(new NetworkId(LATIN, Security.WPA3), PASSWORD, false));
    }

    @Test
    void whoHasNothingToPresentNeedsASavedProfile() throws Exception {
        assertFails(new Failure.PasswordRequired(), () -> names.request(NamedJoin.of(LATIN)));
        assertFails(
                new Failure.PasswordRequired(),
                () -> names.request(wish(LATIN, Security.WPA3, new Credentials.Passphrase(Secret.EMPTY))));
        assertThat(wifi.join(names.request(wish(LATIN, Security.WPA3, PASSWORD)), new Cancellation(), _ -> {}))
                .isInstanceOf(Joined.class);

        assertThat(names.request(NamedJoin.of(LATIN)).credentials()).isEqualTo(new Credentials.Saved());
    }

    @Test
    void anAccountIsForNetworksThatWantOne() throws Exception {
        var account =
                new Credentials.Account("alice", "", new Eap.Peap(new Secret("password")), new ServerTrust.Anybody());

        assertThat(names.request(wish(Ssid.of("Office"), Security.ENTERPRISE, account))
                        .credentials())
                .isEqualTo(account);
        assertFails(
                new Failure.PasswordRequired(),
                () -> names.request(wish(Ssid.of("Office"), Security.ENTERPRISE, PASSWORD)));
        assertFails(new Failure.PasswordRequired(), () -> names.request(wish(LATIN, Security.WPA3, account)));
    }

    @Test
    void aNetworkThatKeepsItsNameToItselfIsLookedForByIt() throws Exception {
        assertThat(names.request(wish(BACK_ROOM, Security.WPA2, PASSWORD)))
                .isEqualTo(new JoinRequest(new NetworkId(BACK_ROOM, Security.WPA2), PASSWORD, true));
    }

    @Test
    void aPasswordIsNeverLeftForAnOpenTwin() throws Exception {
        var offered = new NamedJoin(TWINS, Optional.empty(), PASSWORD, false, SettingsChange.NONE);

        assertThat(names.request(offered))
                .isEqualTo(new JoinRequest(new NetworkId(TWINS, Security.WPA2), PASSWORD, false));
    }

    @Test
    void aPasswordIsNeverLeftForAnOpenNetworkThatIsThereAlone() {
        var account =
                new Credentials.Account("alice", "", new Eap.Peap(new Secret("password")), new ServerTrust.Anybody());

        for (Credentials offered : List.of(PASSWORD, account)) {
            assertFails(
                    new Failure.OutOfRange(),
                    () -> names.request(new NamedJoin(CAFE, Optional.empty(), offered, false, SettingsChange.NONE)));
        }
    }

    @Test
    void whatIsSavedIsMeantByTheNameAlone() throws Exception {
        radio.remember(new NetworkId(TWINS, Security.WPA2), new Secret("password"));

        assertThat(names.request(NamedJoin.of(TWINS)))
                .isEqualTo(new JoinRequest(new NetworkId(TWINS, Security.WPA2), new Credentials.Saved(), false));
    }

    @Test
    void anOpenTwinDoesNotStandInForASavedNetworkThatIsAway() {
        radio.remember(new NetworkId(CAFE, Security.WPA2), new Secret("password"));

        assertFails(new Failure.OutOfRange(), () -> names.request(NamedJoin.of(CAFE)));
    }

    @Test
    void whoGoesBackTakesOnlyWhatIsSaved() throws Exception {
        assertFails(new Failure.NotKnown(), () -> names.again(TWINS));
        radio.remember(new NetworkId(TWINS, Security.WPA2), new Secret("password"));
        radio.remember(new NetworkId(CAFE, Security.WPA2), new Secret("password"));

        assertThat(names.again(TWINS))
                .isEqualTo(new JoinRequest(new NetworkId(TWINS, Security.WPA2), new Credentials.Saved(), false));
        assertFails(new Failure.OutOfRange(), () -> names.again(CAFE));
    }

    @Test
    void settingsAreChangedOfTheProfileThatFits() throws Exception {
        radio.remember(new NetworkId(TWINS, Security.WPA2), new Secret("password"));
        var settings = NetworkSettings.DEFAULT.withPriority(7);
        wifi.change(wifi.saved().getFirst().profile(), settings);
        radio.remember(new NetworkId(TWINS, Security.OPEN), Secret.EMPTY);
        var metered = new SettingsChange(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Metered.YES),
                Optional.empty());

        assertThat(names.request(new NamedJoin(TWINS, Optional.of(Security.WPA3), PASSWORD, false, metered))
                        .settings())
                .contains(settings.withMetered(Metered.YES));
        assertThat(names.request(new NamedJoin(TWINS, Optional.of(Security.OPEN), PASSWORD, false, metered))
                        .settings())
                .contains(NetworkSettings.DEFAULT.withMetered(Metered.YES));
    }

    @Test
    void anOpenTwinIsJoinedWhenThatIsSaid() throws Exception {
        assertThat(names.request(wish(TWINS, Security.OPEN, new Credentials.None())))
                .isEqualTo(new JoinRequest(new NetworkId(TWINS, Security.OPEN), new Credentials.None(), false));
        assertFails(new Failure.PasswordRequired(), () -> names.request(NamedJoin.of(TWINS)));
    }

    @Test
    void aNetworkThatOneScanMissedDoesNotKeepItsNameToItself() throws Exception {
        var missed = new AtomicInteger(2);
        var forgetful = new Names(new ForwardingWifi(wifi) {
            @Override
            public List<Network> networks() throws WifiException {
                return missed.getAndDecrement() > 0 ? List.of() : super.networks();
            }

            @Override
            public List<Network> scan(List<Ssid> hidden) throws WifiException, InterruptedException {
                var seen = super.scan(hidden);
                return missed.getAndDecrement() > 0 ? List.of() : seen;
            }
        });

        assertThat(forgetful.request(wish(LATIN, Security.WPA3, PASSWORD)).hidden())
                .isFalse();
    }

    @Test
    void aHiddenNetworkWhoseFirstAnswerIsMissedIsCalledAgain() throws Exception {
        var called = new AtomicInteger();
        var deaf = new Names(new ForwardingWifi(wifi) {
            @Override
            public List<Network> scan(List<Ssid> hidden) throws WifiException, InterruptedException {
                return hidden.isEmpty() || called.incrementAndGet() == 1 ? wifi.scan(List.of()) : super.scan(hidden);
            }
        });

        assertThat(deaf.request(wish(BACK_ROOM, Security.WPA2, PASSWORD)).hidden())
                .isTrue();
        assertThat(called).hasValue(2);
    }

    @Test
    void whatIsNotThereOrCannotBeJoinedIsSaid() {
        assertFails(new Failure.OutOfRange(), () -> names.request(NamedJoin.of(Ssid.of("Nobody"))));
        assertFails(new Failure.Unsupported(Obstacle.SUITE_B), () -> names.request(NamedJoin.of(Ssid.of("Vault"))));
    }

    private static NamedJoin wish(Ssid ssid, Security hint, Credentials offered) {
        return new NamedJoin(ssid, Optional.of(hint), offered, false, SettingsChange.NONE);
    }

    private static void assertFails(Failure failure, ThrowingCallable asked) {
        assertThatThrownBy(asked)
                .isInstanceOfSatisfying(
                        WifiException.class,
                        refused -> assertThat(refused.failure()).isEqualTo(failure));
    }
}
