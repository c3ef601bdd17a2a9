package wifisetup.network.nmcli;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wifisetup.loop.ManualTimer;
import wifisetup.network.Failure;
import wifisetup.network.WifiException;

@Timeout(60)
final class NmcliTest {
    private final ManualTimer timer = new ManualTimer();

    @TempDir
    private Path directory;

    private Nmcli nmcli(String script) throws IOException {
        return new Nmcli(StandIn.command(directory, script), StandardCharsets.UTF_8, timer);
    }

    @Test
    void anAnswerIsTheCodeTheOutputAndTheComplaint() throws Exception {
        var answer = nmcli("printf '%s|' \"$@\"; printf 'a\\377b'; echo 'Error: é' >&2; exit 4")
                .run("-t", "x y", "");

        assertThat(answer).isEqualTo(new Answer(4, "-t|x y||a\u00ffb", "Error: é\n"));
    }

    @Test
    void itSpeaksEnglishAndUtf8() throws Exception {
        assertThat(nmcli("echo \"$LC_ALL ${LANGUAGE-none}\"").run().output()).isEqualTo("C.UTF-8 none\n");
    }

    @Test
    void wordsBeforeTheArgumentsStayBeforeThem() throws Exception {
        var command = List.of(StandIn.command(directory, "printf '%s ' \"$@\"").getFirst(), "-n", "nmcli");

        assertThat(new Nmcli(command, StandardCharsets.UTF_8, timer)
                        .run("general")
                        .output())
                .isEqualTo("-n nmcli general ");
    }

    @Test
    void whatItReadsIsAllThatItReads() throws Exception {
        var run = nmcli("cat \"$1\"").start("secret\n".getBytes(StandardCharsets.US_ASCII), PasswordFile.PATH);

        assertThat(run.answer().get(30, SECONDS).output()).isEqualTo("secret\n");
    }

    @Test
    void aFailureIsToldAsWhatItMeans() throws IOException {
        var nmcli = nmcli("echo 'Error: NetworkManager is not running.' >&2; exit 8");

        assertThatThrownBy(() -> nmcli.ask(Right.CONTROL, "general"))
                .isInstanceOfSatisfying(
                        WifiException.class,
                        failure -> assertThat(failure.failure())
                                .isEqualTo(new Failure.BackendUnavailable("NetworkManager is not running")));
    }

    @Test
    void aProgramThatIsNotThereIsSaidInASentence() {
        var nmcli = new Nmcli(List.of("/nonexistent/nmcli"), StandardCharsets.UTF_8, timer);

        assertThatThrownBy(() -> nmcli.run("general"))
                .isInstanceOfSatisfying(
                        WifiException.class,
                        failure -> assertThat(failure.failure())
                                .isInstanceOfSatisfying(
                                        Failure.BackendUnavailable.class,
                                        unavailable -> assertThat(unavailable.detail())
                                                .contains("/nonexistent/nmcli", "network-manager")));
    }

    @Test
    void oneThatHangsIsEndedWhenItsTimeIsUp() throws Exception {
        var begun = StandIn.pipe(directory, "begun");
        StandIn.pipe(directory, "never");
        var nmcli = nmcli("echo $$ > \"$here/begun\"; read -r _ < \"$here/never\"");
        var thrown = new CompletableFuture<Throwable>();
        Thread.startVirtualThread(() -> {
            try {
                thrown.completeExceptionally(new AssertionError("answered " + nmcli.run("monitor")));
            } catch (WifiException | InterruptedException expected) {
                thrown.complete(expected);
            }
        });
        var process = process(begun, thrown);

        timer.advance(Nmcli.LIMIT);

        assertThat(thrown.get(30, SECONDS))
                .isInstanceOfSatisfying(
                        WifiException.class,
                        failure -> assertThat(failure.failure()).isInstanceOf(Failure.BackendUnavailable.class));
        assertEnds(process);
    }

    @Test
    void oneThatIsWaitedForEndsWithTheWaiting() throws Exception {
        var begun = StandIn.pipe(directory, "begun");
        StandIn.pipe(directory, "never");
        var nmcli = nmcli("echo $$ > \"$here/begun\"; read -r _ < \"$here/never\"");
        var thrown = new CompletableFuture<Throwable>();
        var waiting = Thread.startVirtualThread(() -> {
            try {
                thrown.completeExceptionally(new AssertionError("answered " + nmcli.run("monitor")));
            } catch (WifiException | InterruptedException expected) {
                thrown.complete(expected);
            }
        });
        var process = process(begun, thrown);

        waiting.interrupt();

        assertThat(thrown.get(30, SECONDS)).isInstanceOf(InterruptedException.class);
        assertEnds(process);
    }

    @Test
    void endlessOutputIsCutOff() throws Exception {
        var answer = nmcli("head -c 3000000 /dev/zero | tr '\\0' 'x'").run();

        assertThat(answer.status()).isZero();
        assertThat(answer.output()).hasSize(1 << 20);
    }

    @Test
    void aNameThatTheSystemHasNoCharactersForCannotBeSaid() throws IOException {
        var ascii = new Nmcli(List.of("nmcli"), StandardCharsets.US_ASCII, timer);

        assertThat(ascii.canSay("HomeNet")).isTrue();
        assertThat(ascii.canSay("Café")).isFalse();
        assertThat(nmcli("").canSay("Café: 5G ☕")).isTrue();
        assertThat(nmcli("").canSay("a\0b")).isFalse();
    }

    /// The process that says its number through `pipe`, unless the run is over first.
    private static ProcessHandle process(Path pipe, CompletableFuture<Throwable> over) throws Exception {
        var number = new CompletableFuture<String>();
        Thread.startVirtualThread(() -> {
            try {
                number.complete(Files.readString(pipe).strip());
            } catch (IOException failure) {
                number.completeExceptionally(failure);
            }
        });
        var _ = over.thenAccept(number::completeExceptionally);
        return ProcessHandle.of(Long.parseLong(number.get(30, SECONDS))).orElseThrow();
    }

    private static void assertEnds(ProcessHandle process) throws Exception {
        assertThat(process.onExit().get(30, SECONDS).isAlive()).isFalse();
    }
}
