package wifisetup.network.dbus;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import wifisetup.dbus.BusException;
import wifisetup.dbus.Signal;
import wifisetup.loop.Timer;
import wifisetup.network.Network;
import wifisetup.network.NetworkId;
import wifisetup.network.Obstacle;
import wifisetup.network.Security;
import wifisetup.network.Ssid;
import wifisetup.network.WifiException;
import wifisetup.network.dbus.api.NetworkManagerApi;

/// Lists what is in the air.
final class Scanner {
    private static final System.Logger LOG = System.getLogger(Scanner.class.getName());

    /// A scan takes 2 to 6 s; if nothing is heard of it for this long, what is known has to do.
    static final Duration LIMIT = Duration.ofSeconds(15);

    private final ServiceConnection service;
    private final Radios radios;
    private final Profiles profiles;
    private final Timer timer;

    Scanner(ServiceConnection service, Radios radios, Profiles profiles, Timer timer) {
        this.service = service;
        this.radios = radios;
        this.profiles = profiles;
        this.timer = timer;
    }

    /// What is known now.
    List<Network> networks() throws BusException, WifiException, InterruptedException {
        var radio = radios.ready();
        var accessPoints = radio.accessPoints();
        var obstacles = new EnumMap<Security, Obstacle>(Security.class);
        for (Security security : Security.values()) {
            if (accessPoints.stream().anyMatch(found -> found.id().security() == security)) {
                SupplicantInterface.obstacle(service, radio, security)
                        .ifPresent(obstacle -> obstacles.put(security, obstacle));
            }
        }
        var usable = profiles.kept().stream()
                .filter(profile -> profile.isUsableBy(radio.name()))
                .toList();
        return rows(accessPoints, usable, obstacles, radio.activeAccessPoint());
    }

    /// Scans, then tells what is known.
    List<Network> scan(List<Ssid> hidden) throws BusException, WifiException, InterruptedException {
        var radio = radios.ready();
        // A scan that is under way, or has just been, is as good; but it calls nobody by name.
        if (!look(radio, hidden) && !hidden.isEmpty() && !look(radio, hidden)) {
            LOG.log(Level.DEBUG, "nobody was called by name: the radio is kept scanning");
        }
        return networks();
    }

    /// Asks for a scan and waits until one ends.
    ///
    /// @return whether it was the one that was asked for
    private boolean look(Radio radio, List<Ssid> hidden) throws BusException, InterruptedException {
        var over = new CountDownLatch(1);
        boolean own = true;
        try (var _ = service.subscribe(signal -> {
            if (endsScan(signal, radio.device().path())) {
                over.countDown();
            }
        })) {
            try {
                radio.requestScan(hidden);
            } catch (BusException refused) {
                if (!refused.error().endsWith(".NotAllowed")) {
                    throw refused;
                }
                own = false;
                LOG.log(Level.DEBUG, "waiting for a scan that is under way: {0}", refused.getMessage());
            }
            var limit = timer.after(LIMIT, over::countDown);
            over.await();
            limit.cancel();
        }
        return own;
    }

    private static boolean endsScan(Signal signal, String device) {
        if (signal.is("org.freedesktop.DBus", "NameOwnerChanged")) {
            return signal.text(0).equals(NetworkManagerApi.SERVICE);
        }
        if (signal.is(NetworkManagerApi.MANAGER, "DeviceRemoved")) {
            return signal.text(0).equals(device);
        }
        return signal.path().equals(device)
                && signal.changes(NetworkManagerApi.WIRELESS)
                && signal.changed().has("LastScan");
    }

    /// One row for each name and kind of security, the strongest first.
    static List<Network> rows(
            List<AccessPoint> accessPoints, List<Profile> saved, Map<Security, Obstacle> obstacles, String active) {
        var strongest = new HashMap<NetworkId, AccessPoint>();
        accessPoints.forEach(accessPoint -> strongest.merge(
                accessPoint.id(), accessPoint, (one, other) -> other.strength() > one.strength() ? other : one));
        var connected = accessPoints.stream()
                .filter(accessPoint -> accessPoint.path().equals(active))
                .map(AccessPoint::id)
                .findAny();
        return strongest.values().stream()
                .map(accessPoint -> row(accessPoint, saved, obstacles, connected))
                .sorted(Comparator.comparingInt(Network::strength)
                        .reversed()
                        .thenComparing(network -> network.ssid().hex()))
                .toList();
    }

    private static Network row(
            AccessPoint accessPoint,
            List<Profile> saved,
            Map<Security, Obstacle> obstacles,
            Optional<NetworkId> connected) {
        return new Network(
                accessPoint.id(),
                accessPoint.strength(),
                accessPoint.band(),
                saved.stream().anyMatch(profile -> profile.isFor(accessPoint.id())),
                connected.filter(accessPoint.id()::equals).isPresent(),
                Optional.ofNullable(obstacles.get(accessPoint.id().security())));
    }
}
