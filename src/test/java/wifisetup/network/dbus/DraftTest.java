package wifisetup.network.dbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wifisetup.dbus.PropertyMap;
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

/// Settings as NetworkManager's `nm-settings-dbus` has them.
class DraftTest {
    private static final Ssid HOME = Ssid.of("Home");
    private static final Secret PASSWORD = new Secret("a-password");

    @Test
    void aPasswordOfEachKindOfNetworkStandsWhereItBelongs() {
        assertThat(security(Security.WPA2)).containsEntry("key-mgmt", "wpa-psk").containsEntry("psk", "a-password");
        assertThat(security(Security.WPA2_WPA3)).containsEntry("key-mgmt", "wpa-psk");
        assertThat(security(Security.WPA3)).containsEntry("key-mgmt", "sae").containsEntry("psk", "a-password");
        assertThat(security(Security.OWE)).containsEntry("key-mgmt", "owe").hasSize(1);
        assertThat(security(Security.WEP))
                .containsEntry("key-mgmt", "none")
                .containsEntry("wep-key0", "a-password")
                .doesNotContainKey("psk");
        assertThat(security(Security.OPEN)).isEmpty();
    }

    @Test
    void anAccountByPasswordTrustsTheAuthorityThatWasNamed() {
        var account =
                account(new Eap.Ttls(PASSWORD, Eap.Inner.PAP), new ServerTrust.Authority("/etc/ca.pem", "lab.test"));

        assertThat(account)
                .containsEntry("identity", "alice")
                .containsEntry("anonymous-identity", "anonymous")
                .containsEntry("eap", List.of("ttls"))
                .containsEntry("phase2-auth", "pap")
                .containsEntry("password", "a-password")
                .containsEntry("domain-suffix-match", "lab.test");
        assertThat((byte[]) account.get("ca-cert")).isEqualTo("file:///etc/ca.pem\0".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anAccountByCertificateNamesItsFiles() {
        var account =
                account(new Eap.Tls("/c.pem", "/k.pem", Secret.EMPTY), new ServerTrust.SystemAuthorities("lab.test"));

        assertThat(account)
                .containsEntry("eap", List.of("tls"))
                .containsEntry("private-key-password-flags", 4)
                .containsEntry("system-ca-certs", true)
                .doesNotContainKeys("password", "private-key-password");
        assertThat(account(new Eap.Tls("/c.pem", "/k.pem", PASSWORD), new ServerTrust.Anybody()))
                .containsEntry("private-key-password", "a-password")
                .doesNotContainKeys("private-key-password-flags", "ca-cert", "system-ca-certs");
    }

    @Test
    void whatStoodInTheProfileBeforeStaysButItsSecurityAndItsIdentity() {
        var before = new ProfileSettings(Map.of(
                "connection",
                Map.of(
                        "id", new Variant<>("My own name"),
                        "uuid", new Variant<>("old"),
                        "timestamp", new Variant<>(7L),
                        "zone", new Variant<>("home")),
                "802-11-wireless",
                Map.of("seen-bssids", new Variant<>(List.of("x"), "as"), "mtu", new Variant<>(new UInt32(1400))),
                "802-11-wireless-security",
                Map.of("key-mgmt", new Variant<>("sae")),
                "proxy",
                Map.of("pac-url", new Variant<>("http://proxy"))));

        var draft = Draft.of(
                new JoinRequest(new NetworkId(HOME, Security.WPA2), new Credentials.Passphrase(PASSWORD), false),
                before);

        assertThat(draft.section("connection").text("id")).isEqualTo("My own name");
        assertThat(draft.section("connection").text("zone")).isEqualTo("home");
        assertThat(draft.uuid()).isNotEqualTo("old").hasSize(36);
        assertThat(draft.section("connection").has("timestamp")).isFalse();
        assertThat(draft.section("802-11-wireless").number("mtu")).isEqualTo(1400);
        assertThat(draft.section("802-11-wireless").has("seen-bssids")).isFalse();
        assertThat(draft.section("802-11-wireless-security").text("key-mgmt")).isEqualTo("wpa-psk");
        assertThat(draft.section("proxy").text("pac-url")).isEqualTo("http://proxy");
    }

    static Stream<NetworkSettings> decisions() {
        var address = InetAddress.ofLiteral("192.168.1.7");
        var router = InetAddress.ofLiteral("192.168.1.1");
        var six = InetAddress.ofLiteral("2001:db8::7");
        return Stream.of(
                NetworkSettings.DEFAULT,
                NetworkSettings.DEFAULT.withAutoconnect(false).withPriority(-999),
                NetworkSettings.DEFAULT.withMetered(Metered.YES).withMacAddress(MacAddressPolicy.STABLE),
                NetworkSettings.DEFAULT
                        .withIpv4(new IpSettings.Manual(address, 24, Optional.of(router), List.of(router, address)))
                        .withIpv6(new IpSettings.Manual(six, 64, Optional.empty(), List.of(six))),
                NetworkSettings.DEFAULT
                        .withIpv4(new IpSettings.Automatic(List.of(router)))
                        .withIpv6(new IpSettings.Off()));
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void whatAPersonDecidesIsReadBackAsItWasWritten(NetworkSettings decided) {
        assertThat(ProfileSettings.NONE.with(decided).read()).isEqualTo(decided);
        assertThat(ProfileSettings.NONE
                        .with(decided)
                        .with(NetworkSettings.DEFAULT)
                        .with(decided)
                        .read())
                .isEqualTo(decided);
    }

    @Test
    void routesAndFurtherAddressesStayUnderAnAddressThatStays() {
        var address = InetAddress.ofLiteral("192.168.1.7");
        var byHand = new IpSettings.Manual(address, 24, Optional.empty(), List.of());
        var entries = List.of(entry("192.168.1.7"), entry("10.0.0.7"));
        var before = new ProfileSettings(Map.of(
                "ipv4",
                Map.of(
                        "method", new Variant<>("manual"),
                        "address-data", new Variant<>(entries, "aa{sv}"),
                        "route-data", new Variant<>(List.of(Map.of("dest", new Variant<>("10.9.0.0"))), "aa{sv}"))));
        assertThat(before.read().ipv4()).isEqualTo(byHand);

        var named = before.with(
                before.read().withIpv4(new IpSettings.Manual(address, 24, Optional.empty(), List.of(address))));
        var moved = before.with(before.read()
                .withIpv4(
                        new IpSettings.Manual(InetAddress.ofLiteral("192.168.1.8"), 24, Optional.empty(), List.of())));
        var off = before.with(before.read().withIpv4(new IpSettings.Off()));

        assertThat(named.section("ipv4").list("address-data")).hasSize(2);
        assertThat(named.section("ipv4").has("route-data")).isTrue();
        assertThat(moved.section("ipv4").list("address-data")).hasSize(1);
        assertThat(moved.section("ipv4").has("route-data")).isTrue();
        assertThat(off.section("ipv4").has("route-data")).isFalse();
    }

    @Test
    void aDraftDoesNotPrintItsSecrets() {
        var draft = Draft.of(
                new JoinRequest(new NetworkId(HOME, Security.WPA2), new Credentials.Passphrase(PASSWORD), false),
                ProfileSettings.NONE);

        assertThat(draft.toString()).doesNotContain("a-password");
    }

    @Test
    void aMethodThatThereIsNoWordForSurvivesAChangeOfSomethingElse() {
        var shared = new ProfileSettings(Map.of("ipv4", Map.of("method", new Variant<>("link-local"))));

        var changed = shared.with(shared.read().withPriority(5));

        assertThat(changed.section("ipv4").text("method")).isEqualTo("link-local");
        assertThat(changed.read().priority()).isEqualTo(5);
    }

    @Test
    void thatANetworkAdmitsByWpa2AloneIsRememberedBesideWhatOthersRemember() {
        var before = new ProfileSettings(Map.of(
                "user", Map.of("data", new Variant<>(Map.of("other.program", "7"), "a{ss}"))));

        var remembered = before.withOlderAlone(true);

        assertThat(before.admitsOlderAlone()).isFalse();
        assertThat(remembered.admitsOlderAlone()).isTrue();
        assertThat(remembered.withOlderAlone(false)).isEqualTo(before);
        assertThat(ProfileSettings.NONE.withOlderAlone(true).withOlderAlone(false))
                .isEqualTo(ProfileSettings.NONE);
    }

    private static Map<String, Variant<?>> entry(String address) {
        return Map.of("address", new Variant<>(address), "prefix", new Variant<>(new UInt32(24)));
    }

    private static Map<String, Object> security(Security security) {
        return values(Draft.of(
                        new JoinRequest(
                                new NetworkId(HOME, security),
                                security.isOpen() ? new Credentials.None() : new Credentials.Passphrase(PASSWORD),
                                false),
                        ProfileSettings.NONE)
                .section("802-11-wireless-security"));
    }

    private static Map<String, Object> account(Eap eap, ServerTrust trust) {
        var request = new JoinRequest(
                new NetworkId(HOME, Security.ENTERPRISE),
                new Credentials.Account("alice", "anonymous", eap, trust),
                false);
        return values(Draft.of(request, ProfileSettings.NONE).section("802-1x"));
    }

    private static Map<String, Object> values(PropertyMap section) {
        var values = new HashMap<String, Object>();
        section.entries().forEach((key, value) -> values.put(key.toString(), ((Variant<?>) value).getValue()));
        return values;
    }
}
