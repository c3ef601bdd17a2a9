package wifisetup.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wifisetup.loop.ManualTimer;
import wifisetup.network.Band;
import wifisetup.network.Credentials;
import wifisetup.network.ForwardingWifi;
import wifisetup.network.IpSettings;
import wifisetup.network.JoinRequest;
import wifisetup.network.Network;
import wifisetup.network.NetworkId;
import wifisetup.network.NetworkSettings;
import wifisetup.network.ProfileId;
import wifisetup.network.SavedNetwork;
import wifisetup.network.Security;
import wifisetup.network.Ssid;
import wifisetup.network.simulated.Air;
import wifisetup.network.simulated.Pace;
import wifisetup.network.simulated.Radio;
import wifisetup.network.simulated.SimulatedWifi;

class ChangeRequestTest {
    private static final Ssid HOME = Ssid.of("Home");
    private static final IpSettings FIXED = new IpSettings.Manual(
            InetAddress.ofLiteral("192.0.2.20"), 24, Optional.of(InetAddress.ofLiteral("192.0.2.1")), List.of());
    private static final NetworkSettings CHOSEN =
            NetworkSettings.DEFAULT.withPriority(7).withAutoconnect(false);

    /// The request for that address, where the device is on an access point in transition mode.
    private static JoinRequest readdressed(SavedNetwork... saved) throws Exception {
        var present =
                new Network(new NetworkId(HOME, Security.WPA2_WPA3), 70, Band.GHZ_5, true, true, Optional.empty());
        try (var air = new SimulatedWifi(new Radio(Air.demo(), new ManualTimer(), Pace.all(Duration.ofMillis(1))))) {
            var wifi = new ForwardingWifi(air) {
                @Override
                public List<Network> networks() {
                    return List.of(present);
                }

                @Override
                public List<SavedNetwork> saved() {
                    return Arrays.asList(saved);
                }
            };
            return new ChangeRequest(wifi).of(new NetworkChange.Address(FIXED));
        }
    }

    private static SavedNetwork saved(Security security, NetworkSettings settings) {
        return new SavedNetwork(
                new ProfileId(security.name()),
                new NetworkId(HOME, security),
                "Home",
                false,
                settings,
                Optional.empty());
    }

    @Test
    void aNewAddressLeavesTheRestOfTheProfileAsItIsInTransitionModeToo() throws Exception {
        var request = readdressed(saved(Security.WPA2, CHOSEN));
        assertThat(request.credentials()).isEqualTo(new Credentials.Saved());
        assertThat(request.settings()).hasValue(CHOSEN.withIpv4(FIXED));
    }

    @Test
    void ofTwoProfilesTheOneOfJustThatKindCounts() throws Exception {
        var exact = saved(Security.WPA2_WPA3, CHOSEN);
        var alike = saved(Security.WPA2, NetworkSettings.DEFAULT);
        assertThat(readdressed(exact, alike).settings()).hasValue(CHOSEN.withIpv4(FIXED));
        assertThat(readdressed(alike, exact).settings()).hasValue(CHOSEN.withIpv4(FIXED));
    }

    @Test
    void anOpenNetworkOfThatNameIsAnotherOne() throws Exception {
        assertThat(readdressed(saved(Security.OPEN, CHOSEN)).settings())
                .hasValue(NetworkSettings.DEFAULT.withIpv4(FIXED));
    }
}
