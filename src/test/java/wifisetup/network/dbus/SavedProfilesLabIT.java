package wifisetup.network.dbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import wifisetup.loop.Cancellation;
import wifisetup.loop.SystemTimer;
import wifisetup.network.Credentials;
import wifisetup.network.JoinRequest;
import wifisetup.network.Joined;
import wifisetup.network.LabNetwork;
import wifisetup.network.Stages;

/// Profiles of the real NetworkManager, deleted and put back.
final class SavedProfilesLabIT {
    private static final SystemTimer TIMER = new SystemTimer();
    private static final List<LabNetwork> NETWORKS = List.of(LabNetwork.HOME, LabNetwork.HIDDEN, LabNetwork.CORP);

    @AfterAll
    static void stopTheClock() {
        TIMER.close();
    }

    @Test
    void profilesThatWereDeletedComeBackAsTheyWereAndJoinAgain() throws Exception {
        var lab = new VirtualLab();
        try (var wifi = new NetworkManagerWifi(VirtualLab.bus(), VirtualLab.rules(), TIMER)) {
            lab.removeAllProfiles();
            var _ = wifi.scan(List.of(LabNetwork.HIDDEN.ssid()));
            for (LabNetwork network : NETWORKS) {
                assertThat(wifi.join(network.request(), new Cancellation(), new Stages()))
                        .as(network.name())
                        .isInstanceOf(Joined.class);
            }
            var before = wifi.saved();
            var files = files();
            assertThat(files).contains("psk=correct-horse", "psk=hidden-pass-1", "hidden=true", "password=corp-pass-1");

            var copy = wifi.profileCopies().take();
            lab.removeAllProfiles();
            assertThat(wifi.saved()).isEmpty();
            assertThat(copy.restore()).isEqualTo(NETWORKS.size());

            assertThat(wifi.saved())
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("lastUsed")
                    .containsExactlyInAnyOrderElementsOf(before);
            assertThat(files()).isEqualTo(files);
            assertThat(copy.restore()).isZero();
            for (LabNetwork network : NETWORKS) {
                var again = new JoinRequest(network.id(), new Credentials.Saved(), network.isHidden());
                assertThat(wifi.join(again, new Cancellation(), new Stages()))
                        .as(network.name())
                        .isInstanceOf(Joined.class);
            }
            lab.removeAllProfiles();
        }
    }

    /// What stands on the disk, in one order, but for what changes by itself.
    private static String files() throws Exception {
        return VirtualLab.run(
                "cat /etc/NetworkManager/system-connections/*.nmconnection | grep -v -e '^timestamp' -e '^$' | sort");
    }
}
