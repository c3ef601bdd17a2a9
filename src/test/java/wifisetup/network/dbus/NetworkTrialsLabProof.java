package wifisetup.network.dbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalLong;
import org.freedesktop.dbus.connections.BusAddress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import wifisetup.loop.Cancellation;
import wifisetup.loop.SystemTimer;
import wifisetup.network.Checkpoint;
import wifisetup.network.Failure;
import wifisetup.network.LabNetwork;
import wifisetup.network.Laboratory;
import wifisetup.network.NetworkTrialsFullContract;
import wifisetup.network.Stages;
import wifisetup.network.TrialOutcome;
import wifisetup.network.Wifi;

/// The whole contract of trials, and more, against a real NetworkManager.
final class NetworkTrialsLabProof extends NetworkTrialsFullContract {
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
        return Duration.ofSeconds(40);
    }

    @Test
    void aNetworkManagerThatIsKilledInTheMiddleComesBackOnTheFormerNetwork() throws Exception {
        begin(LabNetwork.HOME);
        onTrial(LabNetwork.CAFE.request());

        lab.killNetworkManager();
        lab.startNetworkManager();

        assertThat(end()).isEqualTo(Checkpoint.End.RETURNED);
        awaitNetwork(LabNetwork.HOME);
        assertSavedAlone(LabNetwork.HOME);
    }

    @Test
    void whoMayNotGoBackIsToldWhichRightIsMissing() throws Exception {
        try (var wifi = new NetworkManagerWifi(
                BusAddress.of(VirtualLab.busOfUser()), OptionalLong.of(1000), VirtualLab.rules(), TIMER)) {
            assertThat(wifi.joinOnTrial(LabNetwork.CAFE.request(), limit(), new Cancellation(), new Stages(), _ -> {}))
                    .isEqualTo(new TrialOutcome.Failed(
                            new Failure.Denied("org.freedesktop.NetworkManager.checkpoint-rollback")));
        }
    }
}
