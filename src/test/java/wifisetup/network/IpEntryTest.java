package wifisetup.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IpEntryTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "192.168.1.7, 24, 192.168.1.1, '9.9.9.9, 1.1.1.1', -",
                "' 192.168.1.7 ', 255.255.255.0, '', '', -",
                "10.0.0.1, 31, 10.0.0.0, '', -",
                "10.0.0.1, 32, '', '', -",
                "'', 24, '', '', ADDRESS",
                "192.168.1, 24, '', '', ADDRESS",
                "192.168.1.256, 24, '', '', ADDRESS",
                "192.168.01.7, 24, '', '', ADDRESS",
                "router.example, 24, '', '', ADDRESS",
                "fd00::7, 64, '', '', ADDRESS",
                "192.168.1.0, 24, '', '', NO_DEVICE",
                "192.168.1.255, 24, '', '', NO_DEVICE",
                "127.0.0.1, 8, '', '', NO_DEVICE",
                "224.0.0.9, 24, '', '', NO_DEVICE",
                "0.1.2.3, 8, '', '', NO_DEVICE",
                "240.1.2.3, 8, '', '', NO_DEVICE",
                "192.168.1.7, '', '', '', PREFIX",
                "192.168.1.7, 0, '', '', PREFIX",
                "192.168.1.7, 33, '', '', PREFIX",
                "192.168.1.7, 255.0.255.0, '', '', PREFIX",
                "192.168.1.7, 0.0.0.0, '', '', PREFIX",
                "192.168.1.7, 24, 192.168.1, '', GATEWAY",
                "192.168.1.7, 24, 192.168.2.1, '', GATEWAY_OUTSIDE",
                "192.168.1.7, 24, 192.168.1.7, '', GATEWAY_ITSELF",
                "192.168.1.7, 24, '', 'dns.example', DNS",
                "192.168.1.7, 24, '', '9.9.9.9 2620:fe::fe', DNS"
            })
    void theFirstFlawOfAnIpv4AddressIsNamed(
            String address, String prefix, String gateway, String dns, IpEntry.Flaw flaw) {
        var entry = new IpEntry(IpEntry.Family.IPV4, IpEntry.Mode.MANUAL, address, prefix, gateway, dns);
        assertThat(entry.flaw()).isEqualTo(Optional.ofNullable(flaw));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "fd00::7, 64, fe80::1, 2620:fe::fe, -",
                "fd00::7, 64, fd00::1, '', -",
                "fd00::7, 64, fd00:0:0:1::1, '', GATEWAY_OUTSIDE",
                "fe80::7%eth0, 64, '', '', ADDRESS",
                "::ffff:192.168.1.7, 64, '', '', ADDRESS",
                "::1, 64, '', '', NO_DEVICE",
                "ff02::1, 64, '', '', NO_DEVICE",
                "fd00::7, 129, '', '', PREFIX",
                "fd00::7, 255.255.255.0, '', '', PREFIX",
                "fd00::7, 64, '', 9.9.9.9, DNS"
            })
    void theFirstFlawOfAnIpv6AddressIsNamed(
            String address, String prefix, String gateway, String dns, IpEntry.Flaw flaw) {
        var entry = new IpEntry(IpEntry.Family.IPV6, IpEntry.Mode.MANUAL, address, prefix, gateway, dns);
        assertThat(entry.flaw()).isEqualTo(Optional.ofNullable(flaw));
    }

    @Test
    void whatIsTypedBecomesSettingsAndSettingsWhatWouldBeTyped() throws Exception {
        var typed = new IpEntry(
                IpEntry.Family.IPV4, IpEntry.Mode.MANUAL, "192.168.1.7", "255.255.255.0", "192.168.1.1", "9.9.9.9");
        var settings = new IpSettings.Manual(
                InetAddress.ofLiteral("192.168.1.7"),
                24,
                Optional.of(InetAddress.ofLiteral("192.168.1.1")),
                List.of(InetAddress.ofLiteral("9.9.9.9")));
        assertThat(typed.settings()).isEqualTo(settings);
        assertThat(IpEntry.of(IpEntry.Family.IPV4, settings).settings()).isEqualTo(settings);
    }

    @Test
    void anAutomaticAddressNeedsNothingAndMayHaveNameServers() throws Exception {
        var automatic = IpEntry.of(IpEntry.Family.IPV4, IpSettings.AUTOMATIC);
        assertThat(automatic.settings()).isEqualTo(IpSettings.AUTOMATIC);
        assertThat(automatic.byHand().prefix()).isEqualTo("24");
        var served = new IpEntry(IpEntry.Family.IPV4, IpEntry.Mode.AUTOMATIC, "x", "x", "x", "9.9.9.9");
        assertThat(served.settings()).isEqualTo(new IpSettings.Automatic(List.of(InetAddress.ofLiteral("9.9.9.9"))));
        assertThat(IpEntry.of(IpEntry.Family.IPV6, new IpSettings.Off()).settings())
                .isEqualTo(new IpSettings.Off());
    }

    @Test
    void aFlawedEntryIsNoSettings() {
        var empty = IpEntry.of(IpEntry.Family.IPV4, IpSettings.AUTOMATIC).byHand();
        assertThatIllegalStateException().isThrownBy(empty::settings).withMessageContaining("ADDRESS");
    }
}
