package wifisetup.hotspot.portal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import wifisetup.hotspot.Access;
import wifisetup.hotspot.HotspotRequest;
import wifisetup.hotspot.HotspotState.FailedJoin;
import wifisetup.hotspot.portal.PortalView.Course;
import wifisetup.network.Band;
import wifisetup.network.Failure;
import wifisetup.network.JoinRequest;
import wifisetup.network.JoinStage;
import wifisetup.network.Network;
import wifisetup.network.NetworkId;
import wifisetup.network.Obstacle;
import wifisetup.network.Security;
import wifisetup.network.Ssid;
import wifisetup.secret.Secret;

/// A desk that a test moves by hand.
final class FakeDesk implements PortalDesk {
    static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");
    static final NetworkId HOME = new NetworkId(Ssid.of("Home sweet home"), Security.WPA2);
    static final NetworkId CAFE = new NetworkId(Ssid.of("Café: 5G"), Security.WPA2_WPA3);
    static final NetworkId GUESTS = new NetworkId(Ssid.of("Guests"), Security.OPEN);
    static final NetworkId WORK = new NetworkId(Ssid.of("Northwind Staff"), Security.ENTERPRISE);
    static final NetworkId OLD = new NetworkId(Ssid.of("Old box"), Security.WEP);

    final List<JoinRequest> joins = new CopyOnWriteArrayList<>();
    final AtomicInteger visits = new AtomicInteger();
    final AtomicInteger searches = new AtomicInteger();
    volatile PortalView view;

    FakeDesk() {
        this(Optional.empty());
    }

    FakeDesk(Optional<Secret> code) {
        view = new PortalView(
                HotspotRequest.of(new Access(Ssid.of("Kiosk 4711"), new Secret("abcdefgh23"), code)),
                "kiosk.local",
                networks(),
                NOW.minusSeconds(125),
                new Course.Choosing(Optional.empty()));
    }

    static List<Network> networks() {
        return List.of(
                new Network(CAFE, 92, Band.GHZ_5, true, false, Optional.empty()),
                new Network(HOME, 71, Band.GHZ_2_4, false, false, Optional.empty()),
                new Network(GUESTS, 55, Band.GHZ_2_4, false, false, Optional.empty()),
                new Network(WORK, 48, Band.GHZ_5, false, false, Optional.empty()),
                new Network(OLD, 30, Band.GHZ_2_4, false, false, Optional.of(Obstacle.WEP)),
                new Network(
                        new NetworkId(Ssid.of("WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW"), Security.WPA3),
                        12,
                        Band.GHZ_6,
                        false,
                        false,
                        Optional.empty()));
    }

    void go(Course course) {
        view = new PortalView(view.request(), view.device(), view.networks(), view.searchedAt(), course);
    }

    void fail(NetworkId id, Failure failure) {
        go(new Course.Choosing(Optional.of(new FailedJoin(id.ssid(), failure))));
    }

    void find(List<Network> networks) {
        view = new PortalView(view.request(), view.device(), networks, view.searchedAt(), view.course());
    }

    void aim(NetworkId id) {
        view = new PortalView(
                new HotspotRequest(view.request().access(), Optional.of(new HotspotRequest.Target(id, false))),
                view.device(),
                view.networks(),
                view.searchedAt(),
                view.course());
    }

    @Override
    public PortalView view() {
        return view;
    }

    @Override
    public void visited() {
        visits.incrementAndGet();
    }

    @Override
    public synchronized boolean join(JoinRequest request) {
        if (!(view.course() instanceof Course.Choosing)) {
            return false;
        }
        joins.add(request);
        go(new Course.Joining(request.ssid(), JoinStage.PREPARING));
        return true;
    }

    @Override
    public synchronized boolean searchAgain() {
        if (!(view.course() instanceof Course.Choosing)) {
            return false;
        }
        searches.incrementAndGet();
        go(new Course.Searching());
        return true;
    }
}
