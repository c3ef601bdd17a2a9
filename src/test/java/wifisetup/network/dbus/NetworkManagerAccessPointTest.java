package wifisetup.network.dbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import wifisetup.dbus.PrivateBus;
import wifisetup.loop.SystemTimer;
import wifisetup.loop.Timer;
import wifisetup.network.AccessPointContract;
import wifisetup.network.Block;
import wifisetup.network.Failure;
import wifisetup.network.HeldRules;
import wifisetup.network.Laboratory;
import wifisetup.network.Ssid;
import wifisetup.network.WifiException;
import wifisetup.network.dbus.api.NetworkManagerApi;
import wifisetup.network.hosted.AccessPoint;
import wifisetup.network.hosted.AccessPointNews;
import wifisetup.network.hosted.AccessPointOffer;
import wifisetup.secret.Secret;

/// The contract and more, against a NetworkManager of our own on a bus of our own.
final class NetworkManagerAccessPointTest extends AccessPointContract {
    private static final int PATIENCE_SECONDS = 20;

    /// The limit of the opening passes that much faster.
    private static final int HASTE = 20;

    private final BlockingQueue<AccessPointNews> news = new LinkedBlockingQueue<>();

    @AutoClose
    private final PrivateBus bus;

    @AutoClose
    private final FakeNetworkManager manager;

    @AutoClose
    private final SystemTimer clock = new SystemTimer();

    private final AccessPoint accessPoint;

    NetworkManagerAccessPointTest() throws IOException, DBusException {
        bus = new PrivateBus();
        manager = new FakeNetworkManager(bus.address());
        accessPoint = new NetworkManagerAccessPoint(bus.address(), HeldRules.settled(), clock);
    }

    @Override
    protected AccessPoint accessPoint() {
        return accessPoint;
    }

    @Override
    protected List<Laboratory.Profile> profiles() throws Exception {
        return manager.profiles();
    }

    @Test
    void stationsAreCountedEachOnce() throws Exception {
        try (var _ = accessPoint.open(OFFER, news::add)) {
            manager.station("02:00:00:00:01:00", true);
            manager.station("02:00:00:00:01:00", true);
            manager.station("02:00:00:00:01:01", true);
            manager.station("02:00:00:00:01:00", false);
            manager.station("02:00:00:00:01:00", false);
            manager.station("02:00:00:00:01:01", false);

            assertThat(List.of(next(), next(), next(), next()))
                    .containsExactly(
                            new AccessPointNews.Stations(1),
                            new AccessPointNews.Stations(2),
                            new AccessPointNews.Stations(1),
                            new AccessPointNews.Stations(0));
        }
        assertThat(news).isEmpty();
    }

    @Test
    void whereWpaSupplicantMayNotBeSeenItOpensAllTheSame() throws Exception {
        manager.supplicantVisible(false);

        try (var open = accessPoint.open(OFFER, news::add)) {
            assertThat(open.gateway()).isEqualTo(OFFER.gateway());
        }
    }

    @Test
    void whatTakesItsPlaceIsToldOnce() throws Exception {
        try (var _ = accessPoint.open(OFFER, news::add)) {
            manager.endActivation();

            assertThat(next()).isInstanceOf(AccessPointNews.Lost.class);
        }
        assertThat(news).isEmpty();
        assertThat(manager.profiles()).isEmpty();
    }

    @Test
    void anAdapterThatIsPulledIsTheReason() throws Exception {
        try (var _ = accessPoint.open(OFFER, news::add)) {
            manager.unplug();

            assertThat(next()).isEqualTo(new AccessPointNews.Lost(new Failure.NoAdapter()));
        }
    }

    @Test
    void withoutANameServerToShareTheReasonNamesThePackage() throws Exception {
        manager.accessPointsFailWith(NetworkManagerApi.REASON_SHARED_START_FAILED);

        assertThat(refusal())
                .isInstanceOfSatisfying(
                        Failure.Other.class, other -> assertThat(other.detail()).contains("dnsmasq-base"));
        assertThat(manager.profiles()).as("nothing of it is left").isEmpty();
    }

    @Test
    void anOpeningThatNeverComesToAnEndTimesOutAndLeavesNothing() throws Exception {
        manager.accessPointsHang();
        Timer hasty = (delay, action) -> clock.after(delay.dividedBy(HASTE), action);

        assertThat(refusal(new NetworkManagerAccessPoint(bus.address(), HeldRules.settled(), hasty)))
                .isEqualTo(new Failure.TimedOut());
        assertThat(manager.profiles()).isEmpty();
    }

    @Test
    void anOpeningThatIsInterruptedLeavesNothing() throws Exception {
        manager.accessPointsHang();
        var ended = new CompletableFuture<Throwable>();
        var opening = Thread.ofVirtual().start(() -> {
            try {
                accessPoint.open(OFFER, news::add);
            } catch (WifiException | InterruptedException | RuntimeException thrown) {
                ended.complete(thrown);
            }
        });
        manager.activationBegun().get(PATIENCE_SECONDS, TimeUnit.SECONDS);

        opening.interrupt();

        assertThat(ended.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        assertThat(manager.profiles()).isEmpty();
    }

    @Test
    void whoMayNotShareIsToldWhichRightIsMissing() throws Exception {
        manager.allowed(false);

        assertThat(refusal()).isEqualTo(new Failure.Denied(NetworkManagerApi.MAY_SHARE_PROTECTED));
        assertThatThrownBy(() -> accessPoint.open(new AccessPointOffer(SSID, Secret.EMPTY, OFFER.gateway()), news::add))
                .isInstanceOfSatisfying(
                        WifiException.class,
                        refused -> assertThat(refused.failure())
                                .isEqualTo(new Failure.Denied(NetworkManagerApi.MAY_SHARE_OPEN)));
    }

    @Test
    void withoutAnAdapterThereIsNone() throws Exception {
        manager.unplug();

        assertThat(refusal()).isEqualTo(new Failure.NoAdapter());
    }

    @Test
    void aRadioThatIsOffIsNamedAsSuch() throws Exception {
        manager.radioOff(true);

        assertThat(refusal()).isEqualTo(new Failure.RfKill(Block.SWITCH));
    }

    @Test
    void withoutNetworkManagerItIsUnavailable() throws Exception {
        manager.close();

        assertThat(refusal()).isInstanceOf(Failure.BackendUnavailable.class);
    }

    @Test
    void thePassphraseIsInNoFailure() throws Exception {
        manager.accessPointsFailWith(1);

        assertThat(refusal().toString()).doesNotContain(PASSPHRASE.reveal());
    }

    @Test
    void ofWhatWasLeftBehindOnlyAccessPointsOfThatNameAreDeleted() throws Exception {
        var other = Ssid.of("Another one");
        keep(SSID, "ap");
        keep(SSID, "infrastructure");
        keep(other, "ap");

        accessPoint.deleteLeftovers(SSID);

        assertThat(manager.profiles()).extracting(Laboratory.Profile::ssid).containsExactlyInAnyOrder(SSID, other);
    }

    private void keep(Ssid ssid, String mode) throws Exception {
        manager.keepProfile(Map.of(
                "connection", Map.of("id", new Variant<>(ssid.display()), "type", new Variant<>("802-11-wireless")),
                "802-11-wireless", Map.of("ssid", new Variant<>(ssid.bytes(), "ay"), "mode", new Variant<>(mode))));
    }

    private Failure refusal() throws InterruptedException {
        return refusal(accessPoint);
    }

    private Failure refusal(AccessPoint refusing) throws InterruptedException {
        try (var _ = refusing.open(OFFER, news::add)) {
            throw new AssertionError("it opened");
        } catch (WifiException refused) {
            return refused.failure();
        }
    }

    private AccessPointNews next() throws InterruptedException {
        var told = news.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(told).isNotNull();
        return told;
    }
}
