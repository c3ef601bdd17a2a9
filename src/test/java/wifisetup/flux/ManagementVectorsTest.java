package wifisetup.flux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wifisetup.secret.Secret;

/// The words of a management session, byte for byte as they are described.
class ManagementVectorsTest {
    @Test
    void theGreetingIsFlux0003() {
        assertThat(Greeting.TLS.hex()).isEqualTo("464c555830303033");
    }

    @Test
    void aClientsLengthCountsItselfAndADevicesDoesNot() throws IOException {
        assertThat(written("list_trust", Direction.TO_DEVICE)).isEqualTo("0c00" + "6c6973745f7472757374");
        assertThat(written("ok", Direction.TO_CLIENT)).isEqualTo("0200" + "6f6b");
        assertThat(read("0c00" + "6c6973745f7472757374", Direction.TO_DEVICE)).contains("list_trust");
        assertThat(read("0200" + "6f6b", Direction.TO_CLIENT)).contains("ok");
    }

    @Test
    void aSessionEndsBetweenMessages() throws IOException {
        assertThat(read("", Direction.TO_DEVICE)).isEmpty();
        assertThatThrownBy(() -> read("0c", Direction.TO_DEVICE)).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> read("0c006c", Direction.TO_DEVICE)).isInstanceOf(EOFException.class);
    }

    @Test
    void aMessageHasAtMost4096BytesInBothDirections() throws IOException {
        String longest = "x".repeat(4096);
        String bytes = "78".repeat(4096);

        assertThat(written(longest, Direction.TO_DEVICE)).isEqualTo("0210" + bytes);
        assertThat(read("0210" + bytes, Direction.TO_DEVICE)).contains(longest);
        assertThatThrownBy(() -> read("0310" + bytes + "78", Direction.TO_DEVICE))
                .isInstanceOf(BadMessageException.class);
        assertThatThrownBy(() -> read("0110" + bytes + "78", Direction.TO_CLIENT))
                .isInstanceOf(BadMessageException.class);
        assertThatThrownBy(() -> written(longest + "x", Direction.TO_CLIENT)).isInstanceOf(BadMessageException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000", "0100", "0300ff"})
    void aClientsImpossibleLengthOrEncodingIsABadMessage(String hex) {
        assertThatThrownBy(() -> read(hex, Direction.TO_DEVICE)).isInstanceOf(BadMessageException.class);
    }

    @Test
    void aDevicesNameOfANetworkMayBeInAnyEncoding() throws IOException {
        assertThat(read("0100ff", Direction.TO_CLIENT)).contains("\uFFFD");
    }

    @Test
    void commandsAreFieldsJoinedByNul() throws Exception {
        roundTrip("list_trust", new Command.ListTrust());
        roundTrip("scan_wifi", new Command.ScanWifi());
        roundTrip("confirm_network", new Command.ConfirmNetwork());
        roundTrip("rename\0Küche", new Command.Rename("Küche"));
        roundTrip("passwd\0old\0new\0Y", new Command.ChangePassword(new Secret("old"), new Secret("new"), true));
        roundTrip("passwd\0old\0new\0F", new Command.ChangePassword(new Secret("old"), new Secret("new"), false));
        roundTrip("reset_passwd\0new", new Command.ResetPassword(new Secret("new")));
        roundTrip(
                "remove_trust\0" + "178c0de5ebf0e5ae1d1801c6b2f1df13093d5c9d",
                new Command.RemoveTrust(new AccessId("178c0de5ebf0e5ae1d1801c6b2f1df13093d5c9d")));
        roundTrip(
                "network\0method=dhcp\0wifi_mode=client\0ssid=a=b\0scan_ssid=1\0security=WPA2-PSK\0psk=secret==",
                new Command.ChangeNetwork(new NetworkOptions(
                        new NetworkOptions.Dhcp(),
                        Optional.of(new NetworkOptions.Wifi(
                                NetworkOptions.Mode.CLIENT,
                                "a=b",
                                true,
                                new NetworkOptions.Wpa2(new Secret("secret==")))))));
        roundTrip(
                "network\0method=static\0ipaddr=10.0.0.2\0mask=24\0route=10.0.0.1\0ns=10.0.0.1,10.0.0.3",
                new Command.ChangeNetwork(new NetworkOptions(
                        new NetworkOptions.Static(address(2), 24, address(1), List.of(address(1), address(3))),
                        Optional.empty())));
    }

    private static InetAddress address(int last) throws IOException {
        return InetAddress.getByAddress(new byte[] {10, 0, 0, (byte) last});
    }

    private static void roundTrip(String text, Command command) {
        assertThat(command.write()).isEqualTo(text);
        assertThat(Command.read(text)).isEqualTo(command);
    }

    @Test
    void whatIsNoCommandIsRefusedForItsReason() {
        refused(ErrorCode.UNKNOWN_COMMAND, "");
        refused(ErrorCode.UNKNOWN_COMMAND, "reboot");
        refused(ErrorCode.BAD_PARAMS, "rename");
        refused(ErrorCode.BAD_PARAMS, "rename\0a\0b");
        refused(ErrorCode.BAD_PARAMS, "passwd\0old\0new");
        refused(ErrorCode.BAD_PARAMS, "passwd\0old\0new\0N");
        refused(ErrorCode.BAD_PARAMS, "add_trust\0label\0no key");
        refused(ErrorCode.NOT_FOUND, "remove_trust\0../../etc");
        refused(ErrorCode.BAD_PARAMS, "network");
        refused(ErrorCode.BAD_PARAMS, "network\0method=magic");
        refused(ErrorCode.BAD_PARAMS, "network\0method=dhcp\0ssid=x\0security=WPA2-PSK");
        refused(
                ErrorCode.BAD_PARAMS,
                "network\0method=static\0ipaddr=host.example\0mask=24\0route=10.0.0.1\0ns=10.0.0.1");
        refused(ErrorCode.BAD_PARAMS, "network\0method=static\0ipaddr=10.0.0.2\0mask=33\0route=10.0.0.1\0ns=10.0.0.1");
    }

    private static void refused(ErrorCode code, String text) {
        assertThat(Command.read(text)).isEqualTo(new Request.Refused(code));
    }

    @Test
    void answersAreReadInEachOfTheirSpellings() {
        assertThat(Answer.read("ok")).contains(new Answer.Ok());
        assertThat(Answer.read("sign")).contains(new Answer.Sign());
        assertThat(Answer.read("password")).contains(new Answer.Password());
        assertThat(Answer.read("error NOT_FOUND")).contains(Answer.Refusal.of(ErrorCode.NOT_FOUND));
        assertThat(Answer.read("er BAD_PARAMS what else")).contains(new Answer.Refusal("BAD_PARAMS", "what else"));
        assertThat(Answer.read("data {\"ssid\":\"Home\",\"rssi\":-40}"))
                .contains(new Answer.Data(Map.of("ssid", "Home", "rssi", "-40")));
        assertThat(Answer.read("data access_id=ab\0label=a=b"))
                .contains(new Answer.Data(Map.of("access_id", "ab", "label", "a=b")));
        assertThat(Answer.read("data {broken}")).isEmpty();
        assertThat(Answer.read("OK")).isEmpty();
        assertThat(Answer.read("")).isEmpty();
    }

    @Test
    void answersAreWrittenAsTheyAreRead() {
        assertThat(Answer.Refusal.of(ErrorCode.AUTH_ERROR).write()).isEqualTo("error AUTH_ERROR");
        assertThat(new WifiRow("00:11:22:33:44:55", -40, "WPA2-PSK", "Ho\"me")
                        .write()
                        .write())
                .isEqualTo(
                        "data {\"bssid\":\"00:11:22:33:44:55\",\"rssi\":-40,\"security\":\"WPA2-PSK\",\"ssid\":\"Ho\\\"me\"}");
    }

    @Test
    void noSecretIsPrinted() {
        var commands = List.of(
                new Command.ChangePassword(new Secret("hush"), new Secret("hush"), true),
                new Command.ResetPassword(new Secret("hush")),
                Command.read("network\0method=dhcp\0ssid=x\0security=WEP\0wepkey=hush"));

        assertThat(commands.toString()).doesNotContain("hush");
    }

    private static String written(String text, Direction direction) throws IOException {
        var out = new ByteArrayOutputStream();
        new MessageWriter(out, direction).write(text);
        return HexFormat.of().formatHex(out.toByteArray());
    }

    private static Optional<String> read(String hex, Direction direction) throws IOException {
        return new MessageReader(new ByteArrayInputStream(HexFormat.of().parseHex(hex)), direction).read();
    }
}
