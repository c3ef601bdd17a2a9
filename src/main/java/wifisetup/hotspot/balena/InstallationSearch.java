package wifisetup.hotspot.balena;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Looks for the program, and for what it takes to run it.
///
/// @param command the program: a name to be looked for, or a path
/// @param root where the machine's files are
/// @param environment this program's own
record InstallationSearch(String command, Path root, Map<String, String> environment) {
    /// Where the program installs itself; it is on root's PATH alone.
    private static final String USUAL = "usr/local/sbin";

    /// Where systemd looks for units (systemd.unit(5)).
    private static final List<String> UNITS = List.of(
            "etc/systemd/system",
            "run/systemd/system",
            "usr/local/lib/systemd/system",
            "usr/lib/systemd/system",
            "lib/systemd/system");

    Installation find() {
        var program = program(command);
        if (program.isEmpty()) {
            return new Installation.Unusable(command + " is neither on the PATH nor in /usr/local/sbin");
        }
        if (isRoot()) {
            return program("setsid").isPresent()
                    ? new Installation.Direct(program.get())
                    : new Installation.Unusable("setsid is missing; it belongs to the package util-linux");
        }
        // sd_booted(3)
        if (!Files.isDirectory(root.resolve("run/systemd/system"))) {
            return new Installation.Unusable("this program is not root, and systemd does not run here");
        }
        return hasUnit()
                ? new Installation.ByUnit(program.get())
                : new Installation.Unusable("this program is not root, and " + UnitLauncher.UNIT + " is not installed");
    }

    private Optional<Path> program(String name) {
        if (name.contains("/")) {
            return Optional.of(Path.of(name).toAbsolutePath()).filter(InstallationSearch::isProgram);
        }
        var path = environment.getOrDefault("PATH", "").split(":", -1);
        return Stream.concat(
                        Arrays.stream(path)
                                .filter(directory -> directory.startsWith("/"))
                                .map(directory -> directory.substring(1)),
                        Stream.of(USUAL))
                .map(directory -> root.resolve(directory).resolve(name))
                .filter(InstallationSearch::isProgram)
                .findFirst();
    }

    private static boolean isProgram(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }

    /// The effective user counts (proc(5), `status`): real, effective, saved, file system.
    private boolean isRoot() {
        try (Stream<String> lines = Files.lines(root.resolve("proc/self/status"))) {
            return lines.filter(line -> line.startsWith("Uid:"))
                    .anyMatch(line -> line.split("\\s+", -1)[2].equals("0"));
        } catch (IOException unreadable) {
            return false;
        }
    }

    private boolean hasUnit() {
        return UNITS.stream()
                .anyMatch(directory -> Files.exists(root.resolve(directory).resolve(UnitLauncher.UNIT)));
    }
}
