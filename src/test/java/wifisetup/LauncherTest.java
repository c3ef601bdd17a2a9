package wifisetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program as it is started: the launcher, a virtual machine of its own, exit codes and signals.
class LauncherTest {
    private static final int PATIENCE_SECONDS = 60;
    private static final int SIGTERM = 143;

    @TempDir
    private Path directory;

    @Test
    void itSaysOnceThatItIsReadyAndEndsCleanlyOnSigterm() throws Exception {
        var kiosk = start("--display=headless");
        try (var out = kiosk.inputReader()) {
            assertThat(awaitLine(out, "ready:"))
                    .matches(
                            "ready: display=headless backend=simulated bus=embedded\\(ws://127\\.0\\.0\\.1:\\d+/core\\) "
                                    + "in \\d+ ms");
            // By its handle: the process itself would close the pipes with it.
            kiosk.toHandle().destroy();
            assertThat(kiosk.waitFor(5, TimeUnit.SECONDS))
                    .as("ended within 5 s")
                    .isTrue();
            assertThat(kiosk.exitValue()).isEqualTo(SIGTERM);
            assertThat(out.lines()).isEmpty();
        } finally {
            kiosk.destroyForcibly();
        }
        // JavaFX's own shutdown may complain of its last frame; nothing of ours may.
        assertThat(log()).doesNotContain(" ERROR ").doesNotContain("wifisetup@");
    }

    @Test
    void withoutAScreenTheServicesAreUp() throws Exception {
        var kiosk = start("--display=none");
        try (var out = kiosk.inputReader()) {
            assertThat(awaitLine(out, "ready:")).contains("display=none");
        } finally {
            kiosk.destroyForcibly();
        }
    }

    @Test
    void aWrongOptionEndsItWithTwo() throws Exception {
        assertThat(end(start("--colour=red"))).isEqualTo(2);
        assertThat(log()).contains("--colour");
    }

    @Test
    void aWrongKeyIsNamedWithFileAndLineAndEndsItWithTwo() throws Exception {
        Path file = Files.writeString(directory.resolve("kiosk.conf"), "# mine\ncolour = red\n");
        assertThat(end(start("--config=" + file))).isEqualTo(2);
        assertThat(log()).contains(file + ":2: unknown key colour");
    }

    @Test
    void aBusThatCannotBeServedEndsItWithOne() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(end(start(
                            "--display=none",
                            "--bus=embedded",
                            "--bus-uri=ws://127.0.0.1:" + taken.getLocalPort() + "/core")))
                    .isEqualTo(1);
        }
        assertThat(log()).contains("wifi-setup-kiosk: ").doesNotContain("\tat ");
    }

    @Test
    void withoutAJavaThatIsNewEnoughItSaysWhatToInstall() throws Exception {
        var launcher = new ProcessBuilder("/bin/sh", "kiosk/wifi-setup-kiosk", "--find-jdk").redirectErrorStream(true);
        // An empty search path but for the shell's own tools, and a root without any virtual machine.
        launcher.environment().keySet().removeIf(name -> name.startsWith("JAVA") || name.startsWith("WIFI_SETUP"));
        launcher.environment().putAll(Map.of("WIFI_SETUP_JVM_ROOT", directory.toString(), "PATH", tools().toString()));
        launcher.environment().put("HOME", directory.toString());
        var process = launcher.start();
        var printed = process.inputReader().readAllAsString();
        assertThat(end(process)).isEqualTo(3);
        assertThat(printed)
                .contains("Java 25 or newer is needed", "openjdk-25-jdk")
                .hasLineCount(1);
    }

    /// A directory with the few tools that the launcher uses, and no `java`.
    private Path tools() throws IOException {
        Path tools = Files.createDirectory(directory.resolve("tools"));
        for (String tool : List.of("sed", "dirname", "readlink")) {
            Path script =
                    Files.writeString(tools.resolve(tool), "#!/bin/sh\nPATH=/usr/bin:/bin exec " + tool + " \"$@\"\n");
            assertThat(script.toFile().setExecutable(true)).isTrue();
        }
        return tools;
    }

    private Process start(String... options) throws IOException {
        var command = new ArrayList<>(List.of("kiosk/wifi-setup-kiosk"));
        if (List.of(options).stream().noneMatch(option -> option.startsWith("--bus"))) {
            command.add("--bus-uri=ws://127.0.0.1:0/core");
        }
        command.add("--backend=simulated");
        command.add("--state=" + directory.resolve("state"));
        command.addAll(List.of(options));
        var builder = new ProcessBuilder(command)
                .redirectError(directory.resolve("log").toFile());
        // The test's own virtual machine options are not the program's.
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return builder.start();
    }

    private String log() throws IOException {
        return Files.readString(directory.resolve("log"));
    }

    private static int end(Process process) throws InterruptedException {
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private static String awaitLine(BufferedReader out, String beginning) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(beginning)) {
                return line;
            }
        }
        throw new AssertionError("it ended without a line that begins with " + beginning);
    }
}
