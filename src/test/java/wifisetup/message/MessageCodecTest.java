package wifisetup.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import wifisetup.secret.Secret;

class MessageCodecTest {
    private static final Secret KEY = new Secret("ivf1NQSkQNogWYyr");

    /// Made by AESGCM of Python's cryptography 48, which puts the tag behind the ciphertext.
    private static final String CIPHERTEXT = "4baab1e04d595d04506a6e37196b0ebfb827741e0042511474cd0bba0dc2b744"
            + "f3b40108028a8766a87952bea42aea4e9572d5a3f4ce580a982d875b5069d7d3";

    private static final String TAG = "b3b03e8b0db749bf64f7b8b6b689b56c";
    private static final String NONCE = "000102030405060708090a0b0c0d0e0f";
    private static final Message SPOKEN = Message.of("speak", object("{\"utterance\":\"grüß dich\"}"));

    private final MessageCodec codec = new MessageCodec();
    private final MessageCodec keyed = new MessageCodec(10_000, Optional.of(new FrameCipher(KEY)));

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        var message = new Message("a.b", object("{\"n\":[1,null,\"\\u0000ü\"]}"), object("{\"session\":{}}"));

        assertThat(codec.read(codec.write(message))).isEqualTo(new Frame.Clear(message));
        assertThat(codec.write(Message.of("x"))).isEqualTo("{\"type\":\"x\",\"data\":{},\"context\":{}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"{\"type\":\"x\"}", "{\"context\":null,\"data\":null, \"type\":\"x\",\"more\":1}"})
    void missingDataAndContextAreEmpty(String text) throws Exception {
        assertThat(codec.read(text)).isEqualTo(new Frame.Clear(Message.of("x")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | one JSON object",
                "[] | one JSON object",
                "hunter2 | expected JSON",
                "{\"type\":\"x\",\"data\":{\"password\":\"hunter2\" | expected JSON",
                "{\"type\":\"x\"} hunter2 | expected JSON",
                "{\"type\":\"x\"}{\"type\":\"y\"} | expected JSON",
                "{} | as type, found none",
                "{\"type\":null} | as type, found NULL",
                "{\"type\":1} | as type, found NUMBER",
                "{\"type\":\"\"} | as type",
                "{\"type\":\"x\",\"data\":[\"hunter2\"]} | an object as data, found ARRAY",
                "{\"type\":\"x\",\"context\":\"hunter2\"} | an object as context",
                "{\"ciphertext\":\"hunter2\",\"nonce\":\"00\"} | hexadecimal text as ciphertext",
                "{\"ciphertext\":\"00\"} | hexadecimal text as nonce, found none",
            })
    void whatIsNoFrameIsRefusedWithoutItsContent(String text, String message) {
        assertThatThrownBy(() -> codec.read(text))
                .isInstanceOf(MalformedMessage.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("hunter2")
                .hasNoCause();
    }

    @Test
    void deepNestingAndLargeFramesAreRefused() {
        assertThatThrownBy(() -> codec.read("{\"type\":\"x\",\"data\":" + "{\"a\":".repeat(100_000)))
                .isInstanceOf(MalformedMessage.class)
                .hasMessageContaining("64 levels");
        assertThatThrownBy(() -> keyed.read("{\"type\":\"" + "ü".repeat(5_000) + "\"}"))
                .isInstanceOf(MalformedMessage.class)
                .hasMessageContaining("10000 bytes");
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void framesOfOtherImplementationsAreDecryptedWithTheTagApartOrNot(boolean apart) throws Exception {
        String frame = apart ? box(CIPHERTEXT, ",\"tag\":\"" + TAG + "\"") : box(CIPHERTEXT + TAG, "");

        assertThat(keyed.read(frame)).isEqualTo(new Frame.Clear(SPOKEN));
    }

    @Test
    void encryptionUnderAKnownNonceGivesTheKnownTag() {
        var cipher = new FrameCipher(KEY, () -> 0L);
        // Twelve zero bytes as nonce; the tag of the empty text under it is the one of Python's cryptography 48.
        var box = cipher.encrypt("");

        assertThat(box.ciphertext).isEmpty();
        assertThat(box.nonce).containsOnly(0).hasSize(12);
        assertThat(box.tag).asHexString().isEqualToIgnoringCase("5cc14e68e37a531d816c7d345bc22dc9");
    }

    @Test
    void whatIsEncryptedIsReadByWhoHasTheKeyAlone() throws Exception {
        String frame = keyed.write(SPOKEN);

        assertThat(frame).doesNotContain("speak").contains("ciphertext", "tag", "nonce");
        assertThat(keyed.write(SPOKEN)).as("a new nonce each time").isNotEqualTo(frame);
        assertThat(keyed.read(frame)).isEqualTo(new Frame.Clear(SPOKEN));
        assertThat(codec.read(frame)).isInstanceOf(Frame.Foreign.class);
        var other = new MessageCodec(10_000, Optional.of(new FrameCipher(new Secret("0123456789abcdef"))));
        assertThat(other.read(frame)).isInstanceOf(Frame.Foreign.class);
    }

    @Test
    void withAKeyAFrameInClearIsNotRead() throws Exception {
        assertThat(keyed.read("{\"type\":\"x\"}")).isInstanceOf(Frame.Foreign.class);
    }

    @Test
    void aKeyOfAnotherLengthIsRefusedWithoutBeingShown() {
        assertThatThrownBy(() -> new FrameCipher(new Secret("hunter2")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found 7")
                .hasMessageNotContaining("hunter2");
    }

    private static String box(String ciphertext, String tag) {
        return "{\"ciphertext\":\"" + ciphertext + "\",\"nonce\":\"" + NONCE + "\"" + tag + "}";
    }

    private static ObjectNode object(String json) {
        return (ObjectNode) JsonMapper.shared().readTree(json);
    }
}
