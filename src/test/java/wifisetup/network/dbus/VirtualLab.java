package wifisetup.network.dbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import wifisetup.network.Laboratory;
import wifisetup.network.Ssid;

/// The virtual machine of `src/it/wifi-lab`, which the profile `wifi-lab` has booted.
public final class VirtualLab implements Laboratory {
    private static final Path SCRIPTS = Path.of("src/it/wifi-lab");
    private static final long LIMIT_SECONDS = 60;

    private final Set<String> off = new HashSet<>();
    private boolean dhcp = true;

    /// Where its bus listens for root.
    public static String bus() {
        return address("WIFI_LAB_BUS", "bus");
    }

    /// Where its bus listens for the user 1000, who has no right at all.
    static String busOfUser() {
        return address("WIFI_LAB_BUS_USER", "bus-user");
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

    @Override
    public void removeAllProfiles() throws IOException, InterruptedException {
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
            // One that is being deleted may be in the list still, and gone by now: then it has no name to tell.
            String name =
                    run("nmcli -e no -g 802-11-wireless.ssid connection show " + profile[0] + " 2>/dev/null || true");
            if (name.isEmpty()) {
                continue;
            }
            profiles.add(new Profile(Ssid.of(name), profile[2].equals("yes")));
        }
        return profiles;
    }

    @Override
    public void close() {
        // The machine runs on for the next test.
    }

    /// Runs a command in the machine, as root, and gives what it printed.
    public static String run(String... command) throws IOException, InterruptedException {
        var line = new ArrayList<>(List.of(SCRIPTS.resolve("vm").toString()));
        line.addAll(Arrays.asList(command));
        var process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroy();
            throw new IOException("in the lab, " + String.join(" ", command) + ": " + printed);
        }
        return printed.strip();
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
        return run("nmcli", "-t", "-f", "UUID,TYPE,ACTIVE", "connection", "show")
                .lines()
                .map(line -> line.split(":", -1))
                .filter(fields -> fields.length == 3 && fields[1].equals("802-11-wireless"))
                .toList();
    }
}
