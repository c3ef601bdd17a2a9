package wifisetup.hotspot.balena;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The processes of this machine (proc(5)). Any of them may be gone by the time it is read.
///
/// @param root where the kernel shows them: `/proc`
record ProcessTable(Path root) {
    /// The kernel's own.
    static final ProcessTable OF_THIS_MACHINE = new ProcessTable(Path.of("/proc"));

    /// A process that nobody has reaped, and one that is about to go.
    private static final String DEAD = "ZXx";

    /// The words of a command line among which the program is: behind an interpreter, or `setsid`.
    private static final int FIRST_WORDS = 3;

    /// A process.
    ///
    /// @param session the process that made the session it is in
    /// @param start when it began, in clock ticks after the machine's start: what tells it from a later process
    ///     of the
    ///     same number
    /// @param dead whether it runs no more, and only waits to be reaped
    record Entry(long pid, long session, long start, boolean dead) {}

    /// The process of that number, if there is one.
    Optional<Entry> find(long pid) {
        // "pid (name) state ppid pgrp session ... starttime"; the name may hold anything.
        return text(root.resolve(Long.toString(pid)).resolve("stat")).flatMap(stat -> entry(pid, stat));
    }

    /// The processes of the session that `leader` made, itself among them.
    List<Entry> session(long leader) {
        try (Stream<Path> all = Files.list(root)) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> name.chars().allMatch(Character::isDigit))
                    .flatMap(name -> find(Long.parseLong(name)).stream())
                    .filter(entry -> entry.session() == leader && !entry.dead())
                    .toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException("the kernel shows no processes in " + root, unreadable);
        }
    }

    /// Whether that process runs `program`, an absolute path.
    boolean runs(long pid, String program) {
        // As it was read: byte by byte.
        String wanted = new String(program.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return text(root.resolve(Long.toString(pid)).resolve("cmdline"))
                .map(line ->
                        Arrays.stream(line.split("\0", -1)).limit(FIRST_WORDS).anyMatch(wanted::equals))
                .orElse(false);
    }

    /// What tells this start of the machine from all others.
    String boot() {
        return text(root.resolve("sys/kernel/random/boot_id"))
                .map(String::strip)
                .orElse("");
    }

    private static Optional<Entry> entry(long pid, String stat) {
        var fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
        int state = 0;
        int session = 3;
        int start = 19;
        return fields.length <= start
                ? Optional.empty()
                : Optional.of(new Entry(
                        pid,
                        Long.parseLong(fields[session]),
                        Long.parseLong(fields[start]),
                        DEAD.contains(fields[state])));
    }

    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
