package wifisetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import wifisetup.bus.BusState;
import wifisetup.hotspot.portal.DnsmasqDropIn;
import wifisetup.hotspot.portal.NameRedirect;
import wifisetup.hotspot.portal.OwnPortal;
import wifisetup.hotspot.portal.PortalRules;
import wifisetup.hotspot.portal.PortalSettings;
import wifisetup.hotspot.portal.web.PortalPlace;
import wifisetup.network.Ssid;
import wifisetup.network.dbus.LabPhone;
import wifisetup.network.dbus.NetworkManagerAccessPoint;
import wifisetup.network.dbus.NetworkManagerWifi;
import wifisetup.network.dbus.VirtualLab;

/// A kiosk without a screen whose hotspot is opened by the laboratory's NetworkManager, and the laboratory's phone.
abstract class HotspotLab {
    static final String GATEWAY = "192.168.42.1";
    static final String PAGE = "http://" + GATEWAY + "/";
    static final String STATE = "ovos.phal.wifi.hotspot.state\",\"data\":{";
    private static final Pattern SPOKEN = Pattern.compile("password is: ([^.]+)\\.");

    @TempDir
    private Path directory;

    final VirtualLab lab = new VirtualLab();
    final LabPhone phone = new LabPhone();
    private Kiosk kiosk;
    Neighbour program;
    private Instant activated;

    @BeforeEach
    void start() throws Exception {
        lab.removeAllProfiles();
        LabPhone.connectPortal(GATEWAY);
        kiosk = Kiosk.start(
                Settings.of(Map.of(
                        "display", new Settings.Value("none", "test"),
                        "backend", new Settings.Value("dbus", "test"),
                        "bus", new Settings.Value("embedded", "test"),
                        "bus-uri", new Settings.Value("ws://127.0.0.1:0/core", "test"),
                        "auto-setup", new Settings.Value("off", "test"),
                        "hotspot.ssid", new Settings.Value("Kiosk: \"5\"", "test"),
                        "state", new Settings.Value(directory.toString(), "test"))),
                timer -> new Backends(
                        Map.of("dbus", () -> new NetworkManagerWifi(VirtualLab.bus(), VirtualLab.rules(), timer)),
                        () -> {
                            throw new AssertionError("the lab's NetworkManager is not there");
                        }),
                (wifi, _, timer) -> Optional.of(OwnPortal.of(
                        wifi,
                        new NetworkManagerAccessPoint(VirtualLab.bus(), VirtualLab.rules(), timer),
                        new LabNames(directory.resolve("names.conf")),
                        new PortalPlace(
                                new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), LabPhone.portalPort()),
                                URI.create(PAGE)),
                        new PortalSettings(
                                PortalRules.DEFAULT, Inet4Address.ofLiteral(GATEWAY), URI.create(PAGE), "kiosk.local"),
                        timer,
                        InstantSource.system(),
                        new SecureRandom())));
        program = Neighbour.join(((BusState.Serving) kiosk.busState()).uri());
        activated = Instant.now();
        program.send("{\"type\":\"ovos.phal.wifi.plugin.user.activated\",\"data\":{},\"context\":{}}");
    }

    /// Ends the kiosk, and so its hotspot.
    void stop() throws Exception {
        phone.leave();
        program.close();
        kiosk.close();
    }

    @AfterEach
    void end() throws Exception {
        stop();
        lab.removeAllProfiles();
        lab.close();
        assertThat(VirtualLab.run("ls /etc/NetworkManager/dnsmasq-shared.d")).isBlank();
    }

    /// Waits for the hotspot and joins it with the phone.
    ///
    /// @return the passphrase, as the device said it
    String joinHotspot() throws IOException, InterruptedException {
        program.heard(STATE + "\"ssid\":\"Kiosk: \\\"5\\\"\",\"state\":\"waiting\"");
        measured("activate to joinable", activated);
        Matcher spoken = SPOKEN.matcher(program.heard("speak"));
        assertThat(spoken.find()).isTrue();
        String passphrase = spoken.group(1).replace(", ", "");
        System.out.println(
                "measured: the phone has an address after " + phone.join("Kiosk: \"5\"", passphrase) + " ms");
        program.heard(STATE + "\"ssid\":\"Kiosk: \\\"5\\\"\",\"state\":\"phone_joined\"");
        return passphrase;
    }

    String form(String ssid) throws IOException, InterruptedException {
        return phone.get(PAGE + "?network=" + Ssid.of(ssid).hex() + "&security=WPA2");
    }

    String choose(String form, String ssid, String password) throws IOException, InterruptedException {
        return phone.post(
                PAGE + "join", form, "network=" + Ssid.of(ssid).hex() + "&security=WPA2&password=" + password);
    }

    /// From NetworkManager's failure signal to its access point, by its own log, in milliseconds.
    static long failureToActivated() throws IOException, InterruptedException {
        double failed = time("supplicant-disconnect");
        double active = time("Activation: successful, device activated");
        return Math.round((active - failed) * 1000);
    }

    /// When NetworkManager last logged that, in seconds.
    private static double time(String words) throws IOException, InterruptedException {
        String line = VirtualLab.run("grep '" + words + "' /var/log/NetworkManager.log | tail -1");
        Matcher stamp = Pattern.compile("\\[([0-9.]+)]").matcher(line);
        assertThat(stamp.find()).as("%s in the log", words).isTrue();
        return Double.parseDouble(stamp.group(1));
    }

    static void measured(String what, Instant since) {
        System.out.println("measured: " + what + ": "
                + Duration.between(since, Instant.now()).toMillis() + " ms");
    }

    /// The drop-in of the laboratory's NetworkManager, with what the program itself would have written.
    private record LabNames(Path file) implements NameRedirect {
        private static final String PLACE = "/etc/NetworkManager/dnsmasq-shared.d/wifi-setup-kiosk.conf";

        @Override
        public void begin(Inet4Address gateway, URI page) throws IOException {
            new DnsmasqDropIn(file, false, new SecureRandom()).begin(gateway, page);
            run("cat >" + PLACE + " <<'E'\n" + Files.readString(file) + "E");
        }

        @Override
        public void end() throws IOException {
            run("rm -f " + PLACE);
        }

        @Override
        public boolean works(Inet4Address gateway) throws InterruptedException {
            try {
                return VirtualLab.run("busybox nslookup any.invalid " + gateway.getHostAddress() + " || true")
                        .contains("Address: " + gateway.getHostAddress());
            } catch (IOException failed) {
                return false;
            }
        }

        private static void run(String command) throws IOException {
            try {
                VirtualLab.run(command);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IOException(interrupted);
            }
        }
    }
}
