package wifisetup.network.dbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import wifisetup.loop.SystemTimer;
import wifisetup.network.Checkpoint;
import wifisetup.network.Credentials;
import wifisetup.network.LabNetwork;
import wifisetup.network.Laboratory;
import wifisetup.network.NetworkTrialsContract;
import wifisetup.network.Wifi;

/// What matters most about trials, against a real NetworkManager: whatever goes wrong, the device is back on its
/// former network within the minute. The rest is [NetworkTrialsLabProof]'s.
final class NetworkTrialsLabIT extends NetworkTrialsContract {
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
        return new NetworkManagerWifi(VirtualLab.bus(), VirtualLab.rules(), TIMER);
    }

    @Override
    protected Duration limit() {
        return Duration.ofSeconds(25);
    }

    @Test
    void anAddressOnTrialIsTakenBackWhenNetworkManagerIsKilled() throws Exception {
        begin(LabNetwork.HOME);
        var before = settings();
        onTrial(LabNetwork.HOME.request(new Credentials.Saved()).with(byHand("10.77.1.77")));
        awaitAddress("10.77.1.77", true);

        lab.killNetworkManager();
        lab.startNetworkManager();

        assertThat(end()).isEqualTo(Checkpoint.End.RETURNED);
        awaitAddress("10.77.1.77", false);
        assertThat(settings()).isEqualTo(before);
    }
}
