package wifisetup.network.nmcli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// A program in the place of nmcli: a shell script that a test writes.
final class StandIn {
    private StandIn() {}

    /// The command that runs `script`, whose own directory is the variable `here`.
    static List<String> command(Path directory, String script) throws IOException {
        var program = directory.resolve("nmcli");
        Files.writeString(program, "#!/bin/sh\nhere='" + directory + "'\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return List.of(program.toString());
    }

    /// A pipe of that name, on which a script waits until the test opens it.
    static Path pipe(Path directory, String name) throws IOException, InterruptedException {
        var pipe = directory.resolve(name);
        var made = new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        if (made != 0) {
            throw new IOException("mkfifo ended with " + made);
        }
        return pipe;
    }
}
