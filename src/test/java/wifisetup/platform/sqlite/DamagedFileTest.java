package wifisetup.platform.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedFileTest {
    private static final int PAGE = 4096;

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void fill() throws IOException {
        file = directory.resolve("platform.db");
        try (var database = PlatformDatabase.open(file)) {
            new GatewayRow(database).store("gw");
            var outbox = new Outbox(database, 100);
            for (int i = 0; i < 100; i++) {
                outbox.add(Instant.EPOCH, "s", "\"" + "x".repeat(1000) + "\"");
            }
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsMovedAsideAndANewOneBegins() throws IOException {
        Files.writeString(file, "no database. ".repeat(1000));

        try (var database = PlatformDatabase.openOrReplace(file)) {
            assertThat(new Outbox(database, 100).size()).isZero();
        }
        assertThat(directory.resolve("platform.db.broken")).content().startsWith("no database");
    }

    @Test
    void aDamageInTheMiddleIsFoundWhenTheFileIsOpened() throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (long page = 2; page < 20; page++) {
                channel.write(ByteBuffer.wrap("?".repeat(PAGE).getBytes(StandardCharsets.US_ASCII)), page * PAGE);
            }
        }
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> PlatformDatabase.open(file))
                .withMessageContaining("expected a database of the connector");

        PlatformDatabase.openOrReplace(file).close();
        assertThat(directory.resolve("platform.db.broken")).exists();
    }

    @Test
    void aFileOfANewerVersionIsNotMovedAside() throws IOException {
        var newer = new Migrations(
                Stream.concat(Migrations.TODAY.steps().stream(), Stream.of(List.of("CREATE TABLE later (a TEXT)")))
                        .toList());
        PlatformDatabase.open(file, newer).close();

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> PlatformDatabase.openOrReplace(file));
        assertThat(directory.resolve("platform.db.broken")).doesNotExist();
    }

    @Test
    void whatIsWholeIsKept() throws IOException {
        try (var database = PlatformDatabase.openOrReplace(file)) {
            assertThat(new Outbox(database, 100).size()).isEqualTo(100);
            assertThat(new GatewayRow(database).load()).contains("gw");
        }
    }
}
