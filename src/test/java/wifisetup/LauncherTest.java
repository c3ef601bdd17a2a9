package wifisetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program as whoever starts it sees it: a process with its output and its exit code.
class LauncherTest {
    private static final long GENEROUS_SECONDS = 60;

    @TempDir
    private Path folder;

    private Path configuration;
    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void configure() throws IOException {
        configuration = Files.writeString(folder.resolve("kiosk.conf"), """
                display = none
                backend = simulated
                bus = embedded
                bus-uri = ws://127.0.0.1:0/core
                """);
    }

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void withoutAScreenItStaysUpAndSigtermEndsItWithinFiveSeconds() throws Exception {
        var kiosk = start("--state", folder.resolve("state").toString());
        assertThat(kiosk.inputReader().readLine()).startsWith("ready: display=none backend=simulated bus=embedded(");

        assertThat(kiosk.waitFor(300, TimeUnit.MILLISECONDS))
                .as("it ended by itself")
                .isFalse();

        kiosk.destroy();
        assertThat(kiosk.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(kiosk.exitValue()).isEqualTo(143);
    }

    @Test
    void aWrongKeyIsNamedWithFileAndLine() throws Exception {
        Files.writeString(configuration, Files.readString(configuration) + "colour = red\n");

        assertThat(complaint(start())).contains(configuration + ":5: unknown key colour");
    }

    private static String complaint(Process kiosk) throws Exception {
        try (BufferedReader complaints = kiosk.errorReader()) {
            String first = complaints.readLine();
            assertThat(kiosk.waitFor(GENEROUS_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(kiosk.exitValue()).isEqualTo(2);
            return first;
        }
    }

    private Process start(String... options) throws IOException {
        var command = new ArrayList<>(List.of("kiosk/wifi-setup-kiosk", "--config", configuration.toString()));
        command.addAll(List.of(options));
        var process = new ProcessBuilder(command).start();
        started.add(process);
        return process;
    }
}
