package wifisetup.network.nmcli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// A process of nmcli. Any thread.
final class Run {
    private static final System.Logger LOG = System.getLogger(Run.class.getName());
    private static final Executor THREADS = Thread::startVirtualThread;

    /// The most bytes of either stream that are kept: several times what hundreds of networks take.
    private static final int MOST_BYTES = 1 << 20;

    private final Process process;
    private final CompletableFuture<Answer> answer;

    private Run(Process process, CompletableFuture<String> output) {
        this.process = process;
        var errors =
                CompletableFuture.supplyAsync(() -> collect(process.getErrorStream(), StandardCharsets.UTF_8), THREADS);
        this.answer = process.onExit()
                .thenCombine(
                        output.thenCombine(errors, (said, complained) -> new Said(said, complained)),
                        (ended, said) -> new Answer(ended.exitValue(), said.output, said.errors));
    }

    /// A process whose output is collected.
    static Run collecting(Process process) {
        return new Run(
                process,
                CompletableFuture.supplyAsync(
                        () -> collect(process.getInputStream(), StandardCharsets.ISO_8859_1), THREADS));
    }

    /// A process whose output is told line by line, on a thread of its own.
    static Run telling(Process process, Consumer<String> lines) {
        return new Run(process, CompletableFuture.supplyAsync(() -> tell(process.getInputStream(), lines), THREADS));
    }

    /// Gives the process what it is to read, all at once: less than a pipe holds.
    void feed(byte[] input) {
        try (OutputStream stream = process.getOutputStream()) {
            stream.write(input);
        } catch (IOException gone) {
            // It has ended already; its exit code says why.
            LOG.log(Level.DEBUG, "nmcli did not read its input: {0}", gone.getMessage());
        }
    }

    /// What it came to.
    CompletableFuture<Answer> answer() {
        return answer;
    }

    /// Ends the process and those that it started, if they run still and may be ended from here; one that `sudo` runs
    /// as another user may not, and ends when it next finds nobody to print to.
    void end() {
        if (process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }

    private static String collect(InputStream stream, Charset charset) {
        try (stream) {
            var kept = stream.readNBytes(MOST_BYTES);
            stream.transferTo(OutputStream.nullOutputStream());
            return new String(kept, charset);
        } catch (IOException ended) {
            LOG.log(Level.DEBUG, "nmcli was ended: {0}", ended.getMessage());
            return "";
        }
    }

    private static String tell(InputStream stream, Consumer<String> lines) {
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.accept(line);
            }
        } catch (IOException ended) {
            LOG.log(Level.DEBUG, "nmcli was ended: {0}", ended.getMessage());
        }
        return "";
    }

    private record Said(String output, String errors) {}
}
