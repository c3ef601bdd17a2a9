package wifisetup.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.ErrorManager;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wifisetup.platform.LogSettings;

class ConnectorLogTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @TempDir
    private Path directory;

    private final List<Integer> errors = new ArrayList<>();
    private Path file;

    /// A quarter of an hour before midnight, in Berlin.
    private Instant now = Instant.parse("2026-06-01T21:45:00Z");

    @BeforeEach
    void chooseFile() {
        file = directory.resolve("connector.log");
    }

    @Test
    void atMidnightOfItsPlaceTheFileIsPutAside() throws IOException {
        try (var log = open(14)) {
            System.getLogger("wifisetup.platform.Any").log(System.Logger.Level.INFO, "before {0}", "midnight");
            now = now.plus(Duration.ofMinutes(15));
            System.getLogger("wifisetup.platform.Any").log(System.Logger.Level.WARNING, "after");

            assertThat(log.handler()).isInstanceOf(DailyFileHandler.class);
        }
        assertThat(lines("connector.log.2026-06-01"))
                .singleElement()
                .asString()
                .endsWith("INFO wifisetup.platform.Any: before midnight");
        assertThat(lines("connector.log")).singleElement().asString().endsWith("WARNING wifisetup.platform.Any: after");
    }

    @Test
    void ofFormerDaysTheNewestAreKeptAndOtherFilesAreLeftAlone() throws IOException {
        Files.writeString(directory.resolve("connector.log.saved"), "mine");
        try (var log = open(2)) {
            for (int day = 0; day < 5; day++) {
                publish(log, "day " + day);
                now = now.plus(Duration.ofDays(1));
            }
        }
        assertThat(names())
                .containsExactly(
                        "connector.log", "connector.log.2026-06-03", "connector.log.2026-06-04", "connector.log.saved");
        assertThat(lines("connector.log")).singleElement().asString().endsWith("day 4");
    }

    @Test
    void aFileOfADayOnWhichTheProgramEndedIsPutAsideLater() throws IOException {
        Files.writeString(file, "of yesterday\n");
        Files.setLastModifiedTime(file, FileTime.from(now.minus(Duration.ofDays(1))));
        try (var log = open(14)) {
            publish(log, "today");
        }
        assertThat(lines("connector.log.2026-05-31")).containsExactly("of yesterday");
        assertThat(lines("connector.log")).hasSize(1);
    }

    @Test
    void onTheSameDayTheFileGoesOn() throws IOException {
        Files.writeString(file, "of this morning\n");
        Files.setLastModifiedTime(file, FileTime.from(now.minus(Duration.ofHours(12))));
        try (var log = open(14)) {
            publish(log, "tonight");
        }
        assertThat(lines("connector.log")).hasSize(2);
        assertThat(names()).containsExactly("connector.log");
    }

    @Test
    void aClockThatIsSetBackCostsNoLine() throws IOException {
        try (var log = open(14)) {
            publish(log, "first");
            now = now.plus(Duration.ofDays(1));
            publish(log, "second");
            now = now.minus(Duration.ofDays(1));
            publish(log, "third");
            now = now.plus(Duration.ofDays(1));
            publish(log, "fourth");
        }
        assertThat(lines("connector.log.2026-06-01")).hasSize(1);
        assertThat(lines("connector.log.2026-06-02")).hasSize(1);
        assertThat(lines("connector.log")).hasSize(2);
    }

    @Test
    void aFileOfFarFutureIsPutAsideWhenTheClockIsRight() throws IOException {
        var right = now;
        now = now.plus(Duration.ofDays(25_000));
        try (var log = open(14)) {
            publish(log, "wrong");
            now = right;
            publish(log, "right");
        }
        assertThat(lines("connector.log")).singleElement().asString().endsWith("right");
    }

    @Test
    void whatStandsInTheWayOfTidinessDoesNotEndTheLog() throws IOException {
        // A directory that is not empty cannot be deleted as a backup.
        Files.createDirectories(directory.resolve("connector.log.2026-01-01").resolve("full"));
        try (var log = open(1)) {
            log.handler().setErrorManager(new ErrorManager() {
                @Override
                public void error(String message, Exception why, int code) {
                    errors.add(code);
                }
            });
            publish(log, "first");
            now = now.plus(Duration.ofDays(1));
            publish(log, "second");
            publish(log, "third");
        }
        assertThat(lines("connector.log")).hasSize(2);
        assertThat(errors).containsExactly(ErrorManager.GENERIC_FAILURE);
    }

    @Test
    void onlyItsOwnerReadsIt() throws IOException {
        open(1).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void whatIsLessSevereThanWantedIsNotLogged() throws IOException {
        try (var _ = ConnectorLog.open(new LogSettings(LogSettings.Level.WARNING, true, 1), file, () -> now, BERLIN)) {
            System.getLogger("wifisetup.platform.Any").log(System.Logger.Level.INFO, "chatter");
            System.getLogger("wifisetup.platform.Any").log(System.Logger.Level.ERROR, "broken");
        }
        assertThat(lines("connector.log")).singleElement().asString().endsWith("broken");
    }

    @Test
    void aProgramsOwnLoggerSharesTheFile() throws IOException {
        var own = Logger.getLogger("own.program");
        own.setUseParentHandlers(false);
        try (var log = open(1)) {
            own.addHandler(log.handler());
            own.warning("mine");
            own.removeHandler(log.handler());
        }
        assertThat(lines("connector.log")).singleElement().asString().endsWith("WARNING own.program: mine");
    }

    @Test
    void aMessageCannotImitateALine() throws IOException {
        try (var log = open(1)) {
            publish(log, "name\n2026-06-01T00:00:00+02:00 ERROR all: forged");
        }
        assertThat(lines("connector.log")).hasSize(1);
    }

    private ConnectorLog open(int backups) throws IOException {
        return ConnectorLog.open(new LogSettings(LogSettings.Level.INFO, true, backups), file, () -> now, BERLIN);
    }

    private void publish(ConnectorLog log, String message) {
        var event = new LogRecord(Level.INFO, message);
        event.setLoggerName("test");
        log.handler().publish(event);
    }

    private List<String> lines(String name) throws IOException {
        return Files.readAllLines(directory.resolve(name));
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
