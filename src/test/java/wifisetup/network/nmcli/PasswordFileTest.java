package wifisetup.network.nmcli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wifisetup.secret.Secret;

final class PasswordFileTest {
    private static final String PROPERTY = "802-11-wireless-security.psk";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct-horse",
                "  blanks at both ends  ",
                "back\\slash\\n",
                "#comment?",
                "colon:equals=",
                "line\nbreak\r",
                "pässwörd ☕",
                "\\101"
            })
    void everySecretArrivesAsItIs(String secret) {
        var file = new PasswordFile(Map.of(PROPERTY, new Secret(secret))).bytes();

        assertThat(asNmcliReads(file)).isEqualTo(secret);
    }

    @Test
    void itPrintsNoSecret() {
        assertThat(new PasswordFile(Map.of(PROPERTY, new Secret("hunter22"))).toString())
                .doesNotContain("hunter22");
    }

    /// One line: the name up to the first `:`, then blanks are skipped, then escapes are resolved
    /// (`nm_utils_buf_utf8safe_unescape`).
    private static String asNmcliReads(byte[] file) {
        var text = new String(file, StandardCharsets.US_ASCII);
        assertThat(text).startsWith(PROPERTY + ":").endsWith("\n");
        var value = text.substring(PROPERTY.length() + 1, text.length() - 1);
        assertThat(value).doesNotContain("\n", "\r").isEqualTo(value.strip());
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) == '\\') {
                bytes.write(Integer.parseInt(value.substring(i + 1, i + 4), 8));
                i += 3;
            } else {
                bytes.write(value.charAt(i));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
