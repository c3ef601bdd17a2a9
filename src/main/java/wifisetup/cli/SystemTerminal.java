package wifisetup.cli;

import java.io.ByteArrayOutputStream;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wifisetup.secret.Secret;

/// The standard streams of this process, and the terminal that it was started from, if it was.
public final class SystemTerminal implements Terminal {
    /// More than any password of a network or a key's file has.
    private static final int LONGEST_LINE = 4096;

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final @Nullable Console console;
    private volatile boolean waiting;

    /// These streams, and `console` if both input and output are a terminal.
    SystemTerminal(InputStream in, PrintStream out, PrintStream err, @Nullable Console console) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.console = console;
    }

    /// This process' own.
    public static SystemTerminal ofThisProcess() {
        return new SystemTerminal(System.in, System.out, System.err, System.console());
    }

    @Override
    public boolean answer(String line) {
        out.println(line);
        return !out.checkError();
    }

    @Override
    public void tell(String line) {
        err.println(line);
    }

    @Override
    public Optional<Secret> ask(String question) {
        if (console == null) {
            return Optional.empty();
        }
        err.print(question);
        err.flush();
        char[] typed = waitFor(console::readPassword);
        return typed == null || typed.length == 0 ? Optional.empty() : Optional.of(new Secret(String.valueOf(typed)));
    }

    @Override
    public Optional<Secret> readSecret() throws IOException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(waitFor(this::readLine)))
                .toString();
        String password = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        return password.isEmpty() ? Optional.empty() : Optional.of(new Secret(password));
    }

    /// Whether a person looks at the answers, on a terminal.
    public boolean isWatched() {
        return console != null && console.isTerminal();
    }

    /// Whether it waits for somebody to type, which nothing interrupts. Any thread.
    public boolean waitsForInput() {
        return waiting;
    }

    private byte[] readLine() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.write(next);
            if (line.size() > LONGEST_LINE) {
                throw new IOException("a line of more than " + LONGEST_LINE + " bytes is no password");
            }
        }
        return line.toByteArray();
    }

    private <T extends @Nullable Object, X extends Exception> T waitFor(Reading<T, X> reading) throws X {
        waiting = true;
        try {
            return reading.read();
        } finally {
            waiting = false;
        }
    }

    private interface Reading<T extends @Nullable Object, X extends Exception> {
        T read() throws X;
    }
}
