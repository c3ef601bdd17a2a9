package wifisetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import wifisetup.network.dbus.VirtualLab;

/// How long the hotspot takes to be back after a wrong password, next to what `nmcli` needs for the same on the same
/// machine at the same time: from NetworkManager's failure signal to its access point, by its own log. No test, but a
/// benchmark that prints a line. It runs apart from the tests:
///
///     mvn verify -Pwifi-lab -DskipUnitTests -Dlab.tests='**/HotspotLabFigures.java'
class HotspotLabFigures extends HotspotLab {
    private static final List<Long> OURS = new ArrayList<>();
    private static final List<Long> NMCLI = new ArrayList<>();

    @RepeatedTest(5)
    void figures() throws Exception {
        joinHotspot();
        var _ = phone.get(PAGE);
        var _ = choose(form("HomeNet"), "HomeNet", "wrong-wrong-1");
        program.heard(STATE + "\"ssid\":\"Kiosk: \\\"5\\\"\",\"state\":\"connecting\"");
        assertThat(program.heard("\"failed\":{\"connection_name\":\"HomeNet\"")).contains("wrong_password");
        OURS.add(failureToActivated());
        stop();
        NMCLI.add(nmcli());
    }

    @AfterAll
    static void print() {
        System.out.println("failure to ACTIVATED: " + line(OURS) + ", by nmcli: " + line(NMCLI));
    }

    /// What `nmcli` needs for the same: from a wrong password that it tells to the access point.
    private static long nmcli() throws IOException, InterruptedException {
        VirtualLab.run("nmcli connection add save no type wifi con-name again ifname wlan0 autoconnect no ssid again"
                + " mode ap 802-11-wireless.band bg 802-11-wireless.channel 6 wifi-sec.key-mgmt wpa-psk"
                + " wifi-sec.psk abcdefgh wifi-sec.proto rsn wifi-sec.pairwise ccmp wifi-sec.group ccmp"
                + " wifi-sec.pmf 1 ipv4.method shared ipv4.addresses 192.168.43.1/24 ipv6.method disabled");
        VirtualLab.run("nmcli device wifi rescan || true; sleep 4;"
                + " nmcli device wifi connect HomeNet password wrong-wrong-1 || nmcli connection delete HomeNet;"
                + " nmcli connection up again");
        return failureToActivated();
    }

    private static String line(List<Long> figures) {
        var sorted = new ArrayList<>(figures);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2) + " ms (" + sorted.getFirst() + " to " + sorted.getLast() + ")";
    }
}
