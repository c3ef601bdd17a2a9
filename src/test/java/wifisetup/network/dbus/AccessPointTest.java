package wifisetup.network.dbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wifisetup.dbus.PropertyMap;
import wifisetup.network.Band;
import wifisetup.network.NetworkId;
import wifisetup.network.Security;
import wifisetup.network.Ssid;

final class AccessPointTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, OPEN",
        "1, 0, WEP",
        "1, 0x100, WPA2",
        "1, 0x188, WPA2",
        "1, 0x400, WPA3",
        "1, 0x500, WPA2_WPA3",
        "1, 0x200, ENTERPRISE",
        "1, 0x2000, ENTERPRISE_192",
        "1, 0x300, WPA2",
        "1, 0x800, OWE",
        "0, 0x1000, OWE"
    })
    void flagsTellHowAnAccessPointAdmits(String flags, String keyManagement, Security security) {
        assertThat(AccessPoint.security(Long.decode(flags), Long.decode(keyManagement)))
                .isEqualTo(security);
    }

    @Test
    void anAccessPointWithoutANameOrOfOurOwnHotspotIsNoneToJoin() {
        assertThat(AccessPoint.of("/ap", properties(new byte[0], 2))).isEmpty();
        assertThat(AccessPoint.of("/ap", properties(new byte[33], 2))).isEmpty();
        assertThat(AccessPoint.of("/ap", properties(new byte[] {'x'}, 3))).isEmpty();
        assertThat(AccessPoint.of("/ap", properties(new byte[] {'x'}, 2))).isPresent();
    }

    @Test
    void aNameThatIsNotTextStaysWhatItIs() {
        var bytes = new byte[] {(byte) 0xff, 0, ':'};

        assertThat(AccessPoint.of("/ap", properties(bytes, 2)))
                .hasValueSatisfying(found -> assertThat(found.id().ssid()).isEqualTo(Ssid.of(bytes)));
    }

    @Test
    void accessPointsOfOneNameAndSecurityAreOneRowOfTheStrongest() {
        var mesh = new NetworkId(Ssid.of("Mesh"), Security.WPA2);
        var guest = new NetworkId(Ssid.of("Mesh"), Security.OPEN);

        var rows = Scanner.rows(
                List.of(
                        new AccessPoint("/1", mesh, 40, 2412, 100),
                        new AccessPoint("/2", mesh, 60, 5180, 100),
                        new AccessPoint("/3", guest, 50, 2412, 100)),
                List.of(),
                Map.of(),
                "/1");

        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().id()).isEqualTo(mesh);
        assertThat(rows.getFirst().band()).isEqualTo(Band.GHZ_5);
        assertThat(rows.getFirst().connected()).isTrue();
        assertThat(rows.getLast().connected()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"100, true", "92, true", "91, false"})
    void anAccessPointThatScansMissWhileTheyFindOthersIsGone(long lastSeen, boolean inTheAir) {
        var home = new NetworkId(Ssid.of("Home"), Security.WPA2);
        var other = new NetworkId(Ssid.of("Other"), Security.WPA2);

        var all = List.of(new AccessPoint("/1", home, 40, 2412, lastSeen), new AccessPoint("/2", other, 40, 2412, 100));

        assertThat(AccessPoint.isInTheAir(home.ssid(), all)).isEqualTo(inTheAir);
        assertThat(AccessPoint.isInTheAir(Ssid.of("Nobody"), all)).isFalse();
    }

    private static PropertyMap properties(byte[] ssid, int mode) {
        return new PropertyMap(Map.of(
                "Ssid", new Variant<>(ssid, "ay"),
                "Mode", new Variant<>(new UInt32(mode)),
                "Strength", new Variant<>((byte) 70),
                "Frequency", new Variant<>(new UInt32(2412))));
    }
}
