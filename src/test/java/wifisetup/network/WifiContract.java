package wifisetup.network;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wifisetup.loop.Cancellation;
import wifisetup.secret.Secret;

/// What every implementation of [Wifi] does, in the air of the laboratory: the access points of [LabNetwork], all on,
/// all with DHCP, and no profile kept when a test begins.
///
/// It needs a real wrong password to take a moment: cancellation and replacement are tried in the middle of one.
public abstract class WifiContract {
    private static final Ssid NOWHERE = Ssid.of("NobodyIsHere");
    private static final Secret WRONG = new Secret("not-the-password");

    /// The scans that may be needed to hear every access point once: one scan may miss a beacon.
    private static final int SCANS = 4;

    private static final Executor THREADS = Thread::startVirtualThread;

    private Laboratory laboratory;
    private Limits limits;
    private Wifi wifi;
    private Statuses statuses;

    /// The surroundings; asked for once a test, before [#open], and closed at its end.
    protected abstract Laboratory laboratory() throws Exception;

    /// A new instance of the implementation in those surroundings; the contract closes it. More than one may be open.
    protected abstract Wifi open() throws Exception;

    /// How long things may take here.
    protected abstract Limits limits();

    @BeforeEach
    final void beginWithEverythingOnAndNothingSaved() throws Exception {
        laboratory = laboratory();
        limits = limits();
        laboratory.removeAllProfiles();
        wifi = open();
        statuses = new Statuses();
        wifi.observe(statuses);
        await(statuses.when(WifiContract::isReadyAndDown), limits.notice());
    }

    @AfterEach
    final void leaveEverythingOnAndNothingSaved() throws Exception {
        wifi.close();
        laboratory.dhcp(true);
        for (LabNetwork network : LabNetwork.values()) {
            laboratory.accessPoint(network.ssid(), true);
        }
        laboratory.removeAllProfiles();
        laboratory.close();
    }

    // ---- what is in the air

    @Test
    void aScanListsEachNetworkOfTheLabOnceByNameAndSecurity() throws Exception {
        var networks = scanUntil(List.of(), found -> ids(found).containsAll(LabNetwork.inTheOpen()));

        assertThat(networks).extracting(Network::id).doesNotHaveDuplicates();
        assertThat(ids(networks)).isSubsetOf(LabNetwork.all()).containsAll(LabNetwork.inTheOpen());
    }

    @Test
    void theStrongestNetworkComesFirst() throws Exception {
        var networks = scan(List.of());

        assertThat(networks).hasSizeGreaterThan(1);
        assertThat(networks)
                .isSortedAccordingTo(Comparator.comparingInt(Network::strength).reversed());
        assertThat(networks).extracting(Network::strength).allMatch(strength -> strength > 0);
    }

    @Test
    void ofSeveralAccessPointsTheStrongestGivesTheBand() throws Exception {
        var networks = scanUntil(
                List.of(),
                found -> row(found, LabNetwork.MESH)
                        .filter(mesh -> mesh.band() == Band.GHZ_5)
                        .isPresent());

        assertThat(networks)
                .filteredOn(network -> network.ssid().equals(LabNetwork.MESH.ssid()))
                .singleElement()
                .extracting(Network::band)
                .isEqualTo(Band.GHZ_5);
    }

    @Test
    void aHiddenNetworkIsListedWhenItIsProbedByName() throws Exception {
        var hidden = LabNetwork.HIDDEN;

        var networks =
                scanUntil(List.of(hidden.ssid()), found -> row(found, hidden).isPresent());

        assertThat(ids(networks)).contains(hidden.id());
    }

    @Test
    void theListWithoutAScanIsWhatTheLastScanFound() throws Exception {
        var scanned = scanUntil(List.of(), found -> ids(found).containsAll(LabNetwork.inTheOpen()));

        assertThat(ids(wifi.networks())).containsAll(ids(scanned));
    }

    @Test
    void anEnterpriseNetworkIsListedAsOneThatCanBeJoined() throws Exception {
        var networks = scanUntil(List.of(), found -> row(found, LabNetwork.CORP).isPresent());

        assertThat(networks).allMatch(network -> network.obstacle().isEmpty());
    }

    // ---- joins that work

    /// The kinds of network that are joined. Without [LabNetwork#OWE]: in the real laboratory its address comes late or
    /// not at all, for reasons of its simulated radio.
    static Stream<LabNetwork> joinable() {
        return Stream.of(
                LabNetwork.HOME,
                LabNetwork.CAFE,
                LabNetwork.FORTRESS,
                LabNetwork.HIDDEN,
                LabNetwork.UNICODE,
                LabNetwork.MESH,
                LabNetwork.CORP,
                LabNetwork.MIXED);
    }

    @ParameterizedTest
    @MethodSource("joinable")
    void aJoinWithTheRightPasswordPutsTheDeviceOnTheNetworkAndKeepsTheProfile(LabNetwork network) throws Exception {
        scanUntil(List.of(), found -> network.isHidden() || row(found, network).isPresent());

        var outcome = await(join(network.request()), limits.join());

        assertThat(outcome).isInstanceOfSatisfying(Joined.class, joined -> {
            assertThat(joined.link().ssid()).isEqualTo(network.ssid());
            assertThat(joined.link().addresses()).isNotEmpty();
        });
        var status = await(statuses.when(up(network.ssid())), limits.notice());
        assertThat(((Link.Up) status.link()).addresses()).isNotEmpty();
        assertThat(status.isLinked()).isTrue();
        assertThat(laboratory.profiles()).containsExactly(new Laboratory.Profile(network.ssid(), true));
        assertThat(wifi.saved()).singleElement().satisfies(saved -> {
            assertThat(saved.ssid()).isEqualTo(network.ssid());
            assertThat(saved.autoconnect()).isTrue();
        });
        await(statuses.when(shown -> shown.savedNetworks() == 1), limits.notice());
    }

    @Test
    void theRowOfTheNetworkThatIsJoinedSaysSavedAndConnected() throws Exception {
        scanUntil(List.of(), found -> row(found, LabNetwork.HOME).isPresent());
        assertThat(row(wifi.networks(), LabNetwork.HOME)).hasValueSatisfying(row -> {
            assertThat(row.saved()).isFalse();
            assertThat(row.connected()).isFalse();
        });

        joinSuccessfully(LabNetwork.HOME);

        assertThat(row(wifi.networks(), LabNetwork.HOME)).hasValueSatisfying(row -> {
            assertThat(row.saved()).isTrue();
            assertThat(row.connected()).isTrue();
        });
        assertThat(wifi.networks()).filteredOn(Network::connected).hasSize(1);
        assertThat(wifi.networks()).filteredOn(Network::saved).hasSize(1);
    }

    @Test
    void theStagesOfAJoinAreToldInTheirOrder() throws Exception {
        var stages = new Stages();

        var outcome = await(join(LabNetwork.HOME.request(), new Cancellation(), stages), limits.join());

        assertThat(outcome).isInstanceOf(Joined.class);
        assertThat(stages.told()).contains(JoinStage.AUTHENTICATING, JoinStage.GETTING_ADDRESS);
        assertThat(stages.told()).isSorted().doesNotHaveDuplicates();
        assertThat(stages.told()).doesNotContain(JoinStage.CHECKING_PASSWORD_AGAIN);
    }

    @Test
    void theLinkIsJoiningBeforeItIsUp() throws Exception {
        joinSuccessfully(LabNetwork.HOME);

        var links = statuses.links();
        assertThat(links).contains(new Link.Joining(LabNetwork.HOME.ssid()));
        assertThat(links.indexOf(new Link.Joining(LabNetwork.HOME.ssid()))).isLessThan(firstUp(links));
        assertThat(links.getFirst()).isEqualTo(new Link.Down());
    }

    @Test
    void aSavedNetworkIsJoinedWithItsOwnSecret() throws Exception {
        joinSuccessfully(LabNetwork.HOME);
        joinSuccessfully(LabNetwork.CAFE);

        var outcome = await(join(LabNetwork.HOME.request(new Credentials.Saved())), limits.join());

        assertThat(outcome).isInstanceOf(Joined.class);
        await(statuses.when(up(LabNetwork.HOME.ssid())), limits.notice());
        assertThat(laboratory.profiles())
                .containsExactlyInAnyOrder(
                        new Laboratory.Profile(LabNetwork.HOME.ssid(), true),
                        new Laboratory.Profile(LabNetwork.CAFE.ssid(), false));
    }

    @Test
    void joiningANetworkAgainKeepsOneProfile() throws Exception {
        joinSuccessfully(LabNetwork.HOME);

        joinSuccessfully(LabNetwork.HOME);

        assertThat(laboratory.profiles()).containsExactly(new Laboratory.Profile(LabNetwork.HOME.ssid(), true));
    }

    @Test
    void theNetworkStaysWhenTheConnectionToTheServiceIsClosed() throws Exception {
        joinSuccessfully(LabNetwork.HOME);

        wifi.close();
        wifi = open();
        var later = new Statuses();
        wifi.observe(later);

        await(later.when(up(LabNetwork.HOME.ssid())), limits.notice());
        assertThat(wifi.saved()).extracting(SavedNetwork::ssid).containsExactly(LabNetwork.HOME.ssid());
    }

    // ---- joins that fail

    @ParameterizedTest
    @MethodSource("withPassword")
    void aWrongPasswordIsNamedAndNothingIsLeft(LabNetwork network) throws Exception {
        scanUntil(List.of(), found -> row(found, network).isPresent());
        var stages = new Stages();

        var outcome = await(join(network.request(network.with(WRONG)), new Cancellation(), stages), limits.refusal());

        assertThat(outcome).isEqualTo(new Failure.WrongPassword());
        assertThat(stages.told()).contains(JoinStage.AUTHENTICATING).isSorted();
        assertThat(stages.told()).doesNotContain(JoinStage.GETTING_ADDRESS, JoinStage.CHECKING_INTERNET);
        assertNothingIsLeft();
    }

    static Stream<LabNetwork> withPassword() {
        return Stream.of(LabNetwork.HOME, LabNetwork.FORTRESS, LabNetwork.MIXED, LabNetwork.CORP);
    }

    @ParameterizedTest
    @MethodSource("withPassword")
    void aFailedAttemptLeavesTheGoodOldProfileUsable(LabNetwork network) throws Exception {
        joinSuccessfully(network);

        var failed = await(join(network.request(network.with(WRONG))), limits.refusal());

        assertThat(failed).isEqualTo(new Failure.WrongPassword());
        assertThat(laboratory.profiles()).extracting(Laboratory.Profile::ssid).containsExactly(network.ssid());
        assertThat(await(join(network.request(new Credentials.Saved())), limits.join()))
                .isInstanceOf(Joined.class);
    }

    @ParameterizedTest
    @MethodSource("withoutPassword")
    void aNetworkThatWantsAPasswordSaysSoWhenNoneIsGivenOrSaved(Credentials credentials) throws Exception {
        scanUntil(List.of(), found -> row(found, LabNetwork.HOME).isPresent());

        var outcome = await(join(LabNetwork.HOME.request(credentials)), limits.refusal());

        assertThat(outcome).isEqualTo(new Failure.PasswordRequired());
        assertNothingIsLeft();
    }

    static Stream<Credentials> withoutPassword() {
        return Stream.of(new Credentials.None(), new Credentials.Saved());
    }

    @Test
    void anEnterpriseNetworkWantsAnAccountAndNoPassword() throws Exception {
        scanUntil(List.of(), found -> row(found, LabNetwork.CORP).isPresent());

        var outcome = await(join(LabNetwork.CORP.request(wrong())), limits.refusal());

        assertThat(outcome).isEqualTo(new Failure.PasswordRequired());
        assertNothingIsLeft();
    }

    @Test
    void aNetworkThatIsGoneIsOutOfRange() throws Exception {
        laboratory.accessPoint(LabNetwork.HOME.ssid(), false);

        var outcome = await(join(LabNetwork.HOME.request()), limits.absence());

        assertThat(outcome).isEqualTo(new Failure.OutOfRange());
        assertNothingIsLeft();
    }

    @Test
    void aHiddenNetworkThatNobodyAnswersForIsOutOfRange() throws Exception {
        var request = new JoinRequest(new NetworkId(NOWHERE, Security.WPA2), wrong(), true);

        var outcome = await(join(request), limits.absence());

        assertThat(outcome).isEqualTo(new Failure.OutOfRange());
        assertNothingIsLeft();
    }

    @Test
    void aNetworkThatGivesNoAddressIsNamedAndNothingIsLeft() throws Exception {
        laboratory.dhcp(false);
        var stages = new Stages();

        var outcome = await(join(LabNetwork.CAFE.request(), new Cancellation(), stages), limits.noAddress());

        assertThat(outcome).isEqualTo(new Failure.NoAddress());
        assertThat(stages.told()).contains(JoinStage.GETTING_ADDRESS).doesNotContain(JoinStage.CHECKING_INTERNET);
        assertNothingIsLeft();
    }

    // ---- changes of mind

    @Test
    void aJoinThatIsCancelledInTheMiddleEndsSoonAndLeavesNothing() throws Exception {
        laboratory.dhcp(false);
        var stages = new Stages();
        var cancellation = new Cancellation();
        var outcome = join(LabNetwork.CAFE.request(), cancellation, stages);
        await(stages.reached(JoinStage.GETTING_ADDRESS), limits.join());

        cancellation.cancel();

        assertThat(await(outcome, limits.cancel())).isEqualTo(new Failure.Cancelled());
        assertNothingIsLeft();
    }

    @Test
    void aJoinThatIsCancelledWhileThePasswordIsCheckedLeavesTheOldProfile() throws Exception {
        joinSuccessfully(LabNetwork.HOME);
        var stages = new Stages();
        var cancellation = new Cancellation();
        var outcome = join(LabNetwork.HOME.request(wrong()), cancellation, stages);
        await(stages.reached(JoinStage.AUTHENTICATING), limits.join());

        cancellation.cancel();

        assertThat(await(outcome, limits.cancel())).isEqualTo(new Failure.Cancelled());
        assertThat(laboratory.profiles()).extracting(Laboratory.Profile::ssid).containsExactly(LabNetwork.HOME.ssid());
        assertThat(await(join(LabNetwork.HOME.request(new Credentials.Saved())), limits.join()))
                .isInstanceOf(Joined.class);
    }

    @Test
    void aJoinThatIsCancelledBeforeItBeginsDoesNotBegin() throws Exception {
        var cancellation = new Cancellation();
        cancellation.cancel();

        var outcome = await(join(LabNetwork.HOME.request(), cancellation, new Stages()), limits.cancel());

        assertThat(outcome).isEqualTo(new Failure.Cancelled());
        assertNothingIsLeft();
    }

    @Test
    void aNewerJoinTakesThePlaceOfTheOlder() throws Exception {
        scanUntil(List.of(), found -> row(found, LabNetwork.CAFE).isPresent());
        var stages = new Stages();
        var older = join(LabNetwork.HOME.request(wrong()), new Cancellation(), stages);
        await(stages.reached(JoinStage.AUTHENTICATING), limits.join());

        var newer = join(LabNetwork.CAFE.request());

        assertThat(await(older, limits.cancel())).isEqualTo(new Failure.Cancelled());
        assertThat(await(newer, limits.join())).isInstanceOf(Joined.class);
        await(statuses.when(up(LabNetwork.CAFE.ssid())), limits.notice());
        assertThat(laboratory.profiles()).containsExactly(new Laboratory.Profile(LabNetwork.CAFE.ssid(), true));
    }

    @Test
    void forgettingANetworkDeletesItsProfileAndEndsItsConnection() throws Exception {
        joinSuccessfully(LabNetwork.HOME);

        assertThat(wifi.forget(LabNetwork.HOME.ssid())).isEqualTo(1);

        await(statuses.when(WifiContract::isReadyAndDown), limits.notice());
        assertThat(laboratory.profiles()).isEmpty();
        assertThat(wifi.saved()).isEmpty();
        assertThat(wifi.forget(LabNetwork.HOME.ssid())).isZero();
    }

    @Test
    void forgettingANetworkLeavesTheOthers() throws Exception {
        joinSuccessfully(LabNetwork.HOME);
        joinSuccessfully(LabNetwork.CAFE);

        assertThat(wifi.forget(LabNetwork.HOME.ssid())).isEqualTo(1);

        assertThat(laboratory.profiles()).containsExactly(new Laboratory.Profile(LabNetwork.CAFE.ssid(), true));
        assertThat(statuses.shown().getLast().link()).isInstanceOf(Link.Up.class);
    }

    // ---- saved networks

    @Test
    void disconnectingKeepsTheProfileAndTheDeviceStaysAwayUntilItIsAsked() throws Exception {
        joinSuccessfully(LabNetwork.HOME);

        wifi.disconnect(LabNetwork.HOME.ssid());

        await(statuses.when(WifiContract::isReadyAndDown), limits.notice());
        scan(List.of());
        assertThat(statuses.shown().getLast().link()).isEqualTo(new Link.Down());
        assertThat(laboratory.profiles()).containsExactly(new Laboratory.Profile(LabNetwork.HOME.ssid(), false));
        assertThat(await(join(LabNetwork.HOME.request(new Credentials.Saved())), limits.join()))
                .isInstanceOf(Joined.class);
    }

    @Test
    void whatIsNotConnectedCannotBeDisconnected() {
        assertThatThrownBy(() -> wifi.disconnect(LabNetwork.HOME.ssid()))
                .isInstanceOfSatisfying(
                        WifiException.class,
                        refused -> assertThat(refused.failure()).isEqualTo(new Failure.NotKnown()));
    }

    @Test
    void whatAPersonDecidesAboutASavedNetworkIsKeptAndTheConnectionStays() throws Exception {
        joinSuccessfully(LabNetwork.HOME);
        var decided = new NetworkSettings(
                false,
                7,
                new IpSettings.Automatic(List.of(InetAddress.ofLiteral("10.77.1.53"))),
                new IpSettings.Off(),
                Metered.YES,
                MacAddressPolicy.SYSTEM);

        wifi.change(wifi.saved().getFirst().profile(), decided);

        assertThat(wifi.saved()).singleElement().satisfies(saved -> {
            assertThat(saved.settings()).isEqualTo(decided);
            assertThat(saved.id()).isEqualTo(LabNetwork.HOME.id());
        });
        await(statuses.when(status -> status.savedNetworks() == 0), limits.notice());
        assertThat(statuses.shown().getLast().link()).isInstanceOf(Link.Up.class);
        // Its secret is still the one that was typed.
        assertThat(await(join(LabNetwork.HOME.request(new Credentials.Saved())), limits.join()))
                .isInstanceOf(Joined.class);
    }

    @Test
    void aStableHardwareAddressIsTakenUp() throws Exception {
        joinSuccessfully(LabNetwork.CAFE);
        var saved = wifi.saved().getFirst();

        wifi.change(saved.profile(), saved.settings().withMacAddress(MacAddressPolicy.STABLE));

        await(statuses.when(up(LabNetwork.CAFE.ssid())), limits.join());
        assertThat(wifi.saved())
                .singleElement()
                .satisfies(
                        changed -> assertThat(changed.settings().macAddress()).isEqualTo(MacAddressPolicy.STABLE));
    }

    @Test
    void aNewPasswordLeavesWhatAPersonDecidedAboutTheNetwork() throws Exception {
        var decided = NetworkSettings.DEFAULT.withPriority(3).withMetered(Metered.NO);
        assertThat(await(join(LabNetwork.HOME.request().with(decided)), limits.join()))
                .isInstanceOf(Joined.class);

        joinSuccessfully(LabNetwork.HOME);

        assertThat(wifi.saved())
                .singleElement()
                .satisfies(saved -> assertThat(saved.settings()).isEqualTo(decided));
    }

    @Test
    void theNetworkThatIsTriedFirstComesFirst() throws Exception {
        joinSuccessfully(LabNetwork.HOME);
        joinSuccessfully(LabNetwork.CAFE);
        var home = wifi.saved().stream()
                .filter(saved -> saved.ssid().equals(LabNetwork.HOME.ssid()))
                .findAny()
                .orElseThrow();

        wifi.change(home.profile(), home.settings().withPriority(10));

        assertThat(wifi.saved())
                .extracting(SavedNetwork::ssid)
                .containsExactly(LabNetwork.HOME.ssid(), LabNetwork.CAFE.ssid());
    }

    @Test
    void anAddressSetByHandNeedsNobodyWhoHandsThemOut() throws Exception {
        laboratory.dhcp(false);
        var byHand = new IpSettings.Manual(
                InetAddress.ofLiteral("10.77.2.50"),
                24,
                Optional.of(InetAddress.ofLiteral("10.77.2.1")),
                List.of(InetAddress.ofLiteral("10.77.2.1")));

        var outcome =
                await(join(LabNetwork.CAFE.request().with(NetworkSettings.DEFAULT.withIpv4(byHand))), limits.join());

        assertThat(outcome).isInstanceOfSatisfying(Joined.class, joined -> {
            assertThat(joined.link().addresses()).contains("10.77.2.50");
            assertThat(joined.link().gateway()).contains("10.77.2.1");
        });
        assertThat(wifi.saved())
                .singleElement()
                .satisfies(saved -> assertThat(saved.settings().ipv4()).isEqualTo(byHand));
    }

    @Test
    void aProfileThatIsGoneCannotBeChanged() {
        assertThatThrownBy(() ->
                        wifi.change(new ProfileId("00000000-0000-4000-8000-000000000000"), NetworkSettings.DEFAULT))
                .isInstanceOfSatisfying(
                        WifiException.class,
                        refused -> assertThat(refused.failure()).isEqualTo(new Failure.NotKnown()));
    }

    @Test
    void aFreshLookAtTheInternetTellsHowFarTheConnectionReaches() throws Exception {
        joinSuccessfully(LabNetwork.HOME);

        assertThat(wifi.checkConnectivity()).isEqualTo(Connectivity.FULL);
    }

    // ---- changes of the air

    @Test
    void theLinkIsDownWhenTheAccessPointOfTheConnectionIsGone() throws Exception {
        joinSuccessfully(LabNetwork.HOME);

        laboratory.accessPoint(LabNetwork.HOME.ssid(), false);

        await(statuses.when(status -> status.link() instanceof Link.Down), limits.notice());
        assertThat(laboratory.profiles()).extracting(Laboratory.Profile::ssid).containsExactly(LabNetwork.HOME.ssid());
    }

    // ---- the words of the tests above

    private CompletableFuture<JoinOutcome> join(JoinRequest request) {
        return join(request, new Cancellation(), new Stages());
    }

    private CompletableFuture<JoinOutcome> join(JoinRequest request, Cancellation cancellation, Stages stages) {
        var outcome = new CompletableFuture<JoinOutcome>();
        THREADS.execute(() -> {
            try {
                outcome.complete(wifi.join(request, cancellation, stages));
            } catch (InterruptedException | RuntimeException failure) {
                outcome.completeExceptionally(failure);
            }
        });
        return outcome;
    }

    private void joinSuccessfully(LabNetwork network) throws Exception {
        assertThat(await(join(network.request()), limits.join())).isInstanceOf(Joined.class);
        await(statuses.when(up(network.ssid())), limits.notice());
    }

    private List<Network> scan(List<Ssid> hidden) throws Exception {
        var networks = new CompletableFuture<List<Network>>();
        THREADS.execute(() -> {
            try {
                networks.complete(wifi.scan(hidden));
            } catch (InterruptedException | WifiException | RuntimeException failure) {
                networks.completeExceptionally(failure);
            }
        });
        return await(networks, limits.scan());
    }

    private List<Network> scanUntil(List<Ssid> hidden, Predicate<List<Network>> enough) throws Exception {
        var networks = scan(hidden);
        for (int scans = 1; scans < SCANS && !enough.test(networks); scans++) {
            networks = scan(hidden);
        }
        return networks;
    }

    private void assertNothingIsLeft() throws Exception {
        assertThat(laboratory.profiles()).isEmpty();
        assertThat(wifi.saved()).isEmpty();
        await(statuses.when(WifiContract::isReadyAndDown), limits.notice());
    }

    private static <T> T await(CompletableFuture<T> future, Duration limit) throws Exception {
        return future.get(limit.toMillis(), MILLISECONDS);
    }

    private static Credentials wrong() {
        return new Credentials.Passphrase(WRONG);
    }

    private static boolean isReadyAndDown(NetworkStatus status) {
        return status.adapter() instanceof Adapter.Ready && status.link() instanceof Link.Down;
    }

    private static Predicate<NetworkStatus> up(Ssid ssid) {
        return status -> status.link() instanceof Link.Up up && up.ssid().equals(ssid);
    }

    private static int firstUp(List<Link> links) {
        return links.indexOf(
                links.stream().filter(Link.Up.class::isInstance).findFirst().orElseThrow());
    }

    private static Optional<Network> row(List<Network> networks, LabNetwork network) {
        return networks.stream().filter(row -> row.id().equals(network.id())).findAny();
    }

    private static Set<NetworkId> ids(List<Network> networks) {
        return networks.stream().map(Network::id).collect(Collectors.toCollection(HashSet::new));
    }
}
