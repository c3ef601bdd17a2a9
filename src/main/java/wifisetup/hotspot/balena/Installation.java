package wifisetup.hotspot.balena;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether and how wifi-connect can be run on this machine.
public sealed interface Installation {
    /// This program is root and runs it itself.
    ///
    /// @param program where it is
    record Direct(Path program) implements Installation {}

    /// The unit of systemd runs it.
    ///
    /// @param program where it is
    record ByUnit(Path program) implements Installation {}

    /// It cannot be run.
    ///
    /// @param reason why not, for the log
    record Unusable(String reason) implements Installation {}

    /// What this machine has.
    ///
    /// @param command the program: a name to be looked for, or a path
    static Installation find(String command) {
        return find(command, Path.of("/"), System.getenv());
    }

    /// What a machine has whose files are below `root`.
    static Installation find(String command, Path root, Map<String, String> environment) {
        var program = Search.program(command, root, environment);
        if (program.isEmpty()) {
            return new Unusable(command + " is neither on the PATH nor in /usr/local/sbin");
        }
        if (Search.isRoot(root)) {
            return Search.program("setsid", root, environment).isPresent()
                    ? new Direct(program.get())
                    : new Unusable("setsid is missing; it belongs to the package util-linux");
        }
        // sd_booted(3)
        if (!Files.isDirectory(root.resolve("run/systemd/system"))) {
            return new Unusable("this program is not root, and systemd does not run here");
        }
        return Search.hasUnit(root)
                ? new ByUnit(program.get())
                : new Unusable("this program is not root, and " + UnitLauncher.UNIT + " is not installed");
    }

    /// Looks for its parts.
    final class Search {
        /// Where the program installs itself; it is on root's PATH alone.
        private static final String USUAL = "usr/local/sbin";

        /// Where systemd looks for units (systemd.unit(5)).
        private static final String[] UNITS = {
            "etc/systemd/system",
            "run/systemd/system",
            "usr/local/lib/systemd/system",
            "usr/lib/systemd/system",
            "lib/systemd/system"
        };

        private Search() {}

        private static Optional<Path> program(String command, Path root, Map<String, String> environment) {
            if (command.contains("/")) {
                return Optional.of(Path.of(command).toAbsolutePath()).filter(Search::isProgram);
            }
            return Stream.concat(
                            Arrays.stream(environment.getOrDefault("PATH", "").split(":", -1))
                                    .filter(directory -> directory.startsWith("/"))
                                    .map(directory -> directory.substring(1)),
                            Stream.of(USUAL))
                    .map(directory -> root.resolve(directory).resolve(command))
                    .filter(Search::isProgram)
                    .findFirst();
        }

        private static boolean isProgram(Path file) {
            return Files.isRegularFile(file) && Files.isExecutable(file);
        }

        /// The effective user counts (proc(5), `status`): real, effective, saved, file system.
        private static boolean isRoot(Path root) {
            try (Stream<String> lines = Files.lines(root.resolve("proc/self/status"))) {
                return lines.filter(line -> line.startsWith("Uid:"))
                        .anyMatch(line -> line.split("\\s+", -1)[2].equals("0"));
            } catch (IOException unreadable) {
                return false;
            }
        }

        private static boolean hasUnit(Path root) {
            return Arrays.stream(UNITS)
                    .anyMatch(directory -> Files.exists(root.resolve(directory).resolve(UnitLauncher.UNIT)));
        }
    }
}
