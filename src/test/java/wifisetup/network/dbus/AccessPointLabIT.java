package wifisetup.network.dbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.freedesktop.dbus.connections.BusAddress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wifisetup.loop.Cancellation;
import wifisetup.loop.SystemTimer;
import wifisetup.network.AccessPointContract;
import wifisetup.network.Adapter;
import wifisetup.network.Credentials;
import wifisetup.network.Failure;
import wifisetup.network.JoinRequest;
import wifisetup.network.Joined;
import wifisetup.network.Laboratory;
import wifisetup.network.Link;
import wifisetup.network.NetworkId;
import wifisetup.network.NetworkStatus;
import wifisetup.network.Security;
import wifisetup.network.Ssid;
import wifisetup.network.WifiException;
import wifisetup.network.hosted.AccessPoint;
import wifisetup.network.hosted.AccessPointNews;
import wifisetup.secret.Secret;

/// The device's own access point by the laboratory's NetworkManager, and a phone that joins it.
class AccessPointLabIT extends AccessPointContract {
    private static final SystemTimer TIMER = new SystemTimer();
    private static final NetworkId HOME = new NetworkId(Ssid.of("HomeNet"), Security.WPA2);
    private static final JoinRequest JOIN_HOME =
            new JoinRequest(HOME, new Credentials.Passphrase(new Secret("correct-horse")), false);

    private final VirtualLab lab = new VirtualLab();
    private final BlockingQueue<AccessPointNews> news = new LinkedBlockingQueue<>();
    private final NetworkManagerAccessPoint accessPoint =
            new NetworkManagerAccessPoint(VirtualLab.bus(), VirtualLab.rules(), TIMER);

    @Override
    protected AccessPoint accessPoint() {
        return accessPoint;
    }

    @Override
    protected List<Laboratory.Profile> profiles() throws Exception {
        return lab.profiles();
    }

    @BeforeEach
    void waitForTheAdapter() throws Exception {
        try (var wifi = new NetworkManagerWifi(VirtualLab.bus(), VirtualLab.rules(), TIMER)) {
            var seen = new LinkedBlockingQueue<NetworkStatus>();
            wifi.observe(seen::add);
            until(seen, status -> status.adapter() instanceof Adapter.Ready);
        }
    }

    @AfterEach
    void restore() throws Exception {
        VirtualLab.run("phone", "leave");
        lab.removeAllProfiles();
        lab.close();
    }

    @AfterAll
    static void stopTheClock() {
        TIMER.close();
    }

    @Test
    void aPhoneJoinsItGetsAnAddressAndIsCounted() throws Exception {
        try (var open = accessPoint.open(OFFER, news::add)) {
            String joined = VirtualLab.run("phone", "join", SSID.display(), PASSPHRASE.reveal());

            assertThat(joined).contains("lease of 192.168.42.");
            assertThat(next()).isEqualTo(new AccessPointNews.Stations(1));
            assertThat(VirtualLab.run("phone", "run", "ip", "-4", "route")).contains("default via 192.168.42.1");
            assertThat(open.gateway()).isEqualTo(OFFER.gateway());
            assertThat(VirtualLab.run("phone", "status")).contains("key_mgmt=WPA2-PSK");

            VirtualLab.run("phone", "leave");
            assertThat(next()).isEqualTo(new AccessPointNews.Stations(0));
        }
        assertThat(lab.profiles()).isEmpty();
        assertThat(news).isEmpty();
    }

    @Test
    void theStatusDoesNotTakeItForANetwork() throws Exception {
        try (var wifi = new NetworkManagerWifi(VirtualLab.bus(), VirtualLab.rules(), TIMER);
                var _ = accessPoint.open(OFFER, news::add)) {
            var seen = new LinkedBlockingQueue<NetworkStatus>();
            wifi.observe(seen::add);

            assertThat(until(seen, status -> status.adapter() instanceof Adapter.Ready)
                            .link())
                    .isEqualTo(new Link.Down());
            assertThat(wifi.saved()).isEmpty();
        }
    }

    @Test
    void closingItLetsASavedNetworkConnectByItself() throws Exception {
        try (var wifi = new NetworkManagerWifi(VirtualLab.bus(), VirtualLab.rules(), TIMER)) {
            var _ = wifi.scan(List.of());
            assertThat(wifi.join(JOIN_HOME, new Cancellation(), _ -> {})).isInstanceOf(Joined.class);
            var seen = new LinkedBlockingQueue<NetworkStatus>();
            wifi.observe(seen::add);

            accessPoint.open(OFFER, news::add).close();

            until(seen, status -> !(status.link() instanceof Link.Up));
            assertThat(until(
                            seen,
                            status -> status.link() instanceof Link.Up up
                                    && up.ssid().equals(HOME.ssid())))
                    .isNotNull();
        }
    }

    @Test
    void aJoinTakesItsPlaceAndThatIsTold() throws Exception {
        try (var wifi = new NetworkManagerWifi(VirtualLab.bus(), VirtualLab.rules(), TIMER);
                var _ = accessPoint.open(OFFER, news::add)) {
            assertThat(wifi.join(JOIN_HOME, new Cancellation(), _ -> {})).isInstanceOf(Joined.class);
            assertThat(next()).isInstanceOf(AccessPointNews.Lost.class);
        }
    }

    @Test
    void itEndsWithTheProgramThatOpenedIt() throws Exception {
        var connection = new CompletableFuture<Void>();
        var open = accessPoint.open(OFFER, told -> connection.complete(null));

        VirtualLab.run("nm", "kill");
        // Its name server outlives it; NetworkManager ends that only while it starts the next one, and fails once.
        VirtualLab.run("sh", "-c", "kill $(cat /run/nm-dnsmasq-wlan0.pid)");
        VirtualLab.run("nm", "start");

        connection.get(20, TimeUnit.SECONDS);
        open.close();
        assertThat(lab.profiles()).isEmpty();
    }

    @Test
    void aUserWithoutTheRightIsToldWhichOneIsMissing() {
        var denied = new NetworkManagerAccessPoint(
                BusAddress.of(VirtualLab.busOfUser()), OptionalLong.of(1000), VirtualLab.rules(), TIMER);

        assertThatThrownBy(() -> denied.open(OFFER, news::add))
                .isInstanceOfSatisfying(
                        WifiException.class,
                        refused -> assertThat(refused.failure())
                                .isEqualTo(new Failure.Denied("org.freedesktop.NetworkManager.wifi.share.protected")));
    }

    @Test
    void withoutAnAdapterThereIsNone() throws Exception {
        lab.adapter(false);

        assertThatThrownBy(() -> accessPoint.open(OFFER, news::add))
                .isInstanceOfSatisfying(
                        WifiException.class,
                        refused -> assertThat(refused.failure()).isEqualTo(new Failure.NoAdapter()));
    }

    private AccessPointNews next() throws InterruptedException {
        var told = news.poll(20, TimeUnit.SECONDS);
        assertThat(told).isNotNull();
        return told;
    }

    private static NetworkStatus until(BlockingQueue<NetworkStatus> seen, Predicate<NetworkStatus> wanted)
            throws InterruptedException {
        var told = new ArrayList<NetworkStatus>();
        while (true) {
            var status = seen.poll(30, TimeUnit.SECONDS);
            assertThat(status).as("after %s", told).isNotNull();
            if (wanted.test(status)) {
                return status;
            }
            told.add(status);
        }
    }
}
