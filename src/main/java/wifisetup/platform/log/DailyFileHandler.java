package wifisetup.platform.log;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import java.util.logging.LogRecord;

/// Writes to a file, which is put aside at midnight under its day, as `connector.log.2026-06-01`; of those the
/// newest are kept. What fails is told to the handler's error manager and stops nobody.
///
/// The first record after midnight begins the new file, also where the program was not running then, or where the
/// clock was set back to a day before. The file is readable by its owner alone.
public final class DailyFileHandler extends Handler {
    private final Path file;
    private final int backups;
    private final InstantSource clock;
    private final ZoneId zone;
    private Optional<Writer> writer = Optional.empty();
    private LocalDate day = LocalDate.EPOCH;
    private boolean closed;

    /// Writes to `file`, in UTF-8, at the end of what is there.
    ///
    /// @param backups how many files of former days are kept: 0 or more
    /// @param clock tells the day
    /// @param zone in which midnight is
    /// @throws IOException if the file cannot be written to
    public DailyFileHandler(Path file, int backups, InstantSource clock, ZoneId zone) throws IOException {
        if (backups < 0) {
            throw new IllegalArgumentException("0 backups or more, found " + backups);
        }
        this.file = file;
        this.backups = backups;
        this.clock = clock;
        this.zone = zone;
        setFormatter(new LineFormatter(zone));
        open();
    }

    @Override
    public synchronized void publish(LogRecord event) {
        if (closed || !isLoggable(event)) {
            return;
        }
        try {
            if (!dayOf(clock.instant()).equals(day)) {
                turnOver();
            }
            var out = writer.isPresent() ? writer.get() : open();
            out.write(getFormatter().format(event));
            out.flush();
        } catch (IOException full) {
            reportError(null, full, ErrorManager.WRITE_FAILURE);
        }
    }

    /// Every record is written at once.
    @Override
    public void flush() {}

    @Override
    public synchronized void close() {
        closed = true;
        try {
            shut();
        } catch (IOException full) {
            reportError(null, full, ErrorManager.CLOSE_FAILURE);
        }
    }

    private Writer open() throws IOException {
        if (Files.notExists(file)) {
            // A log says who is where.
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            day = dayOf(clock.instant());
        } else {
            day = dayOf(Files.getLastModifiedTime(file).toInstant());
        }
        var opened = Files.newBufferedWriter(
                file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        writer = Optional.of(opened);
        return opened;
    }

    private void turnOver() throws IOException {
        shut();
        try {
            Path old = file.resolveSibling(file.getFileName() + "." + day);
            if (Files.exists(file) && Files.notExists(old)) {
                Files.move(file, old);
            }
        } catch (IOException stuck) {
            // Then this one goes on: what is in the way of tidiness is not in the way of the record.
            reportError(null, stuck, ErrorManager.GENERIC_FAILURE);
        }
        open();
        // Also where the clock was set back and that day has a file already: then this one goes on.
        day = dayOf(clock.instant());
        try {
            removeOldest();
        } catch (IOException stuck) {
            reportError(null, stuck, ErrorManager.GENERIC_FAILURE);
        }
    }

    private void removeOldest() throws IOException {
        try (var files = Files.list(file.toAbsolutePath().getParent())) {
            var tooOld = files.filter(this::isBackup)
                    .sorted(Comparator.comparing(
                                    (Path backup) -> backup.getFileName().toString())
                            .reversed())
                    .skip(backups)
                    .toList();
            for (Path backup : tooOld) {
                Files.delete(backup);
            }
        }
    }

    private boolean isBackup(Path other) {
        String prefix = file.getFileName() + ".";
        String name = other.getFileName().toString();
        if (!name.startsWith(prefix)) {
            return false;
        }
        try {
            LocalDate.parse(name.substring(prefix.length()));
            return true;
        } catch (DateTimeException another) {
            return false;
        }
    }

    private void shut() throws IOException {
        if (writer.isPresent()) {
            var open = writer.get();
            writer = Optional.empty();
            open.close();
        }
    }

    private LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }
}
