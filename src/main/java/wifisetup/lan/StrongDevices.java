package wifisetup.lan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wifisetup.flux.AccessId;

/// Remembers which devices have spoken the stronger protocol: one that does not any more may be somebody else's
/// doing. Any thread.
public final class StrongDevices {
    /// Of more than so many, the first ones are forgotten when the file is next read.
    private static final int MOST = 16_384;

    private final Set<String> known;
    private final Optional<Path> file;

    private StrongDevices(Set<String> known, Optional<Path> file) {
        this.known = known;
        this.file = file;
    }

    /// Remembers as long as it lives.
    public static StrongDevices unkept() {
        return new StrongDevices(new HashSet<>(), Optional.empty());
    }

    /// Remembers in `file`: a line for each, of its UUID and the access id of its lasting key.
    ///
    /// @throws IOException if there is such a file and it cannot be read
    public static StrongDevices kept(Path file) throws IOException {
        return new StrongDevices(new HashSet<>(last(lines(file))), Optional.of(file));
    }

    private static List<String> lines(Path file) throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException _) {
            return List.of();
        }
    }

    private static List<String> last(List<String> lines) {
        return lines.subList(Math.max(0, lines.size() - MOST), lines.size());
    }

    /// Where it remembers, if it does.
    public Optional<Path> file() {
        return file;
    }

    /// Whether `device` has spoken the stronger protocol.
    public synchronized boolean contains(Device device) {
        return known.contains(line(device));
    }

    /// `device` speaks the stronger protocol.
    ///
    /// @throws IOException if that cannot be written; until this object is gone it is remembered nevertheless
    public synchronized void add(Device device) throws IOException {
        if (known.add(line(device)) && file.isPresent()) {
            var place = file.get().toAbsolutePath();
            var directory = place.getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            Files.writeString(place, line(device) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    private static String line(Device device) {
        return device.uuid() + " " + AccessId.of(device.keys().getFirst()).hex();
    }
}
