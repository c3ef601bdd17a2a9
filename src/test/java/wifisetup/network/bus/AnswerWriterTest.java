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
import tools.jackson.databind.node.ObjectNode;
import wifisetup.message.Message;
import wifisetup.network.Adapter;
import wifisetup.network.Band;
import wifisetup.network.Block;
import wifisetup.network.Connectivity;
import wifisetup.network.Failure;
import wifisetup.network.IpSettings;
import wifisetup.network.Link;
import wifisetup.network.MacAddressPolicy;
import wifisetup.network.Metered;
import wifisetup.network.Network;
import wifisetup.network.NetworkId;
import wifisetup.network.NetworkSettings;
import wifisetup.network.NetworkStatus;
import wifisetup.network.Obstacle;
import wifisetup.network.ProfileId;
import wifisetup.network.SavedNetwork;
import wifisetup.network.Security;
import wifisetup.network.Ssid;
import wifisetup.network.Wire;
import wifisetup.network.named.SecurityWords;

class AnswerWriterTest {
    private static final NetworkName CAFE = NetworkName.of("Café: 5G");

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of(
                        new Answer.Done(Deed.CONNECTION, CAFE),
                        "connection.successful",
                        "{\"connection_name\":\"Café: 5G\"}"),
                Arguments.of(
                        new Answer.Done(Deed.DISCONNECTION, CAFE),
                        "disconnection.successful",
                        "{\"connection_name\":\"Café: 5G\"}"),
                Arguments.of(
                        new Answer.Done(Deed.FORGETTING, CAFE),
                        "forget.successful",
                        "{\"connection_name\":\"Café: 5G\"}"),
                Arguments.of(
                        new Answer.Failed(Deed.DISCONNECTION, Optional.of(CAFE), new Failure.NotKnown()),
                        "disconnection.failure",
                        "{\"connection_name\":\"Café: 5G\",\"errorCode\":\"1\","
                                + "\"errorMessage\":\"No such network is saved or connected\",\"reason\":\"not_found\"}"),
                Arguments.of(
                        new Answer.Failed(Deed.SCAN, Optional.empty(), new Failure.NoAdapter()),
                        "scan.failure",
                        "{\"errorCode\":\"1\",\"errorMessage\":\"No Wi-Fi adapter\",\"reason\":\"no_adapter\"}"),
                Arguments.of(
                        new Answer.Failed(Deed.CONNECTION, Optional.of(CAFE), new Failure.ServerNotTrusted("no chain")),
                        "connection.failure",
                        "{\"connection_name\":\"Café: 5G\",\"errorCode\":\"1\","
                                + "\"errorMessage\":\"The network did not prove who it is: no chain\","
                                + "\"reason\":\"failed\",\"detail\":\"server_not_trusted\"}"),
                Arguments.of(
                        new Answer.Failed(Deed.CONNECTION, Optional.of(CAFE), new Failure.CertificateUnusable("/c")),
                        "connection.failure",
                        "{\"connection_name\":\"Café: 5G\",\"errorCode\":\"1\","
                                + "\"errorMessage\":\"The certificate or its key cannot be used: /c\","
                                + "\"reason\":\"failed\",\"detail\":\"certificate_unusable\"}"),
                Arguments.of(new Answer.Done(Deed.TURNING_ON, Optional.empty()), "turn.on.successful", "{}"),
                Arguments.of(new Answer.Saved(List.of()), "saved", "{\"networks\":[]}"),
                Arguments.of(new Answer.Scanned(List.of()), "scan.complete", "{\"networks\":[]}"),
                Arguments.of(new Answer.IsConnected(CAFE), "is.connected", "{\"connection_name\":\"Café: 5G\"}"),
                Arguments.of(new Answer.IsNotConnected(), "is.not.connected", "{}"),
                Arguments.of(new Answer.BackendInUse("dbus"), "set.backend.response", "{\"backend\":\"dbus\"}"),
                Arguments.of(
                        new Answer.BackendRefused("x", new BackendSwitch.Refused("no", List.of("dbus"))),
                        "backend.not.supported",
                        "{\"error\":\"no\",\"backend\":\"x\",\"supported\":[\"dbus\"]}"));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void anAnswerHasItsTypeAndFields(Answer answer, String type, String data) {
        var message = AnswerWriter.write(answer);

        assertThat(message.type()).isEqualTo(PREFIX + type);
        assertThat(message.data()).isEqualTo(json(data));
    }

    @Test
    void aReplyKeepsTheContextOfItsRequest() {
        var request = new Message(PREFIX + "get.connected", json("{}"), json("{\"session\":\"s1\"}"));

        assertThat(AnswerWriter.reply(request, new Answer.IsNotConnected()).context())
                .isEqualTo(json("{\"session\":\"s1\"}"));
    }

    @Test
    void aRowOfTheListIsComplete() {
        var network = new Network(
                new NetworkId(Ssid.of("Café: 5G"), Security.WPA2_WPA3), 71, Band.GHZ_5, true, true, Optional.empty());

        assertThat(row(network))
                .isEqualTo("{\"ssid\":\"Café: 5G\",\"security\":\"WPA2 WPA3\",\"signal\":71,\"band\":\"5\","
                        + "\"known\":true,\"active\":true}");
    }

    @Test
    void aRowSaysWhyItCannotBeJoinedAndWhatItsNameIs() {
        var network = new Network(
                new NetworkId(Ssid.of(new byte[] {(byte) 0xFC}), Security.WEP),
                3,
                Band.GHZ_2_4,
                false,
                false,
                Optional.of(Obstacle.WEP));

        assertThat(row(network))
                .isEqualTo("{\"ssid\":\"≈ü\",\"security\":\"WEP\",\"signal\":3,\"band\":\"2.4\",\"known\":false,"
                        + "\"active\":false,\"ssid_hex\":\"fc\",\"obstacle\":\"wep\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "OPEN,''",
        "OWE,OWE",
        "WEP,WEP",
        "WPA2,WPA2",
        "WPA2_WPA3,WPA2 WPA3",
        "WPA3,WPA3",
        "ENTERPRISE,WPA2 802.1X",
        "ENTERPRISE_192,WPA3 802.1X"
    })
    void securityIsWordedAsNmcliDoes(Security security, String word) {
        var network =
                new Network(new NetworkId(Ssid.of("n"), security), 50, Band.GHZ_6, false, false, Optional.empty());

        assertThat(row(network)).contains("\"security\":\"" + word + "\"");
        assertThat(word.isEmpty() ? Optional.of(Security.OPEN) : SecurityWords.read(word))
                .as("it is understood as well")
                .contains(security);
    }

    static Stream<Arguments> states() {
        var ready = new Adapter.Ready("wlan0", "02:00:00:00:00:01");
        var down = new Link.Down();
        var up = new Link.Up(Ssid.of("HomeNet"), List.of("192.0.2.7"), Optional.empty());
        var joining = new Link.Joining(Ssid.of("HomeNet"));
        return Stream.of(
                state(new Adapter.Starting(), down, false, Connectivity.UNKNOWN, "starting"),
                state(new Adapter.Unavailable("gone"), down, false, Connectivity.UNKNOWN, "backend_unavailable"),
                state(new Adapter.Missing(), down, false, Connectivity.NONE, "no_adapter"),
                state(new Adapter.Missing(), down, true, Connectivity.FULL, "wired"),
                state(new Adapter.Blocked(Block.SOFTWARE), down, false, Connectivity.NONE, "rfkill"),
                state(new Adapter.Blocked(Block.SWITCH), down, false, Connectivity.NONE, "rfkill_switch"),
                state(new Adapter.Blocked(Block.COUNTRY), down, false, Connectivity.NONE, "country_required"),
                state(ready, down, false, Connectivity.NONE, "disconnected"),
                state(ready, joining, false, Connectivity.NONE, "connecting"),
                state(ready, joining, true, Connectivity.FULL, "connecting"),
                state(ready, up, false, Connectivity.FULL, "connected"),
                state(ready, up, false, Connectivity.UNKNOWN, "connected"),
                state(ready, up, true, Connectivity.FULL, "connected"),
                state(ready, up, false, Connectivity.PORTAL, "portal"),
                state(ready, up, false, Connectivity.LIMITED, "limited"),
                state(ready, up, false, Connectivity.NONE, "limited"),
                state(ready, down, true, Connectivity.FULL, "wired"),
                state(ready, down, true, Connectivity.PORTAL, "portal"));
    }

    @ParameterizedTest
    @MethodSource("states")
    void eachStateIsOneWord(NetworkStatus status, String word) {
        var message = AnswerWriter.announce(NetworkState.of(status));

        assertThat(message.type()).isEqualTo(PREFIX + "state");
        assertThat(message.data().get("state").stringValue()).isEqualTo(word);
    }

    @Test
    void aSavedNetworkIsWrittenAsAConnectWouldSayIt() {
        var settings = new NetworkSettings(
                false,
                -7,
                new IpSettings.Manual(
                        InetAddress.ofLiteral("192.0.2.7"),
                        24,
                        Optional.of(InetAddress.ofLiteral("192.0.2.1")),
                        List.of(InetAddress.ofLiteral("192.0.2.53"))),
                new IpSettings.Off(),
                Metered.YES,
                MacAddressPolicy.STABLE);

        assertThat(saved(Ssid.of(new byte[] {(byte) 0xFC}), settings))
                .isEqualTo(json("{\"connection_name\":\"≈ü\",\"security\":\"WPA2\",\"hidden\":true,\"ssid_hex\":\"fc\","
                        + "\"autoconnect\":false,\"priority\":-7,"
                        + "\"ipv4\":{\"address\":\"192.0.2.7/24\",\"gateway\":\"192.0.2.1\",\"dns\":[\"192.0.2.53\"]},"
                        + "\"ipv6\":\"off\",\"metered\":true,\"mac_address\":\"stable\"}"));
    }

    static Stream<NetworkSettings> settings() {
        var defaults = NetworkSettings.DEFAULT;
        var dns = List.of(InetAddress.ofLiteral("2001:db8::53"));
        return Stream.of(
                defaults,
                defaults.withAutoconnect(false).withPriority(999).withMetered(Metered.NO),
                defaults.withIpv4(new IpSettings.Off()).withMetered(Metered.YES),
                defaults.withIpv6(new IpSettings.Automatic(dns)).withMacAddress(MacAddressPolicy.RANDOM),
                defaults.withIpv6(
                        new IpSettings.Manual(InetAddress.ofLiteral("2001:db8::7"), 64, Optional.empty(), dns)));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void theSettingsThatAreToldAreUnderstood(NetworkSettings settings) throws Exception {
        var told = saved(Ssid.of("n"), settings);

        assertThat(SettingsChangeReader.read(new Fields(told)).applyTo(NetworkSettings.DEFAULT.withPriority(1)))
                .isEqualTo(settings);
    }

    private static ObjectNode saved(Ssid ssid, NetworkSettings settings) {
        var network = new SavedNetwork(
                new ProfileId("1"), new NetworkId(ssid, Security.WPA2), "n", true, settings, Optional.empty());
        return (ObjectNode) AnswerWriter.write(new Answer.Saved(List.of(network)))
                .data()
                .get("networks")
                .get(0);
    }

    @Test
    void theAdapterHasItsOwnWord() {
        var state = NetworkState.of(
                new NetworkStatus(new Adapter.Blocked(Block.SWITCH), new Link.Down(), Wire.UP, Connectivity.FULL, 0));

        assertThat(AnswerWriter.announce(state).data())
                .isEqualTo(json("{\"state\":\"wired\",\"connectivity\":\"full\",\"adapter\":\"rfkill_switch\","
                        + "\"wired\":true}"));
    }

    private static Arguments state(Adapter adapter, Link link, boolean wired, Connectivity reach, String word) {
        return Arguments.of(new NetworkStatus(adapter, link, wired ? Wire.UP : Wire.DOWN, reach, 0), word);
    }

    private static String row(Network network) {
        return AnswerWriter.write(new Answer.Scanned(List.of(network)))
                .data()
                .get("networks")
                .get(0)
                .toString();
    }
}
