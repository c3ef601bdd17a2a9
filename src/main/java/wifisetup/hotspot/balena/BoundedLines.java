package wifisetup.hotspot.balena;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Reads a program's output line by line, in bounded memory whatever the program prints.
final class BoundedLines {
    /// The most bytes of a line that are kept: the list of networks is the longest, and its end does not matter.
    static final int LONGEST = 4096;

    private static final int BLOCK = 8192;

    private final Consumer<? super String> lines;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(LONGEST);
    private boolean begun;

    private BoundedLines(Consumer<? super String> lines) {
        this.lines = lines;
    }

    /// Tells each line of `stream` to its end; the last one needs no line break. What is not UTF-8 becomes
    /// U+FFFD, and what is beyond [#LONGEST] is left out.
    ///
    /// @throws IOException if the stream breaks; what was begun has been told
    static void tell(InputStream stream, Consumer<? super String> lines) throws IOException {
        new BoundedLines(lines).readAll(stream);
    }

    private void readAll(InputStream stream) throws IOException {
        var block = new byte[BLOCK];
        try {
            for (int length = stream.read(block); length >= 0; length = stream.read(block)) {
                for (int i = 0; i < length; i++) {
                    take(block[i]);
                }
            }
        } finally {
            if (begun) {
                end();
            }
        }
    }

    private void take(byte b) {
        if (b == '\n') {
            end();
            return;
        }
        begun = true;
        if (b != '\r' && line.size() < LONGEST) {
            line.write(b);
        }
    }

    private void end() {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        begun = false;
        lines.accept(text);
    }
}
