package wifisetup.network.dbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import wifisetup.network.NetworkId;
import wifisetup.network.Security;
import wifisetup.network.Ssid;

class QuietChannelTest {
    @Test
    void inAnEmptyAirItIsTheFirst() {
        assertThat(QuietChannel.among(List.of(), "/")).isEqualTo(1);
    }

    @Test
    void theQuietestOfTheThreeThatDoNotOverlapIsTaken() {
        assertThat(QuietChannel.among(List.of(at("/1", 2412, 80), at("/2", 2427, 30), at("/3", 2452, 20)), "/"))
                .isEqualTo(11);
    }

    @Test
    void onANetworkItIsThatOnesChannel() {
        assertThat(QuietChannel.among(List.of(at("/1", 2412, 10), at("/2", 2442, 90)), "/2"))
                .isEqualTo(7);
    }

    @Test
    void aNetworkOf5GhzOrOfAChannelThatNotEachCountryAllowsDoesNotCount() {
        assertThat(QuietChannel.among(List.of(at("/1", 5180, 90), at("/2", 2412, 10)), "/1"))
                .isEqualTo(6);
        assertThat(QuietChannel.among(List.of(at("/1", 2472, 90)), "/1")).isEqualTo(1);
    }

    private static AccessPoint at(String path, int frequency, int strength) {
        return new AccessPoint(path, new NetworkId(Ssid.of("x" + frequency), Security.WPA2), strength, frequency, 1);
    }
}
