package wifisetup.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import wifisetup.loop.Cancellation;
import wifisetup.loop.SystemTimer;
import wifisetup.network.simulated.AccessPoint;
import wifisetup.network.simulated.Air;
import wifisetup.network.simulated.Pace;
import wifisetup.network.simulated.Radio;
import wifisetup.network.simulated.SimulatedWifi;
import wifisetup.secret.Secret;

class NamesTest {
    private static final Ssid HOME = Ssid.of("Home");
    private static final Ssid LATIN = Ssid.of("Bücherei".getBytes(StandardCharsets.ISO_8859_1));
    private static final Ssid BACK_ROOM = Ssid.of("Back Room");
    private static final Credentials PASSWORD = new Credentials.Passphrase(new Secret("password"));

    @AutoClose
    private final SystemTimer timer = new SystemTimer();

    private final Radio radio = new Radio(
            new Air(
                    List.of(
                            AccessPoint.of(HOME, Security.WPA2, "password", -40, Band.GHZ_5),
                            AccessPoint.of(HOME, Security.OPEN, "", -50, Band.GHZ_2_4),
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
    void whatIsNotThereOrCannotBeJoinedIsSaid() {
        assertFails(new Failure.OutOfRange(), () -> names.request(NamedJoin.of(Ssid.of("Nobody"))));
        assertFails(new Failure.Unsupported(Obstacle.SUITE_B), () -> names.request(NamedJoin.of(Ssid.of("Vault"))));
    }

    private static NamedJoin wish(Ssid ssid, Security hint, Credentials offered) {
        return new NamedJoin(ssid, Optional.of(hint), offered, false, Optional.empty());
    }

    private static void assertFails(Failure failure, ThrowingCallable asked) {
        assertThatThrownBy(asked)
                .isInstanceOfSatisfying(
                        WifiException.class,
                        refused -> assertThat(refused.failure()).isEqualTo(failure));
    }
}
