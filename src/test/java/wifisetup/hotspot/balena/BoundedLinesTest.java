package wifisetup.hotspot.balena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundedLinesTest {
    private final List<String> lines = new ArrayList<>();

    @Test
    void linesAreToldAndTheLastNeedsNoEnd() throws IOException {
        tell("one\r\n\ntwo\nthree");

        assertThat(lines).containsExactly("one", "", "two", "three");
    }

    @Test
    void nothingIsToldOfNothing() throws IOException {
        tell("");

        assertThat(lines).isEmpty();
    }

    @Test
    void ofALongLineTheBeginningIsKept() throws IOException {
        tell("x".repeat(1_000_000) + "\nshort\n");

        assertThat(lines).containsExactly("x".repeat(BoundedLines.LONGEST), "short");
    }

    @Test
    void whatIsNotUtf8IsReplaced() throws IOException {
        BoundedLines.tell(new ByteArrayInputStream(new byte[] {'a', (byte) 0xff, 'b', '\n'}), lines::add);

        assertThat(lines).containsExactly("a\uFFFDb");
    }

    @Test
    void whatCameBeforeAStreamBreaksIsTold() {
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("broken");
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                throw new IOException("broken");
            }
        };
        var begun = new ByteArrayInputStream("half".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> BoundedLines.tell(new SequenceInputStream(begun, broken), lines::add))
                .isInstanceOf(IOException.class);
        assertThat(lines).containsExactly("half");
    }

    private void tell(String text) throws IOException {
        BoundedLines.tell(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), lines::add);
    }
}
