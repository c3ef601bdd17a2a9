package wifisetup.network.dbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import wifisetup.loop.Cancellation;
import wifisetup.loop.SystemTimer;
import wifisetup.network.Credentials;
import wifisetup.network.Eap;
import wifisetup.network.Failure;
import wifisetup.network.JoinRequest;
import wifisetup.network.JoinStage;
import wifisetup.network.Joined;
import wifisetup.network.LabNetwork;
import wifisetup.network.NetworkId;
import wifisetup.network.RealNetworksContract;
import wifisetup.network.Security;
import wifisetup.network.ServerTrust;
import wifisetup.network.Ssid;
import wifisetup.network.Stages;
import wifisetup.network.Wifi;
import wifisetup.secret.Secret;

/// All that the laboratory can play, by NetworkManager's D-Bus interface.
final class RealNetworksLabProof extends RealNetworksContract {
    private static final SystemTimer TIMER = new SystemTimer();
    private static final Secret CORP_PASSWORD = new Secret("corp-pass-1");

    @AfterAll
    static void stopTheClock() {
        TIMER.close();
    }

    @Override
    protected Wifi open() {
        return new StopwatchedWifi(new NetworkManagerWifi(VirtualLab.bus(), VirtualLab.rules(), TIMER));
    }

    @Override
    protected boolean canExpress(Ssid ssid) {
        return true;
    }

    @Test
    void aNetworkThatFailsByWpa3AloneIsJoinedByWpa2AndThatIsRemembered() throws Exception {
        var id = new NetworkId(Ssid.of("Grumpy"), Security.WPA2_WPA3);
        lab().play(id.ssid(), VirtualLab.Playing.WPA2_WPA3_WHERE_SAE_FAILS, "grumpy-pass-1");
        try (var wifi = open()) {
            var _ = wifi.scan(List.of());
            var first = new Stages();
            var second = new Stages();

            var password = new Credentials.Passphrase(new Secret("grumpy-pass-1"));
            assertThat(wifi.join(new JoinRequest(id, password, false), new Cancellation(), first))
                    .isInstanceOf(Joined.class);
            assertThat(first.told()).contains(JoinStage.TRYING_OLDER_SECURITY);

            assertThat(wifi.join(new JoinRequest(id, new Credentials.Saved(), false), new Cancellation(), second))
                    .isInstanceOf(Joined.class);
            assertThat(second.told()).doesNotContain(JoinStage.TRYING_OLDER_SECURITY);
        }
    }

    @Test
    void aServerThatCannotShowWhoItIsIsNotGivenThePassword() throws Exception {
        try (var wifi = open()) {
            var _ = wifi.scan(List.of());
            for (ServerTrust trust : List.of(
                    new ServerTrust.Authority("/etc/lab/eap/other-ca.pem", ""),
                    new ServerTrust.Authority("/etc/lab/eap/ca.pem", "other.test"))) {
                var account = new Credentials.Account("alice", "", new Eap.Peap(CORP_PASSWORD), trust);

                assertThat(wifi.join(LabNetwork.CORP.request(account), new Cancellation(), new Stages()))
                        .isInstanceOf(Failure.ServerNotTrusted.class);
            }
        }
    }

    @Test
    void aKeyThatIsNotThereIsSaid() throws Exception {
        try (var wifi = open()) {
            var _ = wifi.scan(List.of());
            var account = new Credentials.Account(
                    "device",
                    "",
                    new Eap.Tls("/etc/lab/eap/client.pem", "/etc/lab/eap/nothing.key", Secret.EMPTY),
                    LabNetwork.AUTHORITY);

            assertThat(wifi.join(LabNetwork.CORP.request(account), new Cancellation(), new Stages()))
                    .isInstanceOf(Failure.CertificateUnusable.class);
        }
    }
}
