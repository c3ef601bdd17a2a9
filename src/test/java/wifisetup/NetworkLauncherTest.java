package wifisetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands of the network as they are started: the launcher, a virtual machine of its own, exit codes and signals.
class NetworkLauncherTest {
    private static final int PATIENCE_SECONDS = 60;
    private static final int SIGTERM = 143;
    private static final String PASSWORD = "password";

    @TempDir
    private Path directory;

    @Test
    void whereThereIsNoLocaleNamesAreUtf8AndJavaFxIsNotLoaded() throws Exception {
        Path classes = directory.resolve("classes");
        var builder = builder("connect", "Café: 5G ☕", "--password-stdin", "--backend=simulated");
        builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.startsWith("LANG"));
        builder.environment().put("JAVA_OPTS", "-Xlog:class+load:file=" + classes);
        var process = builder.start();
        type(process, PASSWORD + "\n");

        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(log()).isZero();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines("connected, address 10.77.7.23, internet: yes; Café: 5G ☕\n");
        assertThat(log().lines())
                .containsExactly(
                        "preparing", "checking the password", "getting an address", "looking for the internet");
        assertThat(Files.readString(classes))
                .contains("wifisetup.cli.NetworkCommands")
                .doesNotContain("javafx.", "java.awt.");
    }

    @Test
    void aJoinThatASignalEndsIsUndoneAndItsPasswordWasInNoProcessList() throws Exception {
        var process = builder("connect", "No Lease", "--password-stdin", "--backend=simulated", "--json")
                .redirectError(ProcessBuilder.Redirect.PIPE)
                .start();
        type(process, PASSWORD + "\n");
        try (var err = process.errorReader(StandardCharsets.UTF_8);
                var out = process.inputReader(StandardCharsets.UTF_8)) {
            String line = err.readLine();
            while (line != null && !line.equals("getting an address")) {
                line = err.readLine();
            }
            assertThat(line).isEqualTo("getting an address");
            Path self = Path.of("/proc", String.valueOf(process.pid()));
            for (String visible : List.of("cmdline", "environ")) {
                assertThat(Files.readString(self.resolve(visible), StandardCharsets.ISO_8859_1)
                                .split("\0"))
                        .doesNotContain(PASSWORD);
            }
            // By its handle: the process itself would close the pipes with it.
            process.toHandle().destroy();
            assertThat(process.waitFor(5, TimeUnit.SECONDS))
                    .as("ended within 5 s")
                    .isTrue();
            assertThat(process.exitValue()).isEqualTo(SIGTERM);
            assertThat(out.readLine()).isEqualTo("{\"reason\":\"cancelled\",\"message\":\"cancelled\"}");
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void withoutNetworkManagerNothingIsSimulatedUnasked() throws Exception {
        var builder = builder("list", "--json");
        builder.environment().put("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=" + directory.resolve("nobody"));
        var process = builder.start();

        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(19);
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("{\"reason\":\"backend_unavailable\"");
        assertThat(log()).hasLineCount(1).startsWith("NetworkManager is not there");
    }

    @Test
    void aCommandThatMakesNoSenseEndsItWithTwo() throws Exception {
        var process = builder("connect", "Home", "hunter2-secret").start();

        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(log()).contains("Try --help.").doesNotContain("hunter2");
    }

    private ProcessBuilder builder(String... arguments) {
        var command = new ArrayList<>(List.of("kiosk/wifi-setup-kiosk", "network"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .redirectError(directory.resolve("log").toFile());
        // The test's own virtual machine options are not the program's.
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return builder;
    }

    private static void type(Process process, String line) throws IOException {
        try (var keyboard = process.outputWriter(StandardCharsets.UTF_8)) {
            keyboard.write(line);
        }
    }

    private String log() throws IOException {
        return Files.readString(directory.resolve("log"));
    }
}
