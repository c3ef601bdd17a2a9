package wifisetup.platform.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wifisetup.platform.Device;

class MigrationTest {
    private static final Migrations FIRST =
            new Migrations(Migrations.TODAY.steps().subList(0, 1));

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void chooseFile() {
        file = directory.resolve("platform.db");
    }

    @Test
    void aFileOfAnOlderVersionKeepsItsDevicesAndLearnsTheRest() throws IOException {
        try (var old = PlatformDatabase.open(file, FIRST)) {
            new DeviceStore(old).add(new Device("a", "lamp", "Lamp"));
        }
        try (var today = PlatformDatabase.open(file)) {
            assertThat(new DeviceStore(today).devices()).extracting(Device::id).containsExactly("a");
            assertThat(new Outbox(today, 1).size()).isZero();
            assertThat(new GatewayRow(today).load()).isEmpty();
        }
    }

    @Test
    void aFileOfANewerVersionIsRefusedAndUnchanged() throws IOException {
        var newer = new Migrations(
                Stream.concat(Migrations.TODAY.steps().stream(), Stream.of(List.of("CREATE TABLE later (a TEXT)")))
                        .toList());
        PlatformDatabase.open(file, newer).close();

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> PlatformDatabase.open(file))
                .withMessageContaining("expected schema 2 or older, found 3");
        PlatformDatabase.open(file, newer).close();
    }

    @Test
    void aStepThatFailsInTheMiddleLeavesTheVersionBeforeIt() throws IOException {
        var broken = new Migrations(
                List.of(FIRST.steps().getFirst(), List.of("CREATE TABLE half (a TEXT)", "CREATE NONSENSE")));

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> PlatformDatabase.open(file, broken));

        var mended = new Migrations(List.of(FIRST.steps().getFirst(), List.of("CREATE TABLE half (a TEXT)")));
        PlatformDatabase.open(file, mended).close();
    }

    @Test
    void theGatewayIdIsRemembered() throws IOException {
        try (var database = PlatformDatabase.open(file)) {
            new GatewayRow(database).store("first");
            new GatewayRow(database).store("second");
        }
        try (var database = PlatformDatabase.open(file)) {
            assertThat(new GatewayRow(database).load()).contains("second");
        }
    }
}
