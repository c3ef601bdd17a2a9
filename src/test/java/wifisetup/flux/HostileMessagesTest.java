package wifisetup.flux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import wifisetup.device.Samples;
import wifisetup.secret.Secret;

/// Hostile words of a management session, made from whole ones: none throws, and what is understood means the
/// same when it is written and read again. The generator is the JDK's with a fixed seed, so what fails fails
/// again.
class HostileMessagesTest {
    private static final int CASES = 200_000;
    private static final long SEED = 20_261_121;
    private static final String LETTERS = "\0=,;{}[]\"\\ \n-0123456789aAfFyY.:/+é\u202E\uD800";

    private static final List<String> COMMANDS = List.of(
            new Command.AddTrust("Alice", (RSAPublicKey) Samples.ALICE.getPublic()).write(),
            new Command.ListTrust().write(),
            new Command.RemoveTrust(new AccessId("0123456789abcdef0123456789abcdef01234567")).write(),
            new Command.Rename("Küche").write(),
            new Command.ChangePassword(new Secret("old"), new Secret("new"), true).write(),
            new Command.ResetPassword(new Secret("new")).write(),
            new Command.ScanWifi().write(),
            new Command.ConfirmNetwork().write(),
            new Command.ChangeNetwork(new NetworkOptions(
                            new NetworkOptions.Static(
                                    InetAddress.ofLiteral("192.0.2.7"),
                                    24,
                                    InetAddress.ofLiteral("192.0.2.1"),
                                    List.of(InetAddress.ofLiteral("192.0.2.2"), InetAddress.ofLiteral("2001:db8::2"))),
                            Optional.of(new NetworkOptions.Wifi(
                                    NetworkOptions.Mode.CLIENT,
                                    "Home",
                                    true,
                                    new NetworkOptions.Wpa2(new Secret("password"))))))
                    .write());

    private static final List<String> ANSWERS = List.of(
            "sign",
            "password",
            "ok",
            "data {\"access_id\":\"aa\",\"label\":\"one\"}",
            "data access_id=bb\0label=two",
            "data {\"bssid\":\"b\",\"rssi\":-40,\"security\":\"WPA2-PSK\",\"ssid\":\"Home\"}",
            "error AUTH_ERROR WAIT 31",
            "er OPERATION_ERROR");

    private final Random random = new Random(SEED);

    @Test
    void hostileCommandsAreRefusedOrMeanWhatTheySay() {
        int refused = 0;
        for (int i = 0; i < CASES; i++) {
            switch (Command.read(mutated(COMMANDS))) {
                case Command command ->
                    assertThat(Command.read(command.write()))
                            .isInstanceOfSatisfying(
                                    Command.class,
                                    again -> assertThat(again.write()).isEqualTo(command.write()));
                case Request.Refused _ -> refused++;
            }
        }
        assertThat(refused).isBetween(CASES / 2, CASES - 1000);
    }

    @Test
    void hostileAnswersAreNothingOrHarmless() {
        int nothing = 0;
        for (int i = 0; i < CASES; i++) {
            var answer = Answer.read(mutated(ANSWERS));
            nothing += answer.isEmpty() ? 1 : 0;
            if (answer.orElse(new Answer.Ok()) instanceof Answer.Refusal refusal) {
                assertThat(refusal.code()).matches("[ -~]{0,64}");
                assertThat(refusal.words()).matches("[ -~]{0,64}");
            }
            if (answer.orElse(new Answer.Ok()) instanceof Answer.Data row
                    && row.get("rssi").isEmpty()) {
                assertThat(Answer.read(row.write()).filter(Answer.Data.class::isInstance))
                        .as(row.toString())
                        .isPresent();
            }
        }
        assertThat(nothing).isBetween(CASES / 4, CASES - 1000);
    }

    @Test
    void aHostileStreamEndsOrBreaksARule() throws IOException {
        for (int i = 0; i < CASES; i++) {
            var direction = random.nextBoolean() ? Direction.TO_DEVICE : Direction.TO_CLIENT;
            byte[] bytes = stream();
            var reader = new MessageReader(new ByteArrayInputStream(bytes), direction);
            int read = 0;
            try {
                for (var text = reader.read(); text.isPresent(); text = reader.read()) {
                    read += 2;
                    assertThat(text.get().length()).isLessThanOrEqualTo(Direction.MAXIMUM_BYTES);
                }
                assertThat(read).isLessThanOrEqualTo(bytes.length);
            } catch (BadMessageException | EOFException _) {
                // What it is for.
            }
        }
    }

    /// Some messages, then up to four other bytes anywhere.
    private byte[] stream() {
        var sink = new ByteSink();
        for (int i = random.nextInt(3); i >= 0; i--) {
            byte[] text = COMMANDS.get(random.nextInt(COMMANDS.size())).getBytes(StandardCharsets.UTF_8);
            sink.u16(text.length + 2).raw(text);
        }
        byte[] bytes = sink.toBytes();
        for (int i = random.nextInt(5); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return Arrays.copyOf(bytes, random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length);
    }

    /// Up to six letters more, less or others, most often near the beginning, where the meaning is.
    private String mutated(List<String> whole) {
        var text = new StringBuilder(whole.get(random.nextInt(whole.size())));
        for (int i = random.nextInt(6); i >= 0; i--) {
            int place = random.nextInt(1 + (random.nextBoolean() ? text.length() : Math.min(40, text.length())));
            char letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
            switch (random.nextInt(3)) {
                case 0 -> text.insert(place, letter);
                case 1 -> text.delete(place, place + random.nextInt(3));
                case 2 -> text.replace(place, Math.min(place + 1, text.length()), String.valueOf(letter));
                default -> throw new IllegalStateException();
            }
        }
        return text.toString();
    }
}
