package wifisetup.network.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static wifisetup.network.bus.NetworkTrial.PREFIX;
import static wifisetup.network.bus.NetworkTrial.json;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wifisetup.message.Message;
import wifisetup.network.Country;
import wifisetup.network.Credentials;
import wifisetup.network.Eap;
import wifisetup.network.IpSettings;
import wifisetup.network.MacAddressPolicy;
import wifisetup.network.Metered;
import wifisetup.network.NetworkSettings;
import wifisetup.network.Security;
import wifisetup.network.ServerTrust;
import wifisetup.network.Ssid;
import wifisetup.network.named.SecurityWords;
import wifisetup.network.named.SettingsChange;
import wifisetup.secret.Secret;

class RequestReaderTest {
    private static final NetworkName HOME = NetworkName.of("HomeNet");
    private static final Secret PASSWORD = new Secret("correct-horse");

    static Stream<Arguments> requests() {
        return Stream.of(
                Arguments.of("scan", "{}", new NetworkRequest.Scan()),
                Arguments.of("get.saved", "{}", new NetworkRequest.GetSaved()),
                Arguments.of("check.connectivity", "{}", new NetworkRequest.CheckConnectivity()),
                Arguments.of("turn.on", "{}", new NetworkRequest.TurnOn(Optional.empty())),
                Arguments.of(
                        "turn.on", "{\"country\":\"DE\"}", new NetworkRequest.TurnOn(Optional.of(new Country("DE")))),
                Arguments.of("get.connected", "{}", new NetworkRequest.GetConnected()),
                Arguments.of("get.state", "{}", new NetworkRequest.GetState()),
                Arguments.of("reconnect", "{\"connection_name\":\"HomeNet\"}", new NetworkRequest.Reconnect(HOME)),
                Arguments.of("reconnect", "{\"connectionName\":\"HomeNet\"}", new NetworkRequest.Reconnect(HOME)),
                Arguments.of(
                        "disconnect",
                        "{\"connection_name\":null,\"connectionName\":\"HomeNet\"}",
                        new NetworkRequest.Disconnect(HOME)),
                Arguments.of("forget", "{\"connectionName\":\"HomeNet\"}", new NetworkRequest.Forget(HOME)),
                Arguments.of(
                        "forget",
                        "{\"ssid_hex\":\"42fC\"}",
                        new NetworkRequest.Forget(new NetworkName(
                                "≈Bü", Optional.of(Ssid.of(new byte[] {0x42, (byte) 0xFC}))))),
                Arguments.of(
                        "forget",
                        "{\"connection_name\":\"B?\",\"ssid_hex\":\"42fc\"}",
                        new NetworkRequest.Forget(new NetworkName(
                                "B?", Optional.of(Ssid.of(new byte[] {0x42, (byte) 0xFC}))))),
                Arguments.of("set.backend", "{\"backend\":\"nmcli\"}", new NetworkRequest.SetBackend("nmcli")),
                Arguments.of("set.backend", "{}", new NetworkRequest.SetBackend("")),
                Arguments.of("set.backend", "{\"backend\":7}", new NetworkRequest.SetBackend("")),
                Arguments.of(
                        "connect.open.network",
                        "{\"connection_name\":\"HomeNet\"}",
                        new NetworkRequest.Connect(
                                HOME, Optional.of(Security.OPEN), new Credentials.None(), false, SettingsChange.NONE)),
                Arguments.of(
                        "connect",
                        "{\"connectionName\":\"HomeNet\",\"password\":\"\",\"securityType\":\"Insecure\"}",
                        new NetworkRequest.Connect(
                                HOME, Optional.of(Security.OPEN), new Credentials.Saved(), false, SettingsChange.NONE)),
                Arguments.of(
                        "connect",
                        "{\"connection_name\":\"HomeNet\",\"password\":\"correct-horse\",\"hidden\":true}",
                        new NetworkRequest.Connect(
                                HOME,
                                Optional.empty(),
                                new Credentials.Passphrase(PASSWORD),
                                true,
                                SettingsChange.NONE)));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void aRequestIsReadInBothSpellings(String name, String data, NetworkRequest meaning) {
        assertThat(read(name, data)).contains(meaning);
    }

    @ParameterizedTest
    @ValueSource(strings = {"scan.complete", "connection.failure", "is.connected", "state", "scanning", ""})
    void whatIsNoRequestIsLeftAlone(String name) {
        assertThat(read(name, "{}")).isEmpty();
        assertThat(RequestReader.read(Message.of("mycroft.internet.connected"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | connection_name: missing",
                "{\"connection_name\":\"\"} | connection_name: missing",
                "{\"connection_name\":null} | connection_name: missing",
                "{\"connection_name\":7} | connection_name: expected text",
                "{\"connection_name\":[\"HomeNet\"]} | connection_name: expected text",
                "{\"ssid_hex\":\"4\"} | ssid_hex: expected 1 to 32 bytes in hex digits",
                "{\"ssid_hex\":\"xy\"} | ssid_hex: expected 1 to 32 bytes in hex digits",
                "{\"ssid_hex\":7} | ssid_hex: expected text",
                "{\"connection_name\":\"n\",\"password\":12345678} | password: expected text",
                "{\"connection_name\":\"n\",\"security_type\":2} | security_type: expected text",
                "{\"connection_name\":\"n\",\"hidden\":\"yes\"} | hidden: expected true or false",
                "{\"connection_name\":\"n\",\"identity\":1} | identity: expected text",
                "{\"connection_name\":\"n\",\"identity\":\"i\",\"eap\":\"fast\"} | eap: expected one of peap, tls, ttls",
                "{\"connection_name\":\"n\",\"identity\":\"i\",\"eap\":7} | eap: expected one of peap, tls, ttls",
                "{\"connection_name\":\"n\",\"identity\":\"i\",\"password\":\"p\",\"phase2\":\"pap\"} "
                        + "| phase2: with peap only mschapv2 is supported",
                "{\"connection_name\":\"n\",\"identity\":\"i\",\"eap\":\"tls\"} "
                        + "| client_cert: expected the absolute path of a file",
                "{\"connection_name\":\"n\",\"identity\":\"i\",\"eap\":\"tls\",\"client_cert\":\"/c\"} "
                        + "| private_key: expected the absolute path of a file",
                "{\"connection_name\":\"n\",\"identity\":\"i\",\"password\":\"p\",\"ca_cert\":\"ca.pem\"} "
                        + "| ca_cert: expected the absolute path of a file",
                "{\"connection_name\":\"n\",\"identity\":\"i\",\"password\":\"p\"} "
                        + "| domain: missing; an account needs domain, ca_cert or any_server: true",
                "{\"connection_name\":\"n\",\"identity\":\"i\",\"password\":\"p\",\"eap\":\"ttls\",\"any_server\":false} "
                        + "| domain: missing; an account needs domain, ca_cert or any_server: true",
                "{\"connection_name\":\"n\",\"identity\":\"i\",\"eap\":\"tls\",\"client_cert\":\"/c\",\"private_key\":\"/k\"} "
                        + "| domain: missing; an account needs domain, ca_cert or any_server: true",
                "{\"connection_name\":\"n\",\"identity\":\"i\",\"password\":\"p\",\"domain\":\"d\",\"any_server\":true} "
                        + "| any_server: contradicts domain and ca_cert",
                "{\"connection_name\":\"n\",\"identity\":\"i\",\"password\":\"p\",\"any_server\":1} "
                        + "| any_server: expected true or false",
                "{\"connection_name\":\"n\",\"autoconnect\":1} | autoconnect: expected true or false",
                "{\"connection_name\":\"n\",\"priority\":1000} | priority: expected a number from -999 to 999",
                "{\"connection_name\":\"n\",\"priority\":1.5} | priority: expected a number from -999 to 999",
                "{\"connection_name\":\"n\",\"priority\":99999999999} | priority: expected a number from -999 to 999",
                "{\"connection_name\":\"n\",\"metered\":\"often\"} | metered: expected one of auto, no, yes",
                "{\"connection_name\":\"n\",\"mac_address\":\"02:00:00:00:00:01\"} "
                        + "| mac_address: expected one of permanent, random, stable, system",
                "{\"connection_name\":\"n\",\"ipv4\":\"manual\"} | ipv4: expected one of auto, off",
                "{\"connection_name\":\"n\",\"ipv4\":{\"address\":\"192.0.2.7\"}} "
                        + "| ipv4.address: expected an address with its prefix, such as 192.0.2.7/24",
                "{\"connection_name\":\"n\",\"ipv4\":{\"address\":\"192.0.2.7/33\"}} "
                        + "| ipv4.address: expected a prefix of the address's length at most",
                "{\"connection_name\":\"n\",\"ipv4\":{\"address\":\"10.1/8\"}} "
                        + "| ipv4.address: expected an address of IPV4",
                "{\"connection_name\":\"n\",\"ipv4\":{\"address\":\"router.example/24\"}} "
                        + "| ipv4.address: expected an address of IPV4",
                "{\"connection_name\":\"n\",\"ipv4\":{\"address\":\"2001:db8::7/64\"}} "
                        + "| ipv4.address: expected an address of IPV4",
                "{\"connection_name\":\"n\",\"ipv4\":{\"gateway\":\"192.0.2.1\"}} | ipv4.address: missing",
                "{\"connection_name\":\"n\",\"ipv4\":{\"address\":\"auto\",\"gateway\":\"192.0.2.1\"}} "
                        + "| ipv4.address: expected one beside a gateway",
                "{\"connection_name\":\"n\",\"ipv4\":{\"dns\":\"192.0.2.1\"}} | ipv4.dns: expected a list of texts",
                "{\"connection_name\":\"n\",\"ipv4\":{\"dns\":[1]}} | ipv4.dns: expected a list of texts",
                "{\"connection_name\":\"n\",\"ipv6\":{\"dns\":[\"192.0.2.1\"]}} | ipv6.dns: expected an address of IPV6"
            })
    void whatIsMissingOrWrongIsNamed(String data, String flaw) {
        assertThat(read("connect", data).orElseThrow())
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.flaw()).isEqualTo(flaw));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "change | {\"priority\":7} | connection_name: missing",
                "change | {\"connection_name\":\"n\",\"prio\":7} | change: no setting is given",
                "change | {\"connection_name\":\"n\",\"metered\":7} | metered: expected one of auto, no, yes",
                "turn.on | {\"country\":\"Germany\"} | country: expected two capital letters, such as DE",
                "turn.on | {\"country\":7} | country: expected text",
            })
    void otherRequestsAreRefusedLikeThat(String name, String data, String flaw) {
        assertThat(read(name, data).orElseThrow())
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.flaw()).isEqualTo(flaw));
    }

    @Test
    void aNameThatNoProfileCanHaveIsRefused() {
        assertThat(read("reconnect", "{\"connection_name\":\"" + "n".repeat(255) + "\"}"))
                .contains(new NetworkRequest.Reconnect(NetworkName.of("n".repeat(255))));
        assertThat(read("reconnect", "{\"connection_name\":\"" + "n".repeat(256) + "\"}"))
                .contains(
                        new Refusal(Deed.CONNECTION, Optional.empty(), "connection_name: longer than 255 characters"));
    }

    @Test
    void aRefusalNamesTheNetworkWhenTheRequestDoesAndNeverAPassword() {
        var refusal =
                read("connect", "{\"connection_name\":\"HomeNet\",\"password\":[\"correct-horse\"],\"hidden\":\"x\"}");

        assertThat(refusal).contains(new Refusal(Deed.CONNECTION, Optional.of(HOME), "password: expected text"));
        assertThat(refusal.toString()).doesNotContain("correct-horse");
    }

    @Test
    void whatIsReadNeverPrintsASecret() {
        assertThat(read("connect", "{\"connection_name\":\"HomeNet\",\"password\":\"correct-horse\"}")
                        .toString())
                .contains("HomeNet")
                .doesNotContain("correct-horse");
    }

    static Stream<Arguments> accounts() {
        var anybody = new ServerTrust.Anybody();
        return Stream.of(
                Arguments.of("\"password\":\"correct-horse\",\"any_server\":true", new Eap.Peap(PASSWORD), anybody, ""),
                Arguments.of(
                        "\"password\":\"correct-horse\",\"eap\":\"peap\",\"phase2\":\"mschapv2\","
                                + "\"anonymousIdentity\":\"anybody\",\"domain\":\"example.org\"",
                        new Eap.Peap(PASSWORD),
                        new ServerTrust.SystemAuthorities("example.org"),
                        "anybody"),
                Arguments.of(
                        "\"password\":\"correct-horse\",\"eap\":\"ttls\",\"ca_cert\":\"/etc/ca.pem\"",
                        new Eap.Ttls(PASSWORD, Eap.Inner.MSCHAPV2),
                        new ServerTrust.Authority("/etc/ca.pem", ""),
                        ""),
                Arguments.of(
                        "\"password\":\"correct-horse\",\"eap\":\"ttls\",\"phase2\":\"pap\",\"anyServer\":true",
                        new Eap.Ttls(PASSWORD, Eap.Inner.PAP),
                        anybody,
                        ""),
                Arguments.of(
                        "\"eap\":\"tls\",\"client_cert\":\"/c.pem\",\"privateKey\":\"/k.pem\","
                                + "\"private_key_password\":\"correct-horse\",\"anonymous_identity\":\"anybody\","
                                + "\"any_server\":true",
                        new Eap.Tls("/c.pem", "/k.pem", PASSWORD),
                        anybody,
                        "anybody"));
    }

    @ParameterizedTest
    @MethodSource("accounts")
    void anIdentityMakesAnAccount(String data, Eap eap, ServerTrust trust, String anonymous) {
        var reading = read("connect", "{\"connection_name\":\"HomeNet\",\"identity\":\"alice\"," + data + "}");

        assertThat(reading.orElseThrow())
                .isInstanceOfSatisfying(
                        NetworkRequest.Connect.class,
                        connect -> assertThat(connect.offered())
                                .isEqualTo(new Credentials.Account("alice", anonymous, eap, trust)));
    }

    @Test
    void anIdentityWithoutAPasswordMeansTheSavedOne() {
        assertThat(read("connect", "{\"connection_name\":\"HomeNet\",\"identity\":\"alice\",\"password\":\"\"}")
                        .orElseThrow())
                .isInstanceOfSatisfying(
                        NetworkRequest.Connect.class,
                        connect -> assertThat(connect.offered()).isEqualTo(new Credentials.Saved()));
    }

    @Test
    void settingsAreChangedAsFarAsTheyAreGiven() throws Exception {
        var changes = changes("\"autoconnect\":false,\"priority\":-7,\"metered\":true,\"mac_address\":\"stable\","
                + "\"ipv4\":{\"address\":\"192.0.2.7/24\",\"gateway\":\"192.0.2.1\",\"dns\":[\"192.0.2.53\"]},"
                + "\"ipv6\":\"off\"");

        assertThat(changes.applyTo(NetworkSettings.DEFAULT))
                .isEqualTo(new NetworkSettings(
                        false,
                        -7,
                        new IpSettings.Manual(
                                InetAddress.getByName("192.0.2.7"),
                                24,
                                Optional.of(InetAddress.getByName("192.0.2.1")),
                                List.of(InetAddress.getByName("192.0.2.53"))),
                        new IpSettings.Off(),
                        Metered.YES,
                        MacAddressPolicy.STABLE));
    }

    @Test
    void settingsThatAreLeftOutStayAsTheyAre() throws Exception {
        var before = NetworkSettings.DEFAULT.withPriority(5).withMetered(Metered.YES);
        var changes = changes("\"ipv6\":{\"dns\":[\"2001:db8::53\"]},\"metered\":\"no\"");

        assertThat(changes.applyTo(before))
                .isEqualTo(before.withMetered(Metered.NO)
                        .withIpv6(new IpSettings.Automatic(List.of(InetAddress.getByName("2001:db8::53")))));
        assertThat(changes("\"ipv4\":\"auto\"").applyTo(before)).isEqualTo(before);
    }

    @Test
    void aNameServerDoesNotTakeASavedAddressAway() throws Exception {
        var manual = new IpSettings.Manual(
                InetAddress.getByName("192.0.2.7"), 24, Optional.of(InetAddress.getByName("192.0.2.1")), List.of());
        var before = NetworkSettings.DEFAULT.withIpv4(manual);
        var servers = List.of(InetAddress.getByName("192.0.2.53"));

        assertThat(changes("\"ipv4\":{\"dns\":[\"192.0.2.53\"]}").applyTo(before))
                .isEqualTo(before.withIpv4(new IpSettings.Manual(manual.address(), 24, manual.gateway(), servers)));
        assertThat(changes("\"ipv4\":{\"address\":\"auto\",\"dns\":[\"192.0.2.53\"]}")
                        .applyTo(before))
                .isEqualTo(before.withIpv4(new IpSettings.Automatic(servers)));
    }

    @ParameterizedTest
    @CsvSource({
        "Insecure,OPEN",
        "--,OPEN",
        "wpa2,WPA2",
        "WPA1 WPA2,WPA2",
        "WPA2 WPA3,WPA2_WPA3",
        "WPA3,WPA3",
        "sae,WPA3",
        "WPA2 802.1X,ENTERPRISE",
        "OWE,OWE",
        "WEP,WEP"
    })
    void aKindOfSecurityIsAHint(String word, Security meant) {
        assertThat(SecurityWords.read(word)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "WPA9", "secure"})
    void aWordThatIsNotKnownSaysNothing(String word) {
        assertThat(SecurityWords.read(word)).isEmpty();
    }

    private static SettingsChange changes(String data) {
        var reading = read("connect", "{\"connection_name\":\"HomeNet\"," + data + "}")
                .orElseThrow();
        assertThat(reading).isInstanceOf(NetworkRequest.Connect.class);
        return ((NetworkRequest.Connect) reading).changes();
    }

    private static Optional<Reading> read(String name, String data) {
        return RequestReader.read(Message.of(PREFIX + name, json(data)));
    }
}
