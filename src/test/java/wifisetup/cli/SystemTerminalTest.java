package wifisetup.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wifisetup.secret.Secret;

class SystemTerminalTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(strings = {" pass wörd ", " pass wörd \n", " pass wörd \r\n", " pass wörd \nnext line\n"})
    void thePasswordIsTheFirstLineWithItsBlanks(String input) throws IOException {
        assertThat(terminal(input.getBytes(StandardCharsets.UTF_8)).readSecret())
                .contains(new Secret(" pass wörd "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n", "\npassword\n"})
    void anEmptyFirstLineIsNoPassword(String input) throws IOException {
        assertThat(terminal(input.getBytes(StandardCharsets.UTF_8)).readSecret())
                .isEmpty();
    }

    @Test
    void aPasswordThatIsNoUtf8IsRefused() {
        assertThatThrownBy(() ->
                        terminal("wörd".getBytes(StandardCharsets.ISO_8859_1)).readSecret())
                .isInstanceOf(IOException.class)
                .hasMessageNotContaining("rd");
    }

    @Test
    void aLineWithoutEndIsRefused() {
        assertThatThrownBy(() -> terminal(new byte[100_000]).readSecret()).hasMessageContaining("4096");
    }

    @Test
    void whileItReadsItSaysThatItWaits() throws IOException {
        var waited = new AtomicBoolean();
        var terminal = new AtomicReference<SystemTerminal>();
        var input = new ByteArrayInputStream(new byte[0]) {
            @Override
            public synchronized int read() {
                waited.set(terminal.get().waitsForInput());
                return super.read();
            }

            @Override
            public synchronized int read(byte[] bytes, int offset, int length) {
                waited.set(terminal.get().waitsForInput());
                return super.read(bytes, offset, length);
            }
        };
        terminal.set(new SystemTerminal(input, new PrintStream(out), new PrintStream(err), null));
        assertThat(terminal.get().readSecret()).isEmpty();
        assertThat(waited).isTrue();
        assertThat(terminal.get().waitsForInput()).isFalse();
    }

    @Test
    void withoutATerminalNobodyIsAsked() {
        assertThat(terminal(new byte[0]).ask("Password: ")).isEmpty();
        assertThat(err.size()).isZero();
    }

    @Test
    void theAnswerAndWhatIsToldAreApart() {
        var terminal = terminal(new byte[0]);
        assertThat(terminal.answer("the answer")).isTrue();
        terminal.tell("the news");
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualToIgnoringNewLines("the answer\n");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualToIgnoringNewLines("the news\n");
    }

    @Test
    void aReaderWhoLeavesIsNoticed() {
        var closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        var terminal =
                new SystemTerminal(InputStream.nullInputStream(), new PrintStream(closed), new PrintStream(err), null);
        assertThat(terminal.answer("anybody there?")).isFalse();
    }

    private SystemTerminal terminal(byte[] input) {
        return new SystemTerminal(
                new ByteArrayInputStream(input),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                null);
    }
}
