package wifisetup.hotspot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import wifisetup.hotspot.HandoffSamples;
import wifisetup.hotspot.HotspotEnd;
import wifisetup.hotspot.HotspotState;
import wifisetup.hotspot.HotspotState.FailedJoin;
import wifisetup.hotspot.HotspotState.Visit;
import wifisetup.hotspot.portal.web.PortalDesk;
import wifisetup.hotspot.portal.web.PortalView;
import wifisetup.loop.Cancellation;
import wifisetup.loop.SystemTimer;
import wifisetup.network.Band;
import wifisetup.network.Failure;
import wifisetup.network.LabNetwork;
import wifisetup.network.Network;
import wifisetup.network.NetworkStatus;
import wifisetup.network.Security;
import wifisetup.network.hosted.AccessPointNews;
import wifisetup.network.hosted.AccessPointOffer;
import wifisetup.network.simulated.AccessPoint;
import wifisetup.network.simulated.Air;
import wifisetup.network.simulated.Pace;
import wifisetup.network.simulated.Radio;
import wifisetup.network.simulated.SimulatedWifi;
import wifisetup.secret.Secret;

/// Whole sessions of the own hotspot on the simulated radio, with a page and an access point that write down in which
/// order they open and close.
class OwnPortalTest {
    private static final int PATIENCE_SECONDS = 20;
    private static final Inet4Address GATEWAY = Inet4Address.ofLiteral("192.168.42.1");
    private static final URI PAGE = URI.create("http://192.168.42.1/");
    private static final Duration SOON = Duration.ofMillis(2);
    private static final String[] OPENING = {"names begin", "access point open", "page open"};
    private static final String[] CLOSING = {"page closed", "names end", "access point closed"};

    private final List<String> diary = new CopyOnWriteArrayList<>();
    private final FakeAccessPoint accessPoint = new FakeAccessPoint(diary);
    private final FakePage page = new FakePage();
    private final FakeNames names = new FakeNames();
    private final Cancellation cancellation = new Cancellation();
    private final BlockingQueue<HotspotState> states = new LinkedBlockingQueue<>();
    private final List<Thread> started = new CopyOnWriteArrayList<>();

    @AutoClose
    private final SystemTimer timer = new SystemTimer();

    private final Radio radio = new Radio(air(), timer, Pace.all(SOON));

    @AutoClose
    private final SimulatedWifi wifi = new SimulatedWifi(radio);

    private PortalRules rules = new PortalRules(Duration.ofHours(1), Duration.ZERO, SOON, SOON, 3);

    /// The laboratory's, and in it a network that bears the hotspot's own name.
    private static Air air() {
        var all = new ArrayList<>(Air.lab().accessPoints());
        all.add(AccessPoint.of(HandoffSamples.ACCESS.ssid(), Security.WPA2, "password", -30, Band.GHZ_2_4));
        return new Air(all, 0);
    }

    @AfterEach
    void endWhatStillRuns() throws Exception {
        cancellation.cancel();
        for (Thread each : started) {
            each.join(Duration.ofSeconds(PATIENCE_SECONDS));
        }
    }

    @Test
    void aWrongPasswordBringsTheHotspotBackWithTheReasonAndTheRightOneConnects() throws Exception {
        var end = run(portal());
        until(state -> state instanceof HotspotState.Open);

        assertThat(page.desk().join(LabNetwork.HOME.request(LabNetwork.HOME.with(new Secret("not-the-one")))))
                .isTrue();
        until(state -> state instanceof HotspotState.Connecting);
        assertThat(until(state -> state instanceof HotspotState.Open))
                .isEqualTo(new HotspotState.Open(
                        PAGE,
                        Visit.NONE,
                        Optional.of(new FailedJoin(LabNetwork.HOME.ssid(), new Failure.WrongPassword()))));
        assertThat(page.desk().view().course())
                .isInstanceOfSatisfying(
                        PortalView.Course.Choosing.class,
                        choosing -> assertThat(choosing.last()).isPresent());

        assertThat(page.desk().join(LabNetwork.HOME.request())).isTrue();
        assertThat(end.get(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        HotspotEnd.Connected.class,
                        connected ->
                                assertThat(connected.joined().link().ssid()).isEqualTo(LabNetwork.HOME.ssid()));
        assertThat(diary).startsWith(OPENING).endsWith(CLOSING).containsSubsequence(twice());
    }

    @Test
    void thePhoneSeesTheNetworksWithoutTheHotspotItself() throws Exception {
        var _ = run(portal());
        until(state -> state instanceof HotspotState.Open);

        var view = page.desk().view();

        assertThat(view.networks()).extracting(Network::id).containsExactlyInAnyOrderElementsOf(LabNetwork.inTheOpen());
        assertThat(view.device()).isEqualTo("kiosk.local");
        assertThat(view.request()).isEqualTo(HandoffSamples.REQUEST);
    }

    @Test
    void theAccessPointIsAsTheSessionWantsIt() throws Exception {
        var _ = run(portal());
        until(state -> state instanceof HotspotState.Open);

        assertThat(accessPoint.offer())
                .isEqualTo(new AccessPointOffer(
                        HandoffSamples.ACCESS.ssid(), HandoffSamples.ACCESS.passphrase(), GATEWAY));
    }

    @Test
    void namesAreRedirectedBeforeTheAccessPointOpensAndNoLongerWhenItCloses() throws Exception {
        var end = run(portal());
        until(state -> state instanceof HotspotState.Open);
        cancellation.cancel();

        assertThat(end.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(new HotspotEnd.Cancelled());
        assertThat(diary).startsWith(OPENING).endsWith(CLOSING);
        assertThat(names.redirected).isFalse();
    }

    @Test
    void anAccessPointThatDoesNotOpenLeavesNoNameRedirected() throws Exception {
        accessPoint.refuse(new Failure.NoAdapter());

        assertThat(run(portal()).get(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .isEqualTo(new HotspotEnd.Failed(new Failure.NoAdapter()));
        assertThat(diary).containsSubsequence("names begin", "access point refused", "names end");
        assertThat(names.redirected).isFalse();
    }

    @Test
    void aPageThatCannotBeServedIsTriedThriceAndClosesTheAccessPointEachTime() throws Exception {
        page.flaw = new IOException("port 80 is taken");

        assertThat(run(portal()).get(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .isEqualTo(new HotspotEnd.Failed(new Failure.Other("port 80 is taken")));
        assertThat(diary.stream().filter("access point open"::equals)).hasSize(3);
        assertThat(diary.stream().filter("access point closed"::equals)).hasSize(3);
        assertThat(names.redirected).isFalse();
    }

    @Test
    void namesThatCannotBeRedirectedLeaveThePageReachableByItsAddress() throws Exception {
        names.flaw = new IOException("read-only");

        var _ = run(portal());

        assertThat(until(state -> state instanceof HotspotState.Open)).isNotNull();
    }

    @Test
    void aRunThatIsInterruptedLeavesNothingOpen() throws Exception {
        var end = run(portal());
        until(state -> state instanceof HotspotState.Open);

        started.getFirst().interrupt();

        assertThat(end).failsWithin(Duration.ofSeconds(PATIENCE_SECONDS));
        assertThat(diary).endsWith(CLOSING);
        assertThat(names.redirected).isFalse();
    }

    @Test
    void aRunThatIsInterruptedWhileItOpensLeavesNothingOpen() throws Exception {
        accessPoint.hang();
        var end = run(portal());
        accessPoint.awaitHanging();

        started.getFirst().interrupt();

        assertThat(end).failsWithin(Duration.ofSeconds(PATIENCE_SECONDS));
        assertThat(names.redirected).isFalse();
        assertThat(diary).doesNotContain("access point open");
    }

    @Test
    void aLostAccessPointIsClosedWithItsPageBeforeTheNextOneOpens() throws Exception {
        var _ = run(portal());
        until(state -> state instanceof HotspotState.Open);
        diary.clear();

        accessPoint.tell(new AccessPointNews.Lost(new Failure.Other("gone")));

        until(state -> state instanceof HotspotState.Preparing);
        until(state -> state instanceof HotspotState.Open);
        assertThat(diary).startsWith(CLOSING).endsWith(OPENING);
    }

    @Test
    void anAccessPointThatIsGoneBeforeItsPageIsThereIsOpenedAgain() throws Exception {
        accessPoint.loseAtOnce();

        var _ = run(portal());

        until(state -> state instanceof HotspotState.Open);
        assertThat(diary.stream().filter("access point open"::equals)).hasSize(2);
    }

    @Test
    void howNearAPhoneHasComeIsTold() throws Exception {
        var _ = run(portal());
        until(state -> state instanceof HotspotState.Open);

        accessPoint.tell(new AccessPointNews.Stations(1));
        until(state -> state instanceof HotspotState.Open open && open.visit() == Visit.JOINED);
        page.desk().visited();
        until(state -> state instanceof HotspotState.Open open && open.visit() == Visit.CHOOSING);
    }

    @Test
    void oneOfTwoPhonesWinsAndTheOtherIsToldSo() throws Exception {
        rules = new PortalRules(Duration.ofHours(1), Duration.ZERO, Duration.ofHours(1), SOON, 3);
        var _ = run(portal());
        until(state -> state instanceof HotspotState.Open);

        assertThat(page.desk().join(LabNetwork.HOME.request())).isTrue();
        assertThat(page.desk().join(LabNetwork.CAFE.request())).isFalse();
        assertThat(page.desk().searchAgain()).isFalse();
    }

    @Test
    void aSearchThatAPhoneWantsClosesTheHotspotForAMoment() throws Exception {
        var _ = run(portal());
        until(state -> state instanceof HotspotState.Open);
        radio.accessPoint(LabNetwork.HOME.ssid(), false);

        assertThat(page.desk().searchAgain()).isTrue();

        until(state -> state instanceof HotspotState.Preparing);
        until(state -> state instanceof HotspotState.Open);
        assertThat(page.desk().view().networks()).extracting(Network::id).doesNotContain(LabNetwork.HOME.id());
    }

    @Test
    void aSavedNetworkThatComesBackEndsTheSessionWhenNobodyIsThere() throws Exception {
        rules = new PortalRules(Duration.ofMillis(50), Duration.ZERO, SOON, SOON, 3);
        radio.accessPoint(LabNetwork.HOME.ssid(), false);
        radio.remember(LabNetwork.HOME.id(), new Secret("correct-horse"));
        var end = run(portal());
        until(state -> state instanceof HotspotState.TryingKnown);
        until(state -> state instanceof HotspotState.Open);

        radio.accessPoint(LabNetwork.HOME.ssid(), true);

        assertThat(end.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isInstanceOf(HotspotEnd.Connected.class);
    }

    @Test
    void aCableMakesItYield() throws Exception {
        var end = run(portal());
        until(state -> state instanceof HotspotState.Open);

        radio.wired(true);

        assertThat(end.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(new HotspotEnd.Wired());
        assertThat(diary).endsWith(CLOSING);
    }

    @Test
    void aCableThatIsInAlreadyDoesNot() throws Exception {
        radio.wired(true);
        var wired = new CompletableFuture<NetworkStatus>();
        var portal = portal();
        wifi.observe(status -> {
            if (status.wired()) {
                wired.complete(status);
            }
        });
        wired.get(PATIENCE_SECONDS, TimeUnit.SECONDS);

        var _ = run(portal);

        until(state -> state instanceof HotspotState.Open);
    }

    @Test
    void nobodyInTimeEndsIt() throws Exception {
        rules = new PortalRules(Duration.ofHours(1), Duration.ofMillis(50), SOON, SOON, 3);

        assertThat(run(portal()).get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(new HotspotEnd.TimedOut());
    }

    @Test
    void oneThatIsCancelledBeforeItBeginsNeverOpens() throws Exception {
        cancellation.cancel();

        assertThat(run(portal()).get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(new HotspotEnd.Cancelled());
        assertThat(diary).doesNotContain("access point open");
    }

    @Test
    void afterASessionThePhonesQuestionsAreAnsweredWithNo() throws Exception {
        var end = run(portal());
        until(state -> state instanceof HotspotState.Open);
        cancellation.cancel();
        end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);

        assertThat(page.desk().join(LabNetwork.HOME.request())).isFalse();
    }

    private OwnPortal portal() {
        return new OwnPortal(
                wifi,
                accessPoint,
                names,
                page,
                new PortalSettings(rules, GATEWAY, PAGE, "kiosk.local"),
                timer,
                () -> Instant.EPOCH);
    }

    private CompletableFuture<HotspotEnd> run(OwnPortal portal) {
        var end = new CompletableFuture<HotspotEnd>();
        started.add(Thread.ofVirtual().start(() -> {
            try {
                end.complete(portal.run(HandoffSamples.REQUEST, cancellation, states::add));
            } catch (InterruptedException | RuntimeException | Error thrown) {
                end.completeExceptionally(thrown);
            }
        }));
        return end;
    }

    private HotspotState until(Predicate<HotspotState> wanted) throws InterruptedException {
        var told = new CopyOnWriteArrayList<HotspotState>();
        while (true) {
            var state = states.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(state).as("after %s, %s", told, diary).isNotNull();
            if (wanted.test(state)) {
                return state;
            }
            told.add(state);
        }
    }

    private static String[] twice() {
        return List.of(OPENING[1], CLOSING[1], OPENING[1], CLOSING[1]).toArray(String[]::new);
    }

    /// A page that is served nowhere.
    private final class FakePage implements PhonePage {
        private volatile @Nullable IOException flaw;
        private volatile @Nullable PortalDesk desk;

        PortalDesk desk() {
            var present = desk;
            if (present == null) {
                throw new IllegalStateException("no session has begun");
            }
            return present;
        }

        @Override
        public Session begin(PortalDesk begun) {
            desk = begun;
            return new Session() {
                private boolean open;

                @Override
                public void open() throws IOException {
                    var thrown = flaw;
                    if (thrown != null) {
                        throw thrown;
                    }
                    assertThat(open).as("open already").isFalse();
                    open = true;
                    diary.add("page open");
                }

                @Override
                public void close() {
                    if (open) {
                        open = false;
                        diary.add("page closed");
                    }
                }
            };
        }
    }

    /// Names that are redirected nowhere.
    private final class FakeNames implements NameRedirect {
        private volatile boolean redirected;
        private volatile @Nullable IOException flaw;

        @Override
        public void begin(Inet4Address gateway, URI address) throws IOException {
            var thrown = flaw;
            if (thrown != null) {
                throw thrown;
            }
            assertThat(gateway).isEqualTo(GATEWAY);
            assertThat(address).isEqualTo(PAGE);
            redirected = true;
            diary.add("names begin");
        }

        @Override
        public void end() {
            if (redirected) {
                redirected = false;
                diary.add("names end");
            }
        }

        @Override
        public boolean works(Inet4Address gateway) {
            return redirected;
        }
    }
}
