package wifisetup.hotspot.balena;

import java.lang.System.Logger.Level;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.freedesktop.dbus.connections.BusAddress;
import wifisetup.hotspot.Hotspot;
import wifisetup.hotspot.HotspotEnd;
import wifisetup.hotspot.HotspotRequest;
import wifisetup.hotspot.HotspotState;
import wifisetup.loop.Cancellation;
import wifisetup.loop.Timer;
import wifisetup.network.Connectivity;
import wifisetup.network.Network;
import wifisetup.network.NetworkId;
import wifisetup.network.Ssid;
import wifisetup.network.Wifi;
import wifisetup.network.WifiException;
import wifisetup.network.hosted.AccessPoint;
import wifisetup.network.hosted.ProfileCopies;

/// balena's wifi-connect as a [Hotspot].
///
/// Its page asks for no code and opens on no certain network, so of a request the name and the passphrase count
/// alone.
public final class WifiConnect implements Hotspot {
    private static final System.Logger LOG = System.getLogger(WifiConnect.class.getName());

    private final WifiConnectSettings settings;
    private final Launcher launcher;
    private final Wifi wifi;
    private final StatusFeed statuses;
    private final AccessPoint accessPoint;
    private final ProfileCopies copies;
    private final Timer timer;

    /// Held by a session, and by whoever clears up before the first: that would take its program for an orphan.
    private final ReentrantLock radio = new ReentrantLock();

    WifiConnect(
            WifiConnectSettings settings,
            Launcher launcher,
            Wifi wifi,
            AccessPoint accessPoint,
            ProfileCopies copies,
            Timer timer) {
        this.settings = settings;
        this.launcher = launcher;
        this.wifi = wifi;
        this.statuses = StatusFeed.of(wifi);
        this.accessPoint = accessPoint;
        this.copies = copies;
        this.timer = timer;
    }

    /// The program of that installation, run by this program, which is root.
    ///
    /// @param accessPoint deletes what a program that was ended leaves behind
    /// @param copies put back what the program deletes; where they cannot be had, sessions run without
    public static WifiConnect of(
            Installation.Direct installation,
            WifiConnectSettings settings,
            Wifi wifi,
            AccessPoint accessPoint,
            ProfileCopies copies,
            Timer timer) {
        var launcher = new RootLauncher(
                installation.program(),
                settings.pages(),
                settings.state().resolve("wifi-connect.run"),
                Charset.forName(System.getProperty("sun.jnu.encoding")),
                ProcessTable.OF_THIS_MACHINE,
                timer);
        return new WifiConnect(settings, launcher, wifi, accessPoint, copies, timer);
    }

    /// The program of that installation, run by systemd.
    ///
    /// @param systemBus the address of the system bus
    public static WifiConnect of(
            Installation.ByUnit installation,
            BusAddress systemBus,
            WifiConnectSettings settings,
            Wifi wifi,
            AccessPoint accessPoint,
            ProfileCopies copies,
            Timer timer) {
        LOG.log(Level.DEBUG, "{0} is run by {1}", installation.program(), UnitLauncher.UNIT);
        var launcher = new UnitLauncher(systemBus, settings.runtime(), UnitLauncher.OUTPUT, timer);
        return new WifiConnect(settings, launcher, wifi, accessPoint, copies, timer);
    }

    /// Ends what a kiosk that died has left: its program, and the profile of its access point. For the start of
    /// the kiosk; each session does it too. It waits for a session that runs, and a session for it.
    public void endOrphan() throws InterruptedException {
        radio.lockInterruptibly();
        try {
            launcher.endOrphan().ifPresent(this::deleteLeftovers);
        } finally {
            radio.unlock();
        }
    }

    @Override
    public HotspotEnd run(HotspotRequest request, Cancellation cancellation, Consumer<? super HotspotState> progress)
            throws InterruptedException {
        radio.lockInterruptibly();
        try {
            return session(request, cancellation, progress);
        } finally {
            radio.unlock();
        }
    }

    private HotspotEnd session(
            HotspotRequest request, Cancellation cancellation, Consumer<? super HotspotState> progress)
            throws InterruptedException {
        var ssid = request.access().ssid();
        endOrphan();
        deleteLeftovers(ssid);
        try {
            var values = PortalValues.of(settings, request.access());
            var course = new WifiConnectCourse(
                    settings.page(), !settings.activityTimeout().isZero(), withoutPassword());
            var kept = copy();
            var session = new Session(course, new Care(kept), timer, progress);
            cancellation.onCancel(() -> session.hear(new Sign.Cancel()));
            return run(values, ssid, session, kept);
        } catch (LaunchException failure) {
            return new HotspotEnd.Failed(failure.failure());
        }
    }

    private HotspotEnd run(PortalValues values, Ssid ssid, Session session, Optional<ProfileCopies.Copy> kept)
            throws LaunchException, InterruptedException {
        Optional<Act.End> end = Optional.empty();
        try (var run = launcher.launch(values, ssid, session);
                var _ = statuses.follow(status -> session.hear(new Sign.Status(status)))) {
            end = Optional.of(session.run(run));
            return end.get().end();
        } finally {
            var last = end;
            // An interrupted thread could ask NetworkManager for nothing.
            CompletableFuture.runAsync(() -> leave(ssid, last, kept), Thread::startVirtualThread)
                    .join();
        }
    }

    private void leave(Ssid ssid, Optional<Act.End> end, Optional<ProfileCopies.Copy> kept) {
        // In this order: the radio is free for the profiles that come back.
        deleteLeftovers(ssid);
        end.flatMap(Act.End::halfJoined).ifPresent(this::forget);
        if (end.filter(how -> how.end() instanceof HotspotEnd.Connected).isEmpty()) {
            kept.ifPresent(WifiConnect::putBack);
        }
    }

    private Optional<ProfileCopies.Copy> copy() {
        try {
            return Optional.of(copies.take());
        } catch (WifiException failure) {
            LOG.log(
                    Level.WARNING,
                    "wifi-connect deletes the saved network that a phone chooses, and no copy can be made: {0}",
                    failure.getMessage());
            return Optional.empty();
        }
    }

    private static void putBack(ProfileCopies.Copy copy) {
        try {
            int saved = copy.restore();
            if (saved > 0) {
                LOG.log(Level.INFO, "saved anew what wifi-connect has deleted: {0} networks", saved);
            }
        } catch (WifiException failure) {
            LOG.log(Level.ERROR, "what wifi-connect has deleted could not be saved anew", failure);
        }
    }

    private void deleteLeftovers(Ssid ssid) {
        try {
            accessPoint.deleteLeftovers(ssid);
        } catch (WifiException failure) {
            LOG.log(Level.WARNING, "the access point of wifi-connect may be left: {0}", failure.getMessage());
        }
    }

    private void forget(Ssid ssid) {
        try {
            var _ = wifi.forget(ssid);
        } catch (WifiException failure) {
            LOG.log(Level.WARNING, "a join of wifi-connect may be left: {0}", failure.getMessage());
        }
    }

    private Set<Ssid> withoutPassword() {
        try {
            return wifi.networks().stream()
                    .map(Network::id)
                    .filter(id -> id.security().isOpen())
                    .map(NetworkId::ssid)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (WifiException failure) {
            LOG.log(Level.DEBUG, "it is not known which networks are open", failure);
            return Set.of();
        }
    }

    /// What the session asks for, of the network.
    private final class Care implements Session.Care {
        private final Optional<ProfileCopies.Copy> kept;

        Care(Optional<ProfileCopies.Copy> kept) {
            this.kept = kept;
        }

        @Override
        public void putBack() {
            kept.ifPresent(WifiConnect::putBack);
        }

        @Override
        public Sign lookForInternet() {
            try {
                return new Sign.Looked(wifi.checkConnectivity());
            } catch (WifiException failure) {
                LOG.log(Level.DEBUG, "the internet could not be looked for", failure);
                return new Sign.Looked(Connectivity.UNKNOWN);
            }
        }
    }
}
