package wifisetup.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import wifisetup.loop.Cancellation;
import wifisetup.loop.SystemTimer;
import wifisetup.network.Adapter;
import wifisetup.network.Band;
import wifisetup.network.Block;
import wifisetup.network.Country;
import wifisetup.network.Failure;
import wifisetup.network.IpSettings;
import wifisetup.network.Link;
import wifisetup.network.NetworkSettings;
import wifisetup.network.Obstacle;
import wifisetup.network.SavedNetwork;
import wifisetup.network.Security;
import wifisetup.network.Ssid;
import wifisetup.network.simulated.AccessPoint;
import wifisetup.network.simulated.Air;
import wifisetup.network.simulated.Behaviour;
import wifisetup.network.simulated.Pace;
import wifisetup.network.simulated.Radio;
import wifisetup.network.simulated.SimulatedWifi;
import wifisetup.secret.Secret;

/// The commands, from their words to what they print, with a simulated radio.
class NetworkCommandsTest {
    private static final String PASSWORD = "correct-horse";
    private static final AccessPoint HOME =
            AccessPoint.of(Ssid.of("Home"), Security.WPA2_WPA3, PASSWORD, -52, Band.GHZ_5);
    private static final AccessPoint CAFE = AccessPoint.of(Ssid.of("Café"), Security.OPEN, "", -64, Band.GHZ_2_4)
            .behaving(Behaviour.SIGN_IN_REQUIRED);
    private static final AccessPoint OLD = AccessPoint.of(Ssid.of("Old"), Security.WEP, "", -76, Band.GHZ_2_4);
    private static final AccessPoint WORK = AccessPoint.of(
                    Ssid.of("Work"), Security.ENTERPRISE, PASSWORD, -82, Band.GHZ_5)
            .admitting("alice");
    private static final AccessPoint ATTIC = AccessPoint.of(
                    Ssid.of("Attic"), Security.WPA2, PASSWORD, -70, Band.GHZ_2_4)
            .concealed();
    private static final AccessPoint SILENT = AccessPoint.of(
                    Ssid.of("Silent"), Security.WPA2, PASSWORD, -88, Band.GHZ_2_4)
            .behaving(Behaviour.NO_ADDRESS);

    private final SystemTimer timer = new SystemTimer();
    private final Radio radio =
            new Radio(new Air(List.of(HOME, CAFE, OLD, WORK, ATTIC, SILENT), 0), timer, Pace.INSTANT);
    private final SimulatedWifi wifi = new SimulatedWifi(radio);
    private final Commands commands = new Commands(wifi, timer);

    @AfterEach
    void close() {
        wifi.close();
        timer.close();
    }

    @Test
    void aScanIsATableWithTheNamesAtTheEnd() {
        radio.remember(HOME.id(), new Secret(PASSWORD));
        var joined = commands.run("connect", "Café");
        assertThat(joined.failure()).isEmpty();

        assertThat(commands.run("scan").terminal().answer()).isEqualTo("""
                SIGNAL  BAND     SECURITY     STATE        NAME
                    80  5 GHz    WPA2 WPA3    saved        Home
                    60  2.4 GHz  -            connected    Café
                    40  2.4 GHz  WEP          unsupported  Old
                    30  5 GHz    WPA2 802.1X  -            Work
                    20  2.4 GHz  WPA2         -            Silent""");
    }

    @Test
    void inJsonANetworkHasTheWordsOfTheMessageBus() {
        var networks = commands.run("list", "--json").json().get("networks");

        assertThat(networks.get(0).toString())
                .isEqualTo("{\"ssid\":\"Home\",\"ssid_hex\":\"486f6d65\",\"security\":\"WPA2 WPA3\",\"signal\":80,"
                        + "\"band\":\"5\",\"known\":false,\"active\":false}");
        assertThat(networks.get(2).toString())
                .isEqualTo("{\"ssid\":\"Old\",\"ssid_hex\":\"4f6c64\",\"security\":\"WEP\",\"signal\":40,"
                        + "\"band\":\"2.4\",\"known\":false,\"active\":false,\"obstacle\":\"wep\"}");
    }

    @Test
    void jsonIsPrintableAscii() {
        assertThat(commands.run("list", "--json").terminal().answer())
                .matches("[ -~]*")
                .contains("Caf\\u00E9");
    }

    @Test
    void aScanMayAskForAHiddenNetwork() {
        assertThat(commands.run("scan").terminal().answer()).doesNotContain("Attic");
        assertThat(commands.run("scan", "--probe=Attic").terminal().answer()).contains("Attic");
    }

    @Test
    void aPasswordComesFromStandardInput() {
        var ran = commands.run(new RecordedTerminal().withInput(PASSWORD), "connect", "Home", "--password-stdin");

        assertThat(ran.failure()).isEmpty();
        assertThat(ran.terminal().answer()).isEqualTo("connected, address 10.77.1.23, internet: yes; Home");
        assertThat(ran.terminal().told())
                .containsExactly(
                        "preparing", "checking the password", "getting an address", "looking for the internet");
        assertThat(ran.terminal().questions()).isEmpty();
    }

    @Test
    void inJsonAJoinEndsWithTheAddress() {
        var ran = commands.run(
                new RecordedTerminal().withInput(PASSWORD), "connect", "Home", "--password-stdin", "--json");

        assertThat(ran.json().toString())
                .isEqualTo("{\"ssid\":\"Home\",\"ssid_hex\":\"486f6d65\",\"addresses\":[\"10.77.1.23\"],"
                        + "\"gateway\":\"10.77.1.1\",\"connectivity\":\"full\"}");
    }

    @Test
    void whoSitsAtATerminalIsAskedUntilThePasswordIsRight() {
        var ran = commands.run(new RecordedTerminal().typing("short", "wrong-password", PASSWORD), "connect", "Home");

        assertThat(ran.failure()).isEmpty();
        assertThat(ran.terminal().questions()).hasSize(3).allMatch("Password of Home: "::equals);
        assertThat(ran.terminal().told())
                .containsSubsequence("a password has at least 8 characters", "refused", "looking for the internet");
    }

    @Test
    void afterThreeWrongPasswordsItIsEnough() {
        var ran = commands.run(
                new RecordedTerminal().typing("wrong-password", "wrong-password", "wrong-password", PASSWORD),
                "connect",
                "Home");

        assertThat(ran.failure()).contains(new Failure.WrongPassword());
        assertThat(ran.terminal().questions()).hasSize(3);
        assertThat(commands.run("saved").terminal().told()).containsExactly("no network is saved");
    }

    @Test
    void withNobodyThereAPasswordThatIsNeededIsAFailure() {
        var ran = commands.run("connect", "Home", "--json");

        assertThat(ran.failure()).contains(new Failure.PasswordRequired());
        assertThat(ran.json().get("reason").stringValue()).isEqualTo("password_required");
        assertThat(ran.terminal().told()).singleElement().asString().contains("--password-stdin");
    }

    @Test
    void anEmptyStandardInputIsSaidAndNobodyIsAsked() {
        var ran = commands.run(new RecordedTerminal().typing(PASSWORD), "connect", "Home", "--password-stdin");

        assertThat(ran.failure()).contains(new Failure.PasswordRequired());
        assertThat(ran.terminal().told()).contains("standard input holds no password");
        assertThat(ran.terminal().questions()).isEmpty();
    }

    @Test
    void aWrongPasswordThatIsSavedMayBeRetyped() {
        radio.remember(HOME.id(), new Secret("yesterday's"));

        var ran = commands.run(new RecordedTerminal().typing(PASSWORD), "connect", "Home");

        assertThat(ran.failure()).isEmpty();
        assertThat(ran.terminal().questions()).hasSize(1);
    }

    @Test
    void anAccountIsAskedForItsPasswordAtOnce() {
        var ran = commands.run(
                new RecordedTerminal().typing(PASSWORD), "connect", "Work", "--identity=alice", "--any-server");

        assertThat(ran.failure()).isEmpty();
        assertThat(ran.terminal().questions()).hasSize(1);
    }

    @Test
    void aNetworkThatWantsAnAccountIsNotAskedAPassword() {
        var ran = commands.run(new RecordedTerminal().typing(PASSWORD), "connect", "Work");

        assertThat(ran.failure()).contains(new Failure.PasswordRequired());
        assertThat(ran.terminal().questions()).isEmpty();
        assertThat(ran.terminal().told()).singleElement().asString().contains("--identity");
    }

    @Test
    void aHiddenNetworkIsFoundByItsName() {
        var ran = commands.run(
                new RecordedTerminal().withInput(PASSWORD), "connect", "Attic", "--hidden", "--password-stdin");

        assertThat(ran.failure()).isEmpty();
    }

    @Test
    void anAddressMayBeSetWhereTheNetworkGivesNone() {
        var ran = commands.run(
                new RecordedTerminal().withInput(PASSWORD),
                "connect",
                "Silent",
                "--password-stdin",
                "--ip=10.0.0.7/24",
                "--gateway=10.0.0.1",
                "--priority=9");

        assertThat(ran.terminal().answer()).isEqualTo("connected, address 10.0.0.7, internet: yes; Silent");
        assertThat(commands.run("saved").terminal().answer()).isEqualTo("""
                PRIORITY  AUTOCONNECT  SECURITY  LAST USED  NAME
                       9  yes          WPA2      -          Silent""");
    }

    @Test
    void whatCannotBeJoinedIsNamed() {
        assertThat(commands.run("connect", "Old").failure()).contains(new Failure.Unsupported(Obstacle.WEP));
        assertThat(commands.run("connect", "Nowhere").failure()).contains(new Failure.OutOfRange());
        assertThat(commands.run("connect", "a name that is longer than the 32 bytes of an SSID")
                        .failure())
                .contains(new Failure.NotKnown());
    }

    @Test
    void disconnectLeavesThePresentNetworkOrTheNamedOne() {
        assertThat(commands.run("disconnect").failure()).contains(new Failure.NotKnown());
        commands.run("connect", "Café");
        assertThat(commands.run("disconnect", "Home").failure()).contains(new Failure.NotKnown());
        assertThat(commands.run("disconnect").terminal().answer()).isEqualTo("disconnected: Café");
        commands.run("connect", "Café");
        assertThat(commands.run("disconnect", "Café", "--json").json().toString())
                .isEqualTo("{\"ssid\":\"Café\",\"ssid_hex\":\"436166c3a9\"}");
    }

    @Test
    void forgetSaysWhetherThereWasAnything() {
        assertThat(commands.run("forget", "Café").failure()).contains(new Failure.NotKnown());
        commands.run("connect", "Café");
        assertThat(commands.run("forget", "Café", "--json").json().toString())
                .isEqualTo("{\"ssid\":\"Café\",\"ssid_hex\":\"436166c3a9\",\"profiles\":1}");
        assertThat(radio.status().link()).isEqualTo(new Link.Down());
    }

    @Test
    void whatIsSavedIsChangedInPlace() throws Exception {
        assertThat(commands.run("set", "Home", "--priority=7").failure()).contains(new Failure.NotKnown());
        radio.remember(HOME.id(), new Secret(PASSWORD));
        commands.run("set", "Home", "--ip=10.0.0.7/24", "--gateway=10.0.0.1");

        var ran = commands.run("set", "Home", "--dns=10.0.0.53", "--autoconnect=no", "--json");

        assertThat(ran.json().toString()).isEqualTo("{\"ssid\":\"Home\",\"ssid_hex\":\"486f6d65\",\"profiles\":1}");
        assertThat(wifi.saved())
                .extracting(SavedNetwork::settings)
                .containsExactly(NetworkSettings.DEFAULT
                        .withAutoconnect(false)
                        .withIpv4(new IpSettings.Manual(
                                InetAddress.ofLiteral("10.0.0.7"),
                                24,
                                Optional.of(InetAddress.ofLiteral("10.0.0.1")),
                                List.of(InetAddress.ofLiteral("10.0.0.53")))));
        assertThat(commands.run("set", "Home", "--priority=7").terminal().answer())
                .isEqualTo("changed: Home");
    }

    @Test
    void theRadioIsTurnedOnAndToldTheCountry() {
        radio.adapter(new Adapter.Blocked(Block.COUNTRY));
        assertThat(commands.run("on").failure()).contains(new Failure.RfKill(Block.COUNTRY));

        assertThat(commands.run("on", "--country=de").terminal().answer()).isEqualTo("Wi-Fi is on, by the rules of DE");

        assertThat(radio.country()).contains(new Country("DE"));
        assertThat(radio.status().adapter()).isInstanceOf(Adapter.Ready.class);
        assertThat(commands.run("on", "--json").json().toString()).isEqualTo("{\"wifi\":\"on\"}");
    }

    @Test
    void theStatusNamesAdapterLinkAndInternet() {
        commands.run("connect", "Café");

        assertThat(commands.run("status").terminal().answer()).isEqualTo("""
                ADAPTER    wlan0 02:00:00:00:00:01
                WI-FI      connected to Café
                ADDRESSES  10.77.2.23
                GATEWAY    10.77.2.1
                WIRED      no
                INTERNET   behind a sign-in page
                SAVED      1
                """);
        assertThat(commands.run("status", "--json").json().toString())
                .isEqualTo("{\"adapter\":{\"state\":\"ready\",\"name\":\"wlan0\","
                        + "\"hardware_address\":\"02:00:00:00:00:01\"},"
                        + "\"link\":{\"state\":\"up\",\"ssid\":\"Café\",\"ssid_hex\":\"436166c3a9\","
                        + "\"addresses\":[\"10.77.2.23\"],\"gateway\":\"10.77.2.1\"},"
                        + "\"wired\":false,\"connectivity\":\"portal\",\"saved_networks\":1}");
    }

    @Test
    void withoutItsServiceTheStatusIsAFailure() {
        radio.adapter(new Adapter.Unavailable("nobody there"));
        assertThat(commands.run("status").failure()).contains(new Failure.BackendUnavailable("nobody there"));
    }

    @Test
    void aWatchedStatusShowsEachChangeUntilItIsCancelled() throws Exception {
        var terminal = new RecordedTerminal();
        var cancellation = new Cancellation();
        var first = terminal.whenPrinted("\"state\":\"down\"");
        var second = terminal.whenPrinted("\"wired\":true");
        var watching = CompletableFuture.supplyAsync(
                () -> commands.run(terminal, cancellation, "status", "--watch", "--json"));

        first.get(20, TimeUnit.SECONDS);
        radio.wired(true);
        second.get(20, TimeUnit.SECONDS);
        cancellation.cancel();

        assertThat(watching.get(20, TimeUnit.SECONDS).failure()).contains(new Failure.Cancelled());
    }

    @Test
    void aWatchedStatusOutlivesItsService() throws Exception {
        var terminal = new RecordedTerminal();
        var cancellation = new Cancellation();
        var first = terminal.whenPrinted("\"state\":\"ready\"");
        var gone = terminal.whenPrinted("\"state\":\"unavailable\"");
        var watching = CompletableFuture.supplyAsync(
                () -> commands.run(terminal, cancellation, "status", "--watch", "--json"));

        first.get(20, TimeUnit.SECONDS);
        radio.adapter(new Adapter.Unavailable("NetworkManager restarts"));
        gone.get(20, TimeUnit.SECONDS);
        var back = terminal.whenPrinted("\"state\":\"ready\"");
        radio.adapterReady();
        back.get(20, TimeUnit.SECONDS);
        cancellation.cancel();

        assertThat(watching.get(20, TimeUnit.SECONDS).failure()).contains(new Failure.Cancelled());
    }

    @Test
    void aCancelledJoinLeavesNothing() throws Exception {
        var slow = new Radio(new Air(List.of(HOME), 0), timer, Pace.all(Duration.ofMinutes(1)));
        try (var port = new SimulatedWifi(slow)) {
            var cancellation = new Cancellation();
            var terminal = new RecordedTerminal().withInput(PASSWORD);
            var joining = terminal.whenPrinted("preparing");
            var ran = CompletableFuture.supplyAsync(
                    () -> new Commands(port, timer).run(terminal, cancellation, "connect", "Home", "--password-stdin"));
            joining.get(20, TimeUnit.SECONDS);
            cancellation.cancel();

            assertThat(ran.get(20, TimeUnit.SECONDS).failure()).contains(new Failure.Cancelled());
            assertThat(port.saved()).isEmpty();
            assertThat(slow.status().link()).isEqualTo(new Link.Down());
        }
    }

    @Test
    void noPasswordIsPrinted() {
        for (String format : List.of("--json", "--json=false")) {
            var right = commands.run(
                    new RecordedTerminal().withInput(PASSWORD), "connect", "Home", "--password-stdin", format);
            assertThat(right.terminal().everything()).doesNotContain(PASSWORD);
            var wrong = commands.run(
                    new RecordedTerminal().typing("hunter2-hunter2", "hunter2-hunter2"), "connect", "Attic", format);
            assertThat(wrong.failure()).isPresent();
            assertThat(wrong.terminal().everything()).doesNotContain("hunter2");
        }
    }
}
