package wifisetup.network.dbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import wifisetup.loop.Cancellation;
import wifisetup.loop.SystemTimer;
import wifisetup.network.Credentials;
import wifisetup.network.Failure;
import wifisetup.network.JoinOutcome;
import wifisetup.network.Joined;
import wifisetup.network.LabNetwork;
import wifisetup.network.Stages;
import wifisetup.network.Wifi;
import wifisetup.secret.Secret;

/// How long things take, next to what `nmcli` needs for the same on the same machine at the same time; no test, but a
/// benchmark that prints a table. It runs apart from the tests:
///
///     mvn verify -Pwifi-lab -DskipUnitTests -Dlab.tests='**/*LabFigures.java'
///
/// `nmcli` is measured inside the machine, so that the way there does not count.
class JoinLabFigures {
    private static final int ROUNDS = 3;
    private static final String WRONG = "not-the-password";

    private final VirtualLab lab = new VirtualLab();

    @AutoClose
    private final SystemTimer timer = new SystemTimer();

    @AutoClose
    private final Wifi wifi = new NetworkManagerWifi(VirtualLab.bus(), VirtualLab.rules(), timer);

    @Test
    void figures() throws Exception {
        lab.removeAllProfiles();
        var lines = new ArrayList<String>();
        lines.add(line("scan to list", this::scan, () -> nmcli("nmcli device wifi list --rescan yes >/dev/null")));
        for (LabNetwork network : List.of(LabNetwork.HOME, LabNetwork.FORTRESS, LabNetwork.CAFE)) {
            lines.add(line(
                    network.ssid() + ", join",
                    () -> join(network, network.request().credentials(), Joined.class),
                    () -> connect(network, password(network))));
        }
        for (LabNetwork network : List.of(LabNetwork.HOME, LabNetwork.FORTRESS)) {
            lines.add(line(
                    network.ssid() + ", wrong password named",
                    () -> join(network, new Credentials.Passphrase(new Secret(WRONG)), Failure.WrongPassword.class),
                    () -> connect(network, WRONG)));
        }
        lines.forEach(System.out::println);
    }

    private interface Measured {
        /// What it took, in ms.
        long run() throws Exception;
    }

    private static String line(String what, Measured ours, Measured theirs) throws Exception {
        var here = new ArrayList<Long>();
        var there = new ArrayList<Long>();
        for (int round = 0; round < ROUNDS; round++) {
            here.add(ours.run());
            there.add(theirs.run());
        }
        return "measured: %-32s this program %s   nmcli %s".formatted(what, spread(here), spread(there));
    }

    private static String spread(List<Long> millis) {
        Collections.sort(millis);
        return String.format(
                Locale.ROOT,
                "%.2f s (%.2f to %.2f)",
                millis.get(millis.size() / 2) / 1e3,
                millis.getFirst() / 1e3,
                millis.getLast() / 1e3);
    }

    private long scan() throws Exception {
        long since = System.nanoTime();
        assertThat(wifi.scan(List.of())).isNotEmpty();
        return (System.nanoTime() - since) / 1_000_000;
    }

    private long join(LabNetwork network, Credentials credentials, Class<? extends JoinOutcome> outcome)
            throws Exception {
        long since = System.nanoTime();
        assertThat(wifi.join(network.request(credentials), new Cancellation(), new Stages()))
                .isInstanceOf(outcome);
        long took = (System.nanoTime() - since) / 1_000_000;
        lab.removeAllProfiles();
        return took;
    }

    private long connect(LabNetwork network, String password) throws Exception {
        long took = nmcli("nmcli device wifi connect '" + network.ssid() + "'"
                + (password.isEmpty() ? "" : " password " + password) + " >/dev/null 2>&1");
        lab.removeAllProfiles();
        return took;
    }

    private static String password(LabNetwork network) {
        return network.request().credentials() instanceof Credentials.Passphrase(var text) ? text.reveal() : "";
    }

    private static long nmcli(String command) throws IOException, InterruptedException {
        return Long.parseLong(
                VirtualLab.run("t=$(date +%s%N); " + command + "; echo $((($(date +%s%N) - t) / 1000000))"));
    }
}
