package wifisetup.network.nmcli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wifisetup.network.IpSettings;
import wifisetup.network.MacAddressPolicy;
import wifisetup.network.Metered;
import wifisetup.network.NetworkSettings;
import wifisetup.network.Security;
import wifisetup.network.Ssid;

final class ProfilesTest {
    private static final String ONE = "982a80ad-4cd7-4e78-8a11-70985c7e881c";
    private static final String TWO = "a8ef715b-b01e-4666-abee-5be010f7656a";
    private static final String PROPERTIES = """
            connection.timestamp:1795243961
            802-11-wireless.mode:infrastructure
            802-11-wireless.hidden:yes
            802-11-wireless-security.key-mgmt:sae
            802-11-wireless-security.pmf:0
            connection.autoconnect:yes
            connection.autoconnect-priority:5
            connection.metered:yes
            802-11-wireless.cloned-mac-address:stable
            ipv4.method:manual
            ipv4.addresses:10.77.2.200/24
            ipv4.gateway:10.77.2.1
            ipv4.dns:1.1.1.1,9.9.9.9
            ipv6.method:auto
            ipv6.addresses:
            ipv6.gateway:
            ipv6.dns:2606:4700:4700::1111
            """;

    @Test
    void aProfileSaysWhatSomebodyDecided() {
        var profile = read(record(ONE, "Kept", bytes("Home"))).getFirst();

        assertThat(profile.name()).isEqualTo("Kept");
        assertThat(profile.ssid()).isEqualTo(Ssid.of("Home"));
        assertThat(profile.id().security()).isEqualTo(Security.WPA3);
        assertThat(profile.hidden()).isTrue();
        assertThat(profile.lastUsed()).isEqualTo(1795243961);
        assertThat(profile.sections()).containsExactly(Profiles.SECURITY);
        assertThat(profile.settings())
                .isEqualTo(new NetworkSettings(
                        true,
                        5,
                        new IpSettings.Manual(
                                address("10.77.2.200"),
                                24,
                                Optional.of(address("10.77.2.1")),
                                List.of(address("1.1.1.1"), address("9.9.9.9"))),
                        new IpSettings.Automatic(List.of(address("2606:4700:4700::1111"))),
                        Metered.YES,
                        MacAddressPolicy.STABLE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20",
                "0a",
                "0a0a",
                "61 0a 0a 62",
                "3a5c3a5c",
                "fffe6162",
                "1b5b33316d",
                "e280ae",
                "0a 636f6e6e656374696f6e2e757569643a 39",
                "0a 3830322d31312d776972656c6573732e737369643a 78"
            })
    void everyNameSurvivesBesideAnother(String hex) {
        var name = HexFormat.of().parseHex(hex.replace(" ", ""));
        // Other programs name the profile like the network: there too it must do no harm.
        var id = new String(name, StandardCharsets.ISO_8859_1);

        for (var output : List.of(
                record(ONE, id, name) + "\n" + record(TWO, "Other", bytes("Other")),
                record(TWO, "Other", bytes("Other")) + "\n" + record(ONE, id, name))) {
            var order = output.indexOf(ONE) < output.indexOf(TWO) ? List.of(ONE, TWO) : List.of(TWO, ONE);
            assertThat(Profiles.profiles(rows(order), output))
                    .extracting(Profile::uuid, Profile::ssid)
                    .containsExactlyInAnyOrder(tuple(ONE, Ssid.of(name)), tuple(TWO, Ssid.of("Other")));
        }
    }

    @Test
    void whatOnlyLivesInMemoryAndDoesNotConnectByItselfIsNotKept() {
        var output =
                record(ONE, "Home", bytes("Home")).replace("connection.autoconnect:yes", "connection.autoconnect:no");

        assertThat(Profiles.profiles(List.of(row(ONE, "/run/NetworkManager/x")), output))
                .extracting(Profile::kept)
                .containsExactly(false);
        assertThat(Profiles.profiles(List.of(row(ONE, "/etc/NetworkManager/x")), output))
                .extracting(Profile::kept)
                .containsExactly(true);
    }

    @Test
    void aHotspotIsNoNetworkToJoin() {
        var output = record(ONE, "Spot", bytes("Spot")).replace("mode:infrastructure", "mode:ap");

        assertThat(read(output)).isEmpty();
    }

    private static List<Profile> read(String output) {
        return Profiles.profiles(rows(List.of(ONE)), output);
    }

    private static List<List<String>> rows(List<String> uuids) {
        return uuids.stream().map(uuid -> row(uuid, "/etc/NetworkManager/x")).toList();
    }

    private static List<String> row(String uuid, String file) {
        return List.of(uuid, "802-11-wireless", "yes", file);
    }

    private static String record(String uuid, String id, byte[] ssid) {
        return "connection.uuid:" + uuid + "\n" + PROPERTIES + "connection.id:" + id + "\nconnection.uuid:" + uuid
                + "\n802-11-wireless.ssid:" + new String(ssid, StandardCharsets.ISO_8859_1) + "\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static InetAddress address(String text) {
        return InetAddress.ofLiteral(text);
    }
}
