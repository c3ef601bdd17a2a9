package wifisetup.network.nmcli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import wifisetup.loop.Timer;
import wifisetup.network.Failure;
import wifisetup.network.WifiException;

/// Runs nmcli, one process for each question. Any thread.
///
/// Each run speaks English, whatever the system speaks, and takes names as UTF-8; it ends when its time is up, or the
/// thread that waits for it is interrupted.
final class Nmcli {
    /// How long a question may take. The longest, a scan, ends by itself after 15 s.
    static final Duration LIMIT = Duration.ofSeconds(30);

    private static final byte[] NOTHING = {};

    private final List<String> command;
    private final Charset arguments;
    private final Timer timer;

    /// @param command the words before the arguments, such as `nmcli`, or `sudo -n nmcli`
    /// @param arguments the encoding in which this system hands arguments to processes
    Nmcli(List<String> command, Charset arguments, Timer timer) {
        if (command.isEmpty()) {
            throw new IllegalArgumentException("a command has at least one word, found none");
        }
        this.command = List.copyOf(command);
        this.arguments = arguments;
        this.timer = timer;
    }

    /// Whether `argument` arrives as it is.
    boolean canSay(String argument) {
        return argument.indexOf('\0') < 0 && arguments.newEncoder().canEncode(argument);
    }

    /// Runs it and waits for its end.
    ///
    /// @throws WifiException if it cannot be run, or says nothing in time
    Answer run(String... words) throws WifiException, InterruptedException {
        return await(start(NOTHING, words));
    }

    /// As [#run], and gives what it printed.
    ///
    /// @throws WifiException also if it failed
    String ask(Right right, String... words) throws WifiException, InterruptedException {
        return run(words).outputFor(right);
    }

    /// Starts it with `input` to read.
    ///
    /// @throws WifiException if it cannot be run
    Run start(byte[] input, String... words) throws WifiException {
        var run = Run.collecting(process(words));
        run.feed(input);
        return run;
    }

    /// Starts it; what it prints is told line by line, on a thread of its own.
    ///
    /// @throws WifiException if it cannot be run
    Run follow(Consumer<String> lines, String... words) throws WifiException {
        var run = Run.telling(process(words), lines);
        run.feed(NOTHING);
        return run;
    }

    private Answer await(Run run) throws WifiException, InterruptedException {
        var answer = run.answer();
        var limit = timer.after(LIMIT, () -> answer.completeExceptionally(new TimeoutException()));
        try {
            return answer.get();
        } catch (ExecutionException late) {
            throw new WifiException(
                    new Failure.BackendUnavailable("nmcli did not answer within " + LIMIT.toSeconds() + " s"), late);
        } finally {
            limit.cancel();
            run.end();
        }
    }

    private Process process(String... words) throws WifiException {
        var line = new ArrayList<>(command);
        line.addAll(Arrays.asList(words));
        var builder = new ProcessBuilder(line);
        builder.environment().put("LC_ALL", "C.UTF-8");
        // Where it is set, it counts for more than the locale.
        builder.environment().remove("LANGUAGE");
        try {
            return builder.start();
        } catch (IOException missing) {
            throw new WifiException(
                    new Failure.BackendUnavailable("nmcli cannot be run as \"" + String.join(" ", command)
                            + "\"; it belongs to the package network-manager"),
                    missing);
        }
    }
}
