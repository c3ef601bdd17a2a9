package wifisetup.network.nmcli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wifisetup.network.Credentials;
import wifisetup.network.Eap;
import wifisetup.network.IpSettings;
import wifisetup.network.JoinRequest;
import wifisetup.network.MacAddressPolicy;
import wifisetup.network.Metered;
import wifisetup.network.NetworkId;
import wifisetup.network.NetworkSettings;
import wifisetup.network.Security;
import wifisetup.network.ServerTrust;
import wifisetup.network.Ssid;
import wifisetup.secret.Secret;

final class DraftTest {
    private static final Secret PASSWORD = new Secret("hunter22");
    private static final ServerTrust TRUST = new ServerTrust.Authority("/etc/ca.pem", "radius.example");

    static Stream<Credentials> secrets() {
        return Stream.of(
                new Credentials.Passphrase(PASSWORD),
                new Credentials.Account("alice", "", new Eap.Peap(PASSWORD), TRUST),
                new Credentials.Account("alice", "anon", new Eap.Ttls(PASSWORD, Eap.Inner.PAP), TRUST),
                new Credentials.Account("alice", "", new Eap.Tls("/etc/c.pem", "/etc/k.pem", PASSWORD), TRUST));
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void noArgumentHoldsASecretAndThePasswordFileDoes(Credentials credentials) {
        for (Security security : Security.values()) {
            if (security == Security.ENTERPRISE_192) {
                continue;
            }
            var request = new JoinRequest(new NetworkId(Ssid.of("x"), security), credentials, false);
            assertThat(String.join(" ", Draft.properties(request, false))).doesNotContain("hunter22");
            assertThat(Draft.secrets(request).secrets()).containsValue(PASSWORD);
        }
    }

    @Test
    void eachKindOfSecurityHasItsKeyManagement() {
        assertThat(words(Security.OPEN, false)).doesNotContain("802-11-wireless-security.key-mgmt");
        assertThat(words(Security.OWE, false)).containsSequence("802-11-wireless-security.key-mgmt", "owe");
        assertThat(words(Security.WPA2, false)).containsSequence("802-11-wireless-security.key-mgmt", "wpa-psk");
        assertThat(words(Security.WPA3, false)).containsSequence("802-11-wireless-security.key-mgmt", "sae");
        assertThat(words(Security.WPA2_WPA3, false)).doesNotContain("802-11-wireless-security.pmf");
        assertThat(words(Security.WPA2_WPA3, true)).containsSequence("802-11-wireless-security.pmf", "1");
        assertThat(words(Security.ENTERPRISE, false)).containsSequence("802-11-wireless-security.key-mgmt", "wpa-eap");
    }

    @Test
    void anAccountIsSaidWithTheServerThatItTrusts() {
        var account = new Credentials.Account("alice", "anon", new Eap.Ttls(PASSWORD, Eap.Inner.MSCHAPV2), TRUST);

        assertThat(Draft.properties(
                        new JoinRequest(new NetworkId(Ssid.of("x"), Security.ENTERPRISE), account, false), false))
                .containsSequence("802-1x.eap", "ttls", "802-1x.identity", "alice")
                .containsSequence("802-1x.anonymous-identity", "anon", "802-1x.phase2-auth", "mschapv2")
                .containsSequence("802-1x.ca-cert", "/etc/ca.pem", "802-1x.domain-suffix-match", "radius.example");
    }

    @Test
    void onlyWhatChangesIsSaid() {
        var now = NetworkSettings.DEFAULT;
        assertThat(SettingsWords.changes(now, now)).isEmpty();
        assertThat(SettingsWords.changes(now, now.withAutoconnect(false)))
                .containsExactly("connection.autoconnect", "no");

        var wanted = now.withPriority(-5)
                .withMetered(Metered.NO)
                .withMacAddress(MacAddressPolicy.RANDOM)
                .withIpv6(new IpSettings.Off())
                .withIpv4(new IpSettings.Manual(
                        InetAddress.ofLiteral("192.0.2.7"),
                        24,
                        Optional.of(InetAddress.ofLiteral("192.0.2.1")),
                        List.of(InetAddress.ofLiteral("192.0.2.53"), InetAddress.ofLiteral("192.0.2.54"))));

        assertThat(SettingsWords.changes(now, wanted))
                .containsSequence("connection.autoconnect-priority", "-5", "connection.metered", "no")
                .containsSequence("802-11-wireless.cloned-mac-address", "random")
                .containsSequence(
                        "ipv4.method", "manual", "ipv4.addresses", "192.0.2.7/24", "ipv4.gateway", "192.0.2.1")
                .containsSequence("ipv4.dns", "192.0.2.53 192.0.2.54", "ipv4.ignore-auto-dns", "no")
                .containsSequence("ipv6.method", "disabled", "ipv6.addresses", "");
        assertThat(SettingsWords.changes(wanted, now))
                .containsSequence("ipv4.method", "auto", "ipv4.addresses", "", "ipv4.gateway", "");
    }

    private static List<String> words(Security security, boolean older) {
        return Draft.properties(
                new JoinRequest(new NetworkId(Ssid.of("x"), security), new Credentials.None(), true), older);
    }
}
