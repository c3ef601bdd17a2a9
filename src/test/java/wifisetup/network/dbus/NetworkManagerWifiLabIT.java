package wifisetup.network.dbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalLong;
import org.freedesktop.dbus.connections.BusAddress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import wifisetup.loop.Cancellation;
import wifisetup.loop.SystemTimer;
import wifisetup.network.Failure;
import wifisetup.network.LabNetwork;
import wifisetup.network.Laboratory;
import wifisetup.network.Limits;
import wifisetup.network.Stages;
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
        return new StopwatchedWifi(new NetworkManagerWifi(VirtualLab.bus(), VirtualLab.rules(), TIMER));
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

    /// The kiosk's own user without the polkit rule that it is installed with.
    @Test
    void aUserWithoutRightsIsToldWhichOneIsMissing() throws Exception {
        try (var wifi = new NetworkManagerWifi(
                BusAddress.of(VirtualLab.busOfUser()), OptionalLong.of(1000), VirtualLab.rules(), TIMER)) {
            assertThat(wifi.join(LabNetwork.CAFE.request(), new Cancellation(), new Stages()))
                    .isEqualTo(new Failure.Denied("org.freedesktop.NetworkManager.network-control"));
        }
    }
}
