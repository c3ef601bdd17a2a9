package wifisetup.hotspot.balena;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import wifisetup.network.Ssid;

/// What is written down about the program while it runs, so that the next kiosk can end it if this one dies.
///
/// @param boot during which start of the machine ([ProcessTable#boot])
/// @param pid its process
/// @param start when that began ([ProcessTable.Entry#start])
/// @param program the path of the program
/// @param ssid the name of its hotspot
record RunRecord(String boot, long pid, long start, String program, Ssid ssid) {
    private static final System.Logger LOG = System.getLogger(RunRecord.class.getName());
    private static final int LINES = 5;

    /// Writes it, in place of the one before.
    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var beside = file.resolveSibling(file.getFileName() + ".new");
        Files.write(beside, List.of(boot, Long.toString(pid), Long.toString(start), program, ssid.hex()));
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// Reads it, if it is there and whole.
    static Optional<RunRecord> read(Path file) {
        try {
            var lines = Files.readAllLines(file);
            if (lines.size() == LINES) {
                return Optional.of(new RunRecord(
                        lines.get(0),
                        Long.parseLong(lines.get(1)),
                        Long.parseLong(lines.get(2)),
                        lines.get(3),
                        Ssid.of(HexFormat.of().parseHex(lines.get(4)))));
            }
        } catch (NoSuchFileException nothingRan) {
            return Optional.empty();
        } catch (IOException | UncheckedIOException | IllegalArgumentException damaged) {
            LOG.log(Level.WARNING, "what is remembered of wifi-connect cannot be read: " + file, damaged);
            return Optional.empty();
        }
        LOG.log(Level.WARNING, "what is remembered of wifi-connect is damaged: {0}", file);
        return Optional.empty();
    }

    /// Deletes it, if it is there.
    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            LOG.log(Level.WARNING, "what is remembered of wifi-connect cannot be deleted", failure);
        }
    }
}
