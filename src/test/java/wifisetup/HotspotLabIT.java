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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wifisetup.bus.BusState;
import wifisetup.hotspot.portal.DnsmasqDropIn;
import wifisetup.hotspot.portal.NameRedirect;
import wifisetup.hotspot.portal.OwnPortal;
import wifisetup.hotspot.portal.PortalPlace;
import wifisetup.hotspot.portal.PortalRules;
import wifisetup.hotspot.portal.PortalSettings;
import wifisetup.network.Ssid;
import wifisetup.network.dbus.LabPhone;
import wifisetup.network.dbus.NetworkManagerAccessPoint;
import wifisetup.network.dbus.NetworkManagerWifi;
import wifisetup.network.dbus.VirtualLab;

/// A kiosk without a screen whose hotspot is opened by the laboratory's NetworkManager, and the laboratory's phone,
/// with
/// which a person brings it online. What it prints are the figures that this person feels.
class HotspotLabIT {
    private static final String GATEWAY = "192.168.42.1";
    private static final String PAGE = "http://" + GATEWAY + "/";
    private static final String STATE = "ovos.phal.wifi.hotspot.state\",\"data\":{";
    private static final Pattern SPOKEN = Pattern.compile("password is: ([^.]+)\\.");

    @TempDir
    private Path directory;

    private final VirtualLab lab = new VirtualLab();
    private final LabPhone phone = new LabPhone();
    private Kiosk kiosk;
    private Neighbour program;
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

    @AfterEach
    void end() throws Exception {
        phone.leave();
        program.close();
        kiosk.close();
        lab.removeAllProfiles();
        lab.close();
        assertThat(VirtualLab.run("ls /etc/NetworkManager/dnsmasq-shared.d")).isBlank();
    }

    @Test
    void aPhoneBringsTheDeviceOnline() throws Exception {
        joinHotspot();

        assertThat(phone.get("http://connectivitycheck.gstatic.com/generate_204"))
                .as("any name leads to the page")
                .contains("HTTP/1.1 302", "Location: " + PAGE);
        String page = phone.get(PAGE);
        assertThat(page).contains("HomeNet", "Fortress").doesNotContain("class=\"name\">Kiosk");
        program.heard(STATE + "\"ssid\":\"Kiosk: \\\"5\\\"\",\"state\":\"choosing\"");

        var posted = Instant.now();
        assertThat(choose(form("HomeNet"), "HomeNet", "correct-horse")).contains("kiosk.local");

        assertThat(program.heard(STATE + "\"state\":\"connected\"")).contains("HomeNet");
        measured("post to connected", posted);
        program.heard("ovos.wifi.setup.completed");
        program.heard("ovos.phal.wifi.plugin.deactivate.");
        assertThat(lab.profiles())
                .singleElement()
                .satisfies(profile -> assertThat(profile.toString()).contains("HomeNet"));
        assertThat(program.everything()).noneMatch(frame -> frame.contains("correct-horse"));
    }

    @Test
    void aWrongPasswordBringsTheHotspotBackWithTheReason() throws Exception {
        String passphrase = joinHotspot();
        var _ = phone.get(PAGE);

        var posted = Instant.now();
        var _ = choose(form("HomeNet"), "HomeNet", "wrong-wrong-1");
        program.heard(STATE + "\"ssid\":\"Kiosk: \\\"5\\\"\",\"state\":\"connecting\"");
        String back = program.heard(STATE + "\"ssid\":\"Kiosk: \\\"5\\\"\",\"state\":\"waiting\"");
        measured("post to the hotspot back", posted);
        assertThat(back).contains("\"reason\":\"wrong_password\"", "\"connection_name\":\"HomeNet\"");
        measureReturn();

        phone.leave();
        assertThat(phone.join("Kiosk: \"5\"", passphrase)).isPositive();
        String page = phone.get(PAGE);
        assertThat(page).contains("The password is wrong").doesNotContain("wrong-wrong-1");
        assertThat(lab.profiles().toString())
                .as("nothing is left of a failed join")
                .doesNotContain("HomeNet");

        var _ = choose(form("HomeNet"), "HomeNet", "correct-horse");
        assertThat(program.heard(STATE + "\"state\":\"connected\"")).contains("HomeNet");
        measureNmcli();
    }

    @Test
    void aCableThatIsPluggedInEndsIt() throws Exception {
        joinHotspot();

        lab.wire(true);

        program.heard(STATE + "\"state\":\"stopped\"");
        program.heard("ovos.phal.wifi.plugin.deactivate.");
        assertThat(lab.profiles()).isEmpty();
    }

    /// @return the passphrase, as the device said it
    private String joinHotspot() throws IOException, InterruptedException {
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

    private String form(String ssid) throws IOException, InterruptedException {
        return phone.get(PAGE + "?network=" + Ssid.of(ssid).hex() + "&security=WPA2");
    }

    private String choose(String form, String ssid, String password) throws IOException, InterruptedException {
        return phone.post(
                PAGE + "join", form, "network=" + Ssid.of(ssid).hex() + "&security=WPA2&password=" + password);
    }

    /// From NetworkManager's failure signal to its access point, by its own log.
    private static void measureReturn() throws IOException, InterruptedException {
        double failed = time("supplicant-disconnect");
        double active = time("Activation: successful, device activated");
        System.out.printf("measured: failure to ACTIVATED: %.0f ms%n", (active - failed) * 1000);
    }

    /// What `nmcli` needs for the same: from a wrong password that it tells to the access point.
    private static void measureNmcli() throws IOException, InterruptedException {
        VirtualLab.run("nmcli connection add save no type wifi con-name again ifname wlan0 autoconnect no ssid again"
                + " mode ap 802-11-wireless.band bg 802-11-wireless.channel 6 wifi-sec.key-mgmt wpa-psk"
                + " wifi-sec.psk abcdefgh wifi-sec.proto rsn wifi-sec.pairwise ccmp wifi-sec.group ccmp"
                + " wifi-sec.pmf 1 ipv4.method shared ipv4.addresses 192.168.43.1/24 ipv6.method disabled");
        VirtualLab.run("nmcli device wifi connect HomeNet password wrong-wrong-1 || nmcli connection delete HomeNet;"
                + " nmcli connection up again");
        double failed = time("supplicant-disconnect");
        double active = time("Activation: successful, device activated");
        System.out.printf("measured: failure to ACTIVATED by nmcli: %.0f ms%n", (active - failed) * 1000);
    }

    /// When NetworkManager last logged that, in seconds.
    private static double time(String words) throws IOException, InterruptedException {
        String line = VirtualLab.run("grep '" + words + "' /var/log/NetworkManager.log | tail -1");
        Matcher stamp = Pattern.compile("\\[([0-9.]+)]").matcher(line);
        assertThat(stamp.find()).as("%s in the log", words).isTrue();
        return Double.parseDouble(stamp.group(1));
    }

    private static void measured(String what, Instant since) {
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
