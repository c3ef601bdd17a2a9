package wifisetup.network.dbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wifisetup.network.LabNetwork;
import wifisetup.network.Laboratory;
import wifisetup.network.Ssid;
import wifisetup.network.dbus.VirtualLab.Block;
import wifisetup.network.dbus.VirtualLab.Internet;
import wifisetup.network.dbus.VirtualLab.Playing;

/// The laboratory itself: what other tests ask of it happens, as NetworkManager sees it, and is undone at their end.
final class VirtualLabProof {
    private static final Ssid BYTES =
            Ssid.of(HexFormat.of().parseHex("fffe00017f80c3289b1b5b33316d41e280ae42f09f988000ff0a0d0909202020"));

    private final VirtualLab lab = new VirtualLab();

    @BeforeEach
    void removeAllProfiles() throws Exception {
        lab.removeAllProfiles();
    }

    @AfterEach
    void close() throws Exception {
        lab.removeAllProfiles();
        lab.close();
    }

    @ParameterizedTest
    @EnumSource(Playing.class)
    void aNetworkOfEveryKindPlaysOnASpareRadio(Playing playing) throws Exception {
        lab.play(BYTES, playing, playing == Playing.WEP ? "abcde" : "some-pass-1");

        assertThat(VirtualLab.run("ap", "list")).contains("hex:" + BYTES.hex());

        lab.silence(BYTES);
        assertThat(VirtualLab.run("ap", "list")).doesNotContain(BYTES.hex());
    }

    @Test
    void aNameOfAnyBytesIsSeenByTheStation() throws Exception {
        lab.play(BYTES, Playing.WPA2, "some-pass-1");

        assertThat(VirtualLab.run(
                        "for i in 1 2 3 4 5; do nmcli -t -f SSID-HEX device wifi list ifname wlan0 --rescan yes; done"))
                .containsIgnoringCase(BYTES.hex());
    }

    @Test
    void profilesAreToldByTheBytesOfTheirNames() throws Exception {
        VirtualLab.run(
                "nmcli",
                "connection",
                "add",
                "type",
                "wifi",
                "con-name",
                "x",
                "autoconnect",
                "no",
                "ssid",
                " a:\\b\t ");

        assertThat(lab.profiles()).containsExactly(new Laboratory.Profile(Ssid.of(" a:\\b\t "), false));
    }

    @ParameterizedTest
    @EnumSource(Internet.class)
    void theInternetIsAsFarAwayAsItIsAskedToBe(Internet internet) throws Exception {
        joinCafe();

        lab.internet(internet);

        assertThat(VirtualLab.run("nmcli", "networking", "connectivity", "check"))
                .isEqualToIgnoringCase(internet.name());
    }

    @Test
    void theProfilesAreThereWhenNetworkManagerComesBackFromTheDead() throws Exception {
        joinCafe();

        lab.killNetworkManager();
        assertThat(VirtualLab.run("pidof NetworkManager || true")).isEmpty();
        lab.startNetworkManager();

        assertThat(lab.profiles()).extracting(Laboratory.Profile::ssid).containsExactly(LabNetwork.CAFE.ssid());
    }

    @Test
    void adaptersComeAndGo() throws Exception {
        lab.secondAdapter(true);
        lab.adapter(false);

        assertThat(devicesUntil("wlan1:disconnected")).doesNotContain("wlan0:");

        lab.secondAdapter(false);
        lab.adapter(true);

        assertThat(devicesUntil("wlan0:disconnected")).doesNotContain("wlan1:");
    }

    @Test
    void theWireConnectsByItselfWhenItIsPluggedIn() throws Exception {
        assertThat(devicesUntil("eth1:unavailable")).contains("eth1:unavailable");

        lab.wire(true);

        assertThat(devicesUntil("eth1:connected")).contains("eth1:connected");
    }

    @Test
    void aBlockedRadioIsUnavailable() throws Exception {
        lab.block(Block.HARD);
        assertThat(devicesUntil("wlan0:unavailable")).contains("wlan0:unavailable");
        assertThat(VirtualLab.run("nmcli", "-t", "-f", "WIFI-HW", "radio")).isEqualTo("disabled");

        lab.block(Block.SOFT);
        assertThat(VirtualLab.run("udevadm settle; nmcli -t -f WIFI-HW,WIFI radio"))
                .isEqualTo("enabled:disabled");

        lab.block(Block.NONE);
        assertThat(devicesUntil("wlan0:disconnected")).contains("wlan0:disconnected");
    }

    private static void joinCafe() throws Exception {
        VirtualLab.run("nmcli device wifi list --rescan yes >/dev/null; nmcli -w 30 device wifi connect CafeOpen");
    }

    /// NetworkManager's devices as soon as `line` is among them, or after 20 s.
    private static String devicesUntil(String line) throws Exception {
        return VirtualLab.run("for i in $(seq 100); do d=$(nmcli -t -f DEVICE,STATE device); case $d in *" + line
                + "*) break ;; esac; sleep 0.2; done; echo \"$d\"");
    }
}
