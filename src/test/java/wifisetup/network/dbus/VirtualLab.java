package wifisetup.network.dbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import wifisetup.network.Laboratory;
import wifisetup.network.RadioRules;
import wifisetup.network.Ssid;
import wifisetup.network.iw.Iw;

/// The virtual machine of `src/it/wifi-lab`, which the profile `wifi-lab` has booted.
///
/// What a test changes by [#play], [#internet], [#block] and the like is as it was after [#close].
public final class VirtualLab implements Laboratory {
    private static final Path SCRIPTS = Path.of("src/it/wifi-lab");
    private static final long LIMIT_SECONDS = 60;

    private static final Pattern SSID_BYTES = Pattern.compile("'ssid': <\\[byte (?<bytes>[^]]+)]>");

    private final Set<String> off = new HashSet<>();
    private final Deque<Restoration> restorations = new ArrayDeque<>();
    private boolean dhcp = true;
    private boolean networkManagerRuns = true;

    /// Where its bus listens for root.
    public static String bus() {
        return address("WIFI_LAB_BUS", "bus");
    }

    /// Where its bus listens for the user 1000, who has no right at all.
    static String busOfUser() {
        return address("WIFI_LAB_BUS_USER", "bus-user");
    }

    /// The rules of its kernel.
    public static RadioRules rules() {
        return new Iw(List.of(SCRIPTS.resolve("vm").toString(), "iw"));
    }

    private static String address(String variable, String file) {
        return "unix:path="
                + Objects.requireNonNullElse(
                        System.getenv(variable),
                        SCRIPTS.resolve(file).toAbsolutePath().toString());
    }

    @Override
    public void accessPoint(Ssid ssid, boolean on) throws IOException, InterruptedException {
        for (String key : keys(ssid)) {
            if (on && off.remove(key)) {
                run("ap", "start", key);
            } else if (!on && off.add(key)) {
                run("ap", "stop", key);
            }
        }
    }

    @Override
    public void dhcp(boolean on) throws IOException, InterruptedException {
        if (on != dhcp) {
            run("ap", "dhcp", on ? "on" : "off");
            dhcp = on;
        }
    }

    /// Plays one more network, on one of three radios to spare, until [#silence] or [#close].
    ///
    /// @param password empty for a network without; of 5 or 13 characters for WEP
    public void play(Ssid ssid, Playing playing, String password) throws IOException, InterruptedException {
        String key = spareKey(ssid);
        run("ap", "add", key, "hex:" + ssid.hex(), playing.word(), password);
        restorations.push(() -> run("ap", "clear"));
    }

    /// Ends what [#play] began; the radio is free for another network.
    public void silence(Ssid ssid) throws IOException, InterruptedException {
        run("ap", "remove", spareKey(ssid));
    }

    /// What becomes of the connectivity that NetworkManager checks, by itself every 5 s.
    public void internet(Internet internet) throws IOException, InterruptedException {
        run("ap", "internet", word(internet));
        restorations.push(() -> run("ap", "internet", word(Internet.FULL)));
    }

    /// Kills NetworkManager in the middle of whatever it does (SIGKILL).
    public void killNetworkManager() throws IOException, InterruptedException {
        run("nm", "kill");
        networkManagerRuns = false;
    }

    /// Starts NetworkManager, unless it runs; returns when it answers on the bus.
    public void startNetworkManager() throws IOException, InterruptedException {
        run("nm", "start");
        networkManagerRuns = true;
    }

    /// Pulls the adapter `wlan0` out, or puts it back.
    public void adapter(boolean plugged) throws IOException, InterruptedException {
        run("radio", plugged ? "plug" : "unplug");
        restorations.push(() -> run("radio", "plug"));
    }

    /// Puts a second adapter, `wlan1`, in, or pulls it out.
    public void secondAdapter(boolean plugged) throws IOException, InterruptedException {
        run("radio", "second", plugged ? "on" : "off");
        restorations.push(() -> run("radio", "second", "off"));
    }

    /// Plugs a cable into `eth1`, or pulls it; there is none at first. NetworkManager takes some seconds to believe in
    /// the loss of one.
    public void wire(boolean plugged) throws IOException, InterruptedException {
        script("qmp", "wire", plugged ? "on" : "off");
        restorations.push(() -> script("qmp", "wire", "off"));
    }

    /// Blocks the radio of `wlan0` by rfkill.
    public void block(Block block) throws IOException, InterruptedException {
        run("radio", "block", word(block));
        restorations.push(() -> run("radio", "block", word(Block.NONE)));
    }

    @Override
    public void removeAllProfiles() throws IOException, InterruptedException {
        if (!networkManagerRuns) {
            startNetworkManager();
        }
        // A profile that is only there for the time of its activation may go by itself in between.
        for (int tries = 1; !wifiProfiles().isEmpty(); tries++) {
            for (String[] profile : wifiProfiles()) {
                run("nmcli connection delete " + profile[0] + " || true");
            }
            assertThat(tries).as("attempts to delete all profiles").isLessThan(5);
        }
    }

    @Override
    public List<Profile> profiles() throws IOException, InterruptedException {
        var profiles = new ArrayList<Profile>();
        for (String[] profile : wifiProfiles()) {
            // Not by nmcli, which cannot tell a name that is not UTF-8.
            String settings = run("gdbus call --system -d org.freedesktop.NetworkManager -o " + profile[3]
                    + " -m org.freedesktop.NetworkManager.Settings.Connection.GetSettings || true");
            var ssid = SSID_BYTES.matcher(settings);
            // One that is being deleted may be in the list still, and gone by now.
            if (ssid.find()) {
                String hex = ssid.group("bytes").replaceAll("0x|, ", "");
                profiles.add(new Profile(Ssid.of(HexFormat.of().parseHex(hex)), profile[2].equals("yes")));
            }
        }
        return profiles;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (!networkManagerRuns) {
            startNetworkManager();
        }
        // The machine itself runs on for the next test.
        while (!restorations.isEmpty()) {
            restorations.pop().run();
        }
    }

    /// Runs a command in the machine, as root, and gives what it printed.
    public static String run(String... command) throws IOException, InterruptedException {
        return script("vm", command);
    }

    private static String script(String name, String... arguments) throws IOException, InterruptedException {
        var line = new ArrayList<>(List.of(SCRIPTS.resolve(name).toString()));
        line.addAll(Arrays.asList(arguments));
        var process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroy();
            throw new IOException("in the lab, " + String.join(" ", arguments) + ": " + printed);
        }
        return printed.strip();
    }

    private static String spareKey(Ssid ssid) {
        return "x%08x".formatted(ssid.hashCode());
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> keys(Ssid ssid) throws IOException {
        return Files.readAllLines(SCRIPTS.resolve("guest/etc/lab/aps")).stream()
                .map(line -> line.split("\\|", -1))
                .filter(fields -> fields.length > 2 && !fields[0].startsWith("#"))
                .filter(fields -> Ssid.fits(fields[1]) && Ssid.of(fields[1]).equals(ssid))
                .map(fields -> fields[0])
                .toList();
    }

    private static List<String[]> wifiProfiles() throws IOException, InterruptedException {
        return run("nmcli", "-t", "-f", "UUID,TYPE,ACTIVE,DBUS-PATH", "connection", "show")
                .lines()
                .map(line -> line.split(":", -1))
                .filter(fields -> fields.length == 4 && fields[1].equals("802-11-wireless"))
                .toList();
    }

    /// How a network is played by [#play].
    public enum Playing {
        /// No password.
        OPEN("open"),
        /// WEP, with one key.
        WEP("wep"),
        /// The first WPA, with TKIP.
        WPA("wpa"),
        /// WPA2.
        WPA2("wpa2"),
        /// WPA2, and the name is told to those only who ask for it.
        WPA2_HIDDEN("wpa2-hidden"),
        /// WPA2 and WPA3 with one password.
        WPA2_WPA3("mixed"),
        /// As [#WPA2_WPA3], but SAE always fails, as with chips that cannot do it well; WPA2 works.
        WPA2_WPA3_WHERE_SAE_FAILS("grumpy"),
        /// WPA3.
        WPA3("sae"),
        /// No password, and encrypted.
        OWE("owe"),
        /// The personal accounts of [LabNetwork#CORP].
        ENTERPRISE("eap");

        private final String word;

        Playing(String word) {
            this.word = word;
        }

        private String word() {
            return word;
        }
    }

    /// What a web page that is asked for from within any of the lab's networks gets.
    public enum Internet {
        /// The page.
        FULL,
        /// The address of a page to log in at, `http://portal.lab.test/login`.
        PORTAL,
        /// No answer.
        LIMITED
    }

    /// How a radio is blocked.
    public enum Block {
        /// Not at all.
        NONE,
        /// By some program.
        SOFT,
        /// By a switch of the case.
        HARD
    }

    /// Undoes one change.
    private interface Restoration {
        void run() throws IOException, InterruptedException;
    }
}
