package wifisetup.network.dbus;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import wifisetup.loop.SystemTimer;
import wifisetup.network.Laboratory;
import wifisetup.network.Limits;
import wifisetup.network.Wifi;
import wifisetup.network.WifiContract;

/// The contract against a real NetworkManager, wpa_supplicant and hostapd, on simulated radios.
final class NetworkManagerWifiLabIT extends WifiContract {
    private static final SystemTimer TIMER = new SystemTimer();

    private final VirtualLab lab = new VirtualLab();

    @AfterAll
    static void stopTheClock() {
        TIMER.close();
    }

    @Override
    protected Laboratory laboratory() {
        return lab;
    }

    @Override
    protected Wifi open() {
        return new NetworkManagerWifi(VirtualLab.bus("bus"), TIMER);
    }

    /// An emulated machine on a busy host: what takes 1 s there may take several.
    @Override
    protected Limits limits() {
        return new Limits(
                Duration.ofSeconds(20),
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                Duration.ofSeconds(50),
                Duration.ofSeconds(50),
                Duration.ofSeconds(10),
                Duration.ofSeconds(40));
    }
}
