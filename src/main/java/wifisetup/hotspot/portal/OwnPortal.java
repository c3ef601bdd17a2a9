package wifisetup.hotspot.portal;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import wifisetup.hotspot.Hotspot;
import wifisetup.hotspot.HotspotEnd;
import wifisetup.hotspot.HotspotRequest;
import wifisetup.hotspot.HotspotState;
import wifisetup.hotspot.portal.web.PortalPlace;
import wifisetup.loop.Cancellation;
import wifisetup.loop.Timer;
import wifisetup.network.NetworkStatus;
import wifisetup.network.Wifi;
import wifisetup.network.hosted.AccessPoint;
import wifisetup.network.hosted.AccessPointOffer;

/// The appliance's own hotspot: an access point of whoever runs the radio, and our own page on it.
public final class OwnPortal implements Hotspot {
    private final Wifi wifi;
    private final AccessPoint accessPoint;
    private final NameRedirect names;
    private final PhonePage page;
    private final PortalSettings settings;
    private final Timer timer;
    private final InstantSource clock;
    private final AtomicReference<@Nullable PortalSession> current = new AtomicReference<>();
    private volatile NetworkStatus status = NetworkStatus.UNKNOWN;

    OwnPortal(
            Wifi wifi,
            AccessPoint accessPoint,
            NameRedirect names,
            PhonePage page,
            PortalSettings settings,
            Timer timer,
            InstantSource clock) {
        this.wifi = wifi;
        this.accessPoint = accessPoint;
        this.names = names;
        this.page = page;
        this.settings = settings;
        this.timer = timer;
        this.clock = clock;
        wifi.observe(this::statusChanged);
    }

    /// The hotspot on that access point, with our own server of the page.
    ///
    /// @param wifi joins the network that a phone chooses
    /// @param place where the page is served
    public static OwnPortal of(
            Wifi wifi,
            AccessPoint accessPoint,
            NameRedirect names,
            PortalPlace place,
            PortalSettings settings,
            Timer timer,
            InstantSource clock,
            SecureRandom random) {
        return new OwnPortal(wifi, accessPoint, names, new ServedPage(place, random, clock), settings, timer, clock);
    }

    @Override
    public HotspotEnd run(HotspotRequest request, Cancellation cancellation, Consumer<? super HotspotState> progress)
            throws InterruptedException {
        var access = request.access();
        try (var session = new PortalSession(
                request,
                settings,
                desk -> new PortalEffects(
                        wifi,
                        access.ssid(),
                        new Door(
                                accessPoint,
                                new AccessPointOffer(access.ssid(), access.passphrase(), settings.gateway()),
                                names,
                                page.begin(desk),
                                settings.page()),
                        timer,
                        clock,
                        progress),
                clock)) {
            current.set(session);
            session.statusChanged(status);
            session.start();
            cancellation.onCancel(session::cancel);
            return session.end().get();
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken);
        } finally {
            current.set(null);
        }
    }

    private void statusChanged(NetworkStatus heard) {
        status = heard;
        var session = current.get();
        if (session != null) {
            session.statusChanged(heard);
        }
    }
}
