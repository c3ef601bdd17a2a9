package wifisetup.network.nmcli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wifisetup.network.Band;
import wifisetup.network.Network;
import wifisetup.network.NetworkId;
import wifisetup.network.NetworkSettings;
import wifisetup.network.ProfileId;
import wifisetup.network.Security;
import wifisetup.network.Ssid;

final class AccessPointTest {
    /// Recorded, of nmcli 1.42.
    private static final String PRINTED = """
            486F6D654E6574:02\\:00\\:00\\:00\\:01\\:00:Infra:2412 MHz:97:yes:WPA2:(none):pair_ccmp group_ccmp psk
            :02\\:00\\:00\\:00\\:04\\:00:Infra:2462 MHz:67:no:WPA2:(none):pair_ccmp group_ccmp psk
            4D6573684E6574:02\\:00\\:00\\:00\\:07\\:00:Infra:5200 MHz:62:no:WPA2:(none):pair_ccmp group_ccmp psk
            436166C3A93A20354720E29895:02\\:00\\:00\\:00\\:05\\:00:Infra:5220 MHz:47:no:WPA2:(none):pair_ccmp group_ccmp psk
            4D6573684E6574:02\\:00\\:00\\:00\\:06\\:00:Infra:2462 MHz:40:no:WPA2:(none):pair_ccmp group_ccmp psk
            4E6F626F6479::Infra:0 MHz:0:no::(none):(none)
            486F7473706F74:02\\:00\\:00\\:00\\:0B\\:00:AP:2412 MHz:90:no:WPA2:(none):pair_ccmp group_ccmp psk
            """;

    @Test
    void thereIsARowForEachNameTheStrongestFirst() {
        var rows = Scanner.rows(read(PRINTED), List.of(kept("MeshNet")));

        assertThat(rows)
                .containsExactly(
                        row("HomeNet", 97, Band.GHZ_2_4, false, true),
                        row("MeshNet", 62, Band.GHZ_5, true, false),
                        row("Café: 5G ☕", 47, Band.GHZ_5, false, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ff00fe", "3a5c3a5c", "0a0a0a", "20202020", "e280ae", "1b5b33316d"})
    void aNameIsItsBytes(String hex) {
        var found = read(hex.toUpperCase(Locale.ROOT) + ":02\\:00\\:00\\:00\\:01\\:00:Infra:2412 MHz:97:no:::\n");

        assertThat(found)
                .extracting(accessPoint -> accessPoint.id().ssid())
                .containsExactly(Ssid.of(HexFormat.of().parseHex(hex)));
    }

    @ParameterizedTest
    @CsvSource({
        "'', (none), OPEN",
        "WEP, (none), WEP",
        "WPA1 WPA2, pair_tkip pair_ccmp psk, WPA2",
        "WPA2, psk, WPA2",
        "WPA2 WPA3, psk sae, WPA2_WPA3",
        "WPA3, sae, WPA3",
        "OWE, owe, OWE",
        "OWE-TM, owe_transition_mode, OWE",
        "WPA2 802.1X, 802.1X, ENTERPRISE",
        "WPA3 802.1X, wpa-eap-suite-b-192, ENTERPRISE_192"
    })
    void theFlagsTellTheKindOfSecurity(String summary, String flags, Security security) {
        assertThat(AccessPoint.security(summary, "(none) pair_ccmp " + flags)).isEqualTo(security);
    }

    private static Profile kept(String name) {
        return new Profile(
                new ProfileId("982a80ad-4cd7-4e78-8a11-70985c7e881c"),
                new NetworkId(Ssid.of(name), Security.WPA2),
                name,
                false,
                NetworkSettings.DEFAULT,
                true,
                false,
                List.of(),
                0);
    }

    private static List<AccessPoint> read(String printed) {
        return Terse.rows(printed, AccessPoint.FIELD_COUNT).stream()
                .flatMap(row -> AccessPoint.of(row).stream())
                .toList();
    }

    private static Network row(String name, int strength, Band band, boolean saved, boolean connected) {
        return new Network(
                new NetworkId(Ssid.of(name), Security.WPA2), strength, band, saved, connected, Optional.empty());
    }
}
