package wifisetup.network.nmcli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import wifisetup.loop.SystemTimer;
import wifisetup.network.RealNetworksContract;
import wifisetup.network.Ssid;
import wifisetup.network.Wifi;
import wifisetup.network.dbus.StopwatchedWifi;
import wifisetup.network.dbus.VirtualLab;

/// All that the laboratory can play, by its nmcli.
final class NmcliRealNetworksLabProof extends RealNetworksContract {
    private static final List<String> NMCLI =
            List.of(Path.of("src/it/wifi-lab/nmcli").toString());
    private static final SystemTimer TIMER = new SystemTimer();

    @AfterAll
    static void stopTheClock() {
        TIMER.close();
    }

    @Override
    protected Wifi open() {
        return new StopwatchedWifi(
                new NmcliWifi(NMCLI, StandardCharsets.UTF_8, Path.of("/sys"), VirtualLab.rules(), TIMER));
    }

    /// A word of a command line is UTF-8 here, and ends at a zero byte.
    @Override
    protected boolean canExpress(Ssid ssid) {
        return ssid.utf8().filter(name -> name.indexOf('\0') < 0).isPresent();
    }

    /// nmcli does not tell what the supplicant can.
    @Override
    protected boolean canTellWhetherWepWorks() {
        return false;
    }

    /// A refused WPA3 password, and an account's, nmcli tells after 25 s and more.
    @Override
    protected Duration limit() {
        return Duration.ofSeconds(90);
    }
}
