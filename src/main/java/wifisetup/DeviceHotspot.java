package wifisetup;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.freedesktop.dbus.utils.AddressBuilder;
import wifisetup.hotspot.Hotspot;
import wifisetup.hotspot.balena.Installation;
import wifisetup.hotspot.balena.WifiConnect;
import wifisetup.hotspot.balena.WifiConnectSettings;
import wifisetup.hotspot.portal.DnsmasqDropIn;
import wifisetup.hotspot.portal.NameRedirect;
import wifisetup.hotspot.portal.NamesUnit;
import wifisetup.hotspot.portal.OwnPortal;
import wifisetup.hotspot.portal.PortalRules;
import wifisetup.hotspot.portal.PortalSettings;
import wifisetup.hotspot.portal.web.PortalPlace;
import wifisetup.loop.Timer;
import wifisetup.network.RadioRules;
import wifisetup.network.Wifi;
import wifisetup.network.dbus.NetworkManagerAccessPoint;
import wifisetup.network.dbus.NetworkManagerProfileCopies;
import wifisetup.network.hosted.AccessPoint;
import wifisetup.network.simulated.SimulatedAccessPoint;

/// Whoever runs the hotspot of this machine, as the settings and the machine decide.
final class DeviceHotspot {
    private static final System.Logger LOG = System.getLogger(DeviceHotspot.class.getName());

    /// Where a browser of this machine finds the page when the radio is simulated.
    static final int DEMO_PORT = 8042;

    private final HotspotSettings settings;
    private final Path state;
    private final Timer timer;
    private final InstantSource clock;
    private final SecureRandom random;

    DeviceHotspot(HotspotSettings settings, Path state, Timer timer, InstantSource clock, SecureRandom random) {
        this.settings = settings;
        this.state = state;
        this.timer = timer;
        this.clock = clock;
        this.random = random;
    }

    /// The hotspot on the simulated radio, for a browser of this machine; none if the settings want none.
    ///
    /// @param port where the page is on loopback
    Optional<Hotspot> simulated(Wifi wifi, int port) {
        return switch (settings.kind()) {
            case OFF -> Optional.empty();
            case AUTO, PORTAL, BALENA -> {
                var loopback = Inet4Address.ofLiteral("127.0.0.1");
                yield Optional.of(portal(
                        wifi,
                        new SimulatedAccessPoint(),
                        new NoRedirect(),
                        new PortalPlace(
                                new InetSocketAddress(loopback, port), URI.create("http://127.0.0.1:" + port + "/")),
                        loopback));
            }
        };
    }

    /// The hotspot on NetworkManager's radio; none if the settings want none.
    ///
    /// @throws StartException if the settings want what the machine does not have
    Optional<Hotspot> real(Wifi wifi, RadioRules rules) throws StartException {
        Thread.ofVirtual().name("names-clear").start(this::clearNames);
        return switch (settings.kind()) {
            case OFF -> Optional.empty();
            case PORTAL -> Optional.of(ownPortal(wifi, rules));
            case BALENA ->
                Optional.of(balena(wifi, rules)
                        .orElseThrow(() -> new StartException(
                                ExitCode.MACHINE_LACKS,
                                "hotspot = balena: " + reason() + "; use hotspot = portal",
                                null)));
            case AUTO -> Optional.of(balena(wifi, rules).orElseGet(() -> ownPortal(wifi, rules)));
        };
    }

    private static String reason() {
        return Installation.find(WifiConnectSettings.DEFAULT_COMMAND) instanceof Installation.Unusable(var reason)
                ? reason
                : "";
    }

    private Optional<Hotspot> balena(Wifi wifi, RadioRules rules) {
        var program = new WifiConnectSettings(
                WifiConnectSettings.DEFAULT_COMMAND,
                Optional.empty(),
                settings.gateway(),
                settings.port(),
                settings.timeout(),
                Optional.empty(),
                state,
                WifiConnectSettings.DEFAULT_RUNTIME);
        return switch (Installation.find(program.command())) {
            case Installation.Direct direct ->
                Optional.of(cleared(WifiConnect.of(
                        direct,
                        program,
                        wifi,
                        NetworkManagerAccessPoint.ofSystemBus(rules, timer),
                        NetworkManagerProfileCopies.ofSystemBus(timer),
                        timer)));
            // What that deletes only root can put back: then our own page is kinder to saved networks.
            case Installation.ByUnit unit ->
                settings.kind() == HotspotSettings.Kind.BALENA
                        ? Optional.of(cleared(WifiConnect.of(
                                unit,
                                AddressBuilder.getSystemConnection(),
                                program,
                                wifi,
                                NetworkManagerAccessPoint.ofSystemBus(rules, timer),
                                NetworkManagerProfileCopies.ofSystemBus(timer),
                                timer)))
                        : Optional.empty();
            case Installation.Unusable(var reason) -> {
                LOG.log(Level.DEBUG, "the hotspot is our own: {0}", reason);
                yield Optional.empty();
            }
        };
    }

    private static Hotspot cleared(WifiConnect program) {
        Thread.ofVirtual().name("wifi-connect-orphan").start(() -> {
            try {
                program.endOrphan();
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            }
        });
        return program;
    }

    private Hotspot ownPortal(Wifi wifi, RadioRules rules) {
        return portal(
                wifi,
                NetworkManagerAccessPoint.ofSystemBus(rules, timer),
                names(),
                new PortalPlace(settings.bound(), settings.page()),
                settings.gateway());
    }

    /// Ends a redirection that an earlier life of the program has left, whoever runs the hotspot now.
    private void clearNames() {
        if (Files.exists(settings.names())) {
            try {
                names().end();
            } catch (IOException kept) {
                LOG.log(Level.ERROR, "names stay redirected for shared connections", kept);
            }
        }
    }

    /// Whoever may write the file does so; for another kiosk a unit of root's does.
    private NameRedirect names() {
        var directory = settings.names().toAbsolutePath().getParent();
        return Files.isWritable(directory)
                ? new DnsmasqDropIn(settings.names(), settings.announced(), random)
                : new NamesUnit(List.of("systemctl"), random);
    }

    private OwnPortal portal(
            Wifi wifi, AccessPoint accessPoint, NameRedirect names, PortalPlace place, Inet4Address gateway) {
        return OwnPortal.of(
                wifi,
                accessPoint,
                names,
                place,
                new PortalSettings(
                        PortalRules.DEFAULT.withTimeout(settings.timeout()), gateway, place.page(), nameOnNetwork()),
                timer,
                clock,
                random);
    }

    /// What other devices of a network call this one (RFC 6762): its host name below `local`.
    private static String nameOnNetwork() {
        try {
            String host = InetAddress.getLocalHost().getHostName();
            return host.contains(".") ? host : host + ".local";
        } catch (UnknownHostException nameless) {
            LOG.log(Level.DEBUG, "this machine does not know its own name: {0}", nameless.getMessage());
            return "localhost.local";
        }
    }

    /// A demo leads no name astray.
    private static final class NoRedirect implements NameRedirect {
        @Override
        public void begin(Inet4Address gateway, URI page) {
            // The page is opened by its address.
        }

        @Override
        public void end() {
            // Nothing was begun.
        }

        @Override
        public boolean works(Inet4Address gateway) {
            return true;
        }
    }
}
