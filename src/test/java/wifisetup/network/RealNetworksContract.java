package wifisetup.network;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wifisetup.loop.Cancellation;
import wifisetup.network.dbus.VirtualLab;
import wifisetup.network.dbus.VirtualLab.Internet;
import wifisetup.network.dbus.VirtualLab.Playing;
import wifisetup.secret.Secret;

/// What an implementation of [Wifi] does with everything that the virtual laboratory can play: names that are made to
/// hurt, every kind of network, and a machine that falls apart in the middle.
public abstract class RealNetworksContract {
    private static final int SCANS = 5;
    private static final String PASSWORD = "hostile-pass-1";

    private final VirtualLab lab = new VirtualLab();
    private Wifi wifi;
    private Statuses statuses;

    /// A new instance of the implementation.
    protected abstract Wifi open() throws Exception;

    /// Whether the implementation can join a network of that name.
    protected abstract boolean canExpress(Ssid ssid);

    /// Whether the implementation can tell that the supplicant knows WEP; else it must not try.
    protected boolean canTellWhetherWepWorks() {
        return true;
    }

    /// How long anything may take. An emulated machine on a busy host: what takes 1 s there may take several.
    protected Duration limit() {
        return Duration.ofSeconds(60);
    }

    /// The laboratory; what is changed there is as it was after the test.
    protected final VirtualLab lab() {
        return lab;
    }

    @BeforeEach
    final void begin() throws Exception {
        lab.removeAllProfiles();
        wifi = open();
        statuses = new Statuses();
        wifi.observe(statuses);
        await(status -> status.adapter() instanceof Adapter.Ready && status.link() instanceof Link.Down);
    }

    @AfterEach
    final void leaveTheLaboratoryAsItWas() throws Exception {
        wifi.close();
        lab.close();
        VirtualLab.run("nmcli", "radio", "wifi", "on");
        lab.dhcp(true);
        for (LabNetwork network : LabNetwork.values()) {
            lab.accessPoint(network.ssid(), true);
        }
        lab.removeAllProfiles();
    }

    // ---- names

    static Stream<Arguments> names() {
        return Stream.of(
                name("a colon", "a:b\\:c"),
                name("backslashes", "back\\slash\\"),
                name("quotes", "\"quoted\" 'and' `more` $(id)"),
                name("emoji of four bytes", "📶 Wi-Fi 🌻"),
                name("blanks at both ends", "  blank  "),
                name("an option", "--help"),
                name("a bidi override", "abc\u202Edef"),
                name("an ANSI escape", "\u001b[31mred\u001b[0m"),
                name("a line break", "two\nlines"),
                Arguments.of("bytes that are not UTF-8", Ssid.of(bytes(32, 0xff, 0xfe, 0x80, 0xc3))),
                Arguments.of("a zero byte", Ssid.of(new byte[] {'n', 0, 'l'})));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void aNetworkIsListedJoinedSavedAndForgottenWhateverItsName(String what, Ssid ssid) throws Exception {
        play(ssid, Playing.WPA2, PASSWORD);
        var id = new NetworkId(ssid, Security.WPA2);
        assertThat(seen(id)).as(what).isPresent();

        var outcome = join(new JoinRequest(id, new Credentials.Passphrase(new Secret(PASSWORD)), false));

        if (!canExpress(ssid)) {
            assertThat(outcome).isEqualTo(new Failure.Unsupported(Obstacle.NAME));
            assertThat(wifi.saved()).isEmpty();
            return;
        }
        assertThat(outcome).isInstanceOf(Joined.class);
        assertThat(((Joined) outcome).link().ssid()).isEqualTo(ssid);
        assertThat(wifi.saved()).extracting(SavedNetwork::ssid).containsExactly(ssid);
        assertThat(wifi.networks())
                .filteredOn(Network::connected)
                .extracting(Network::id)
                .containsExactly(id);
        assertThat(wifi.forget(ssid)).isEqualTo(1);
        assertThat(wifi.saved()).isEmpty();
    }

    // ---- kinds of network

    /// Where the emulated machine is slow, the station repeats its request to associate, hostapd answers each
    /// with a new key, and nothing is understood after that: no address. That is the laboratory's fault, and
    /// not every time.
    @Test
    void anEncryptedNetworkWithoutAPasswordIsJoined() throws Exception {
        assertThat(seen(LabNetwork.OWE.id())).isPresent();

        var outcome = join(LabNetwork.OWE.request());
        for (int again = 0; again < 3 && outcome.equals(new Failure.NoAddress()); again++) {
            outcome = join(LabNetwork.OWE.request());
        }

        assertThat(outcome).isInstanceOf(Joined.class);
    }

    @Test
    void aNetworkOfWepIsJoinedWhereTheSupplicantCan() throws Exception {
        var id = new NetworkId(Ssid.of("OldPrinter"), Security.WEP);
        play(id.ssid(), Playing.WEP, "abcde");
        var request = new JoinRequest(id, new Credentials.Passphrase(new Secret("abcde")), false);
        var row = seen(id).orElseThrow();

        if (canTellWhetherWepWorks()) {
            assertThat(row.obstacle()).isEmpty();
            assertThat(join(request)).isInstanceOf(Joined.class);
        } else {
            assertThat(row.obstacle()).contains(Obstacle.WEP);
            assertThat(join(request)).isEqualTo(new Failure.Unsupported(Obstacle.WEP));
        }
    }

    static Stream<Arguments> accounts() {
        var password = new Secret("corp-pass-1");
        var wrong = new Secret("corp-pass-2");
        var files = "/etc/lab/eap/";
        var tls = new Eap.Tls(files + "client.pem", files + "client.key", Secret.EMPTY);
        return Stream.of(
                account("PEAP", "alice", new Eap.Peap(password), LabNetwork.AUTHORITY, Joined.class),
                account(
                        "TTLS, PAP",
                        "alice",
                        new Eap.Ttls(password, Eap.Inner.PAP),
                        LabNetwork.AUTHORITY,
                        Joined.class),
                account(
                        "TTLS, MSCHAPv2",
                        "alice",
                        new Eap.Ttls(password, Eap.Inner.MSCHAPV2),
                        LabNetwork.AUTHORITY,
                        Joined.class),
                account("TLS", "device", tls, LabNetwork.AUTHORITY, Joined.class),
                account(
                        "TLS with a locked key",
                        "device",
                        new Eap.Tls(files + "client.pem", files + "client-locked.key", new Secret("client-key-1")),
                        LabNetwork.AUTHORITY,
                        Joined.class),
                account(
                        "no check of the server",
                        "alice",
                        new Eap.Peap(password),
                        new ServerTrust.Anybody(),
                        Joined.class),
                account(
                        "a wrong password in TTLS",
                        "alice",
                        new Eap.Ttls(wrong, Eap.Inner.PAP),
                        LabNetwork.AUTHORITY,
                        Failure.WrongPassword.class),
                account(
                        "a user that nobody knows",
                        "mallory",
                        new Eap.Peap(password),
                        LabNetwork.AUTHORITY,
                        Failure.WrongPassword.class));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("accounts")
    void anAccountOpensAnEnterpriseNetwork(String what, Credentials account, Class<?> outcome) throws Exception {
        assertThat(seen(LabNetwork.CORP.id())).isPresent();

        assertThat(join(LabNetwork.CORP.request(account))).as(what).isInstanceOf(outcome);
    }

    // ---- the internet behind it

    @ParameterizedTest
    @MethodSource("reaches")
    void howFarTheNetworkReachesIsPartOfTheResultAndFollowed(Internet internet, Connectivity reach) throws Exception {
        lab.internet(internet);

        var outcome = join(LabNetwork.CAFE.request());

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Joined.class,
                        joined -> assertThat(joined.connectivity()).isEqualTo(reach));
        await(status -> status.connectivity() == reach);
        lab.internet(Internet.FULL);
        assertThat(wifi.checkConnectivity()).isEqualTo(Connectivity.FULL);
        await(NetworkStatus::isOnline);
    }

    static Stream<Arguments> reaches() {
        return Stream.of(
                Arguments.of(Internet.PORTAL, Connectivity.PORTAL),
                Arguments.of(Internet.LIMITED, Connectivity.LIMITED));
    }

    // ---- a machine that falls apart

    @Test
    void anAdapterThatIsPulledInTheMiddleOfAJoinEndsItAndComesBack() throws Exception {
        lab.dhcp(false);
        var stages = new Stages();
        var outcome = begin(LabNetwork.CAFE.request(), stages);
        await(stages.reached(JoinStage.GETTING_ADDRESS));

        lab.adapter(false);
        try {
            assertThat(await(outcome)).isEqualTo(new Failure.NoAdapter());
            await(status -> status.adapter() instanceof Adapter.Missing);
            assertThat(join(LabNetwork.CAFE.request())).isEqualTo(new Failure.NoAdapter());
        } finally {
            lab.adapter(true);
        }
        await(status -> status.adapter() instanceof Adapter.Ready);
        lab.dhcp(true);
        assertThat(seen(LabNetwork.CAFE.id())).isPresent();
        assertThat(join(LabNetwork.CAFE.request())).isInstanceOf(Joined.class);
    }

    @Test
    void aSecondAdapterTakesOverWhenTheFirstIsPulled() throws Exception {
        lab.secondAdapter(true);
        try {
            lab.adapter(false);
            await(status -> status.adapter() instanceof Adapter.Ready ready
                    && ready.name().equals("wlan1"));
            assertThat(seen(LabNetwork.HOME.id())).isPresent();
            assertThat(join(LabNetwork.HOME.request())).isInstanceOf(Joined.class);
        } finally {
            lab.adapter(true);
            lab.secondAdapter(false);
        }
        await(status ->
                status.adapter() instanceof Adapter.Ready ready && ready.name().equals("wlan0"));
    }

    @Test
    void aServiceThatIsKilledInTheMiddleOfAJoinEndsItAndComesBackWithNothingLeft() throws Exception {
        lab.dhcp(false);
        var stages = new Stages();
        var outcome = begin(LabNetwork.CAFE.request(), stages);
        await(stages.reached(JoinStage.GETTING_ADDRESS));

        lab.killNetworkManager();
        try {
            assertThat(await(outcome)).isInstanceOf(Failure.BackendUnavailable.class);
            await(status -> status.adapter() instanceof Adapter.Unavailable);
        } finally {
            lab.startNetworkManager();
        }
        await(status -> status.adapter() instanceof Adapter.Ready);
        assertThat(wifi.saved()).isEmpty();
        lab.dhcp(true);
        assertThat(seen(LabNetwork.CAFE.id())).isPresent();
        assertThat(join(LabNetwork.CAFE.request())).isInstanceOf(Joined.class);
    }

    @Test
    void anAccessPointThatIsSwitchedOffInTheMiddleOfAJoinIsNoWrongPassword() throws Exception {
        lab.dhcp(false);
        var stages = new Stages();
        var outcome = begin(LabNetwork.HOME.request(), stages);
        await(stages.reached(JoinStage.GETTING_ADDRESS));

        lab.accessPoint(LabNetwork.HOME.ssid(), false);

        assertThat(await(outcome)).isInstanceOfAny(Failure.OutOfRange.class, Failure.NoAddress.class);
        assertThat(wifi.saved()).isEmpty();
    }

    @Test
    void theRadioIsTurnedOnAgainAfterAnotherProgramTurnedItOff() throws Exception {
        turnOff();
        assertThat(join(LabNetwork.HOME.request())).isEqualTo(new Failure.RfKill(Block.SOFTWARE));

        wifi.turnOn();

        await(status -> status.adapter() instanceof Adapter.Ready);
    }

    @Test
    void aRadioThatTheKernelBlocksIsOffUntilItDoesNotAnyMore() throws Exception {
        lab.block(VirtualLab.Block.SOFT);
        await(status -> status.adapter().equals(new Adapter.Blocked(Block.SOFTWARE)));

        lab.block(VirtualLab.Block.NONE);

        await(status -> status.adapter() instanceof Adapter.Ready);
    }

    @Test
    void aSwitchOfTheCaseIsForAPersonToMove() throws Exception {
        lab.block(VirtualLab.Block.HARD);
        try {
            await(status -> status.adapter().equals(new Adapter.Blocked(Block.SWITCH)));
            assertThatThrownBy(wifi::turnOn)
                    .isInstanceOfSatisfying(
                            WifiException.class,
                            refused -> assertThat(refused.failure()).isEqualTo(new Failure.RfKill(Block.SWITCH)));
        } finally {
            lab.block(VirtualLab.Block.NONE);
        }
        await(status -> status.adapter() instanceof Adapter.Ready);
    }

    @Test
    void theKernelIsToldTheCountryAndTheRadioIsOnAfterIt() throws Exception {
        turnOff();

        // The country that the access points announce: any other one would be narrowed to what both allow.
        wifi.setCountry(new Country("CN"));

        await(status -> status.adapter() instanceof Adapter.Ready);
        assertThat(VirtualLab.rules().domain()).isEqualTo(new RadioRules.Domain.Of(new Country("CN")));
    }

    @Test
    void aWireCountsWhileItIsIn() throws Exception {
        lab.wire(true);
        try {
            await(NetworkStatus::wired);
        } finally {
            lab.wire(false);
        }
        await(status -> !status.wired());
    }

    // ---- the words of the tests above

    private void play(Ssid ssid, Playing playing, String password) throws Exception {
        lab.play(ssid, playing, password);
    }

    /// As another program does: NetworkManager of the laboratory can undo that, but not what the kernel blocks.
    private void turnOff() throws Exception {
        VirtualLab.run("nmcli", "radio", "wifi", "off");
        await(status -> status.adapter().equals(new Adapter.Blocked(Block.SOFTWARE)));
    }

    private Optional<Network> seen(NetworkId id) throws Exception {
        Optional<Network> row = Optional.empty();
        for (int scans = 0; scans < SCANS && row.isEmpty(); scans++) {
            row = wifi.scan(List.of()).stream()
                    .filter(network -> network.id().equals(id))
                    .findAny();
        }
        return row;
    }

    private JoinOutcome join(JoinRequest request) throws Exception {
        return await(begin(request, new Stages()));
    }

    private CompletableFuture<JoinOutcome> begin(JoinRequest request, Stages stages) {
        var outcome = new CompletableFuture<JoinOutcome>();
        Thread.startVirtualThread(() -> {
            try {
                outcome.complete(wifi.join(request, new Cancellation(), stages));
            } catch (InterruptedException | RuntimeException failure) {
                outcome.completeExceptionally(failure);
            }
        });
        return outcome;
    }

    private void await(Predicate<NetworkStatus> wanted) throws Exception {
        await(statuses.when(wanted));
    }

    private <T> T await(CompletableFuture<T> future) throws Exception {
        return future.get(limit().toMillis(), MILLISECONDS);
    }

    private static Arguments name(String what, String name) {
        return Arguments.of(what, Ssid.of(name.getBytes(StandardCharsets.UTF_8)));
    }

    private static Arguments account(String what, String identity, Eap eap, ServerTrust trust, Class<?> outcome) {
        return Arguments.of(what, new Credentials.Account(identity, "", eap, trust), outcome);
    }

    private static byte[] bytes(int length, int... pattern) {
        var bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) pattern[i % pattern.length];
        }
        return bytes;
    }
}
