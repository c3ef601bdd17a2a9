package wifisetup.hotspot.balena;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/// The program `wifi-connect` of the test's resources, which does what a test tells it through a pipe.
record StandIn(Path directory) {
    /// Puts it into `directory`.
    static StandIn in(Path directory) throws IOException, InterruptedException {
        var standIn = new StandIn(directory);
        try (var script = requireNonNull(StandIn.class.getResourceAsStream("wifi-connect"))) {
            Files.copy(script, standIn.program());
        }
        Files.setPosixFilePermissions(standIn.program(), PosixFilePermissions.fromString("rwx------"));
        var made = new ProcessBuilder("mkfifo", directory.resolve("control").toString())
                .start()
                .waitFor();
        if (made != 0) {
            throw new IOException("mkfifo ended with " + made);
        }
        return standIn;
    }

    Path program() {
        return directory.resolve("wifi-connect");
    }

    /// Tells it to do that; waits until it runs.
    void does(String... lines) throws IOException {
        Files.write(
                directory.resolve("control"),
                (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8),
                StandardOpenOption.WRITE);
    }

    /// What stood in its environment.
    Map<String, String> environment() throws IOException {
        return Arrays.stream(read("environment").split("\0", -1))
                .filter(entry -> entry.contains("="))
                .map(entry -> entry.split("=", 2))
                .collect(Collectors.toMap(entry -> entry[0], entry -> entry[1]));
    }

    /// What a file says that it wrote.
    String read(String name) throws IOException {
        return Files.readString(directory.resolve(name)).strip();
    }

    /// The process that it started.
    ProcessHandle child() throws IOException {
        return ProcessHandle.of(Long.parseLong(read("child"))).orElseThrow();
    }
}
