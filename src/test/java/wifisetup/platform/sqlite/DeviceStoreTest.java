package wifisetup.platform.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wifisetup.platform.Device;
import wifisetup.platform.DeviceDescription;

class DeviceStoreTest {
    @TempDir
    private Path directory;

    @Test
    void devicesComeBackInTheirOrderWithTheirTagsInTheirs() throws IOException {
        var first = new Device("b", "lamp", "Küche – 灯");
        first.addTag("z", "1");
        first.addTag("a", "");
        var second = new Device("a", "kiosk", "'; DROP TABLE device; --");
        try (var database = open()) {
            var store = new DeviceStore(database);
            store.add(first);
            store.add(second);
        }
        try (var database = open()) {
            assertThat(descriptions(new DeviceStore(database)))
                    .containsExactly(first.description(), second.description());
        }
    }

    @Test
    void anUpdateKeepsThePlaceAndReplacesTheTags() throws IOException {
        try (var database = open()) {
            var store = new DeviceStore(database);
            var device = new Device("a", "lamp", "Lamp");
            device.addTag("old", "1");
            store.add(device);
            store.add(new Device("b", "lamp", "Other"));

            device.removeTag("old");
            device.addTag("new", "2");
            device.rename("Light");
            store.update(device);

            assertThat(store.devices()).extracting(Device::id).containsExactly("a", "b");
            assertThat(store.get("a")).map(Device::description).contains(device.description());
        }
    }

    @Test
    void addingAKnownIdReplacesTheDevice() throws IOException {
        try (var database = open()) {
            var store = new DeviceStore(database);
            store.add(new Device("a", "lamp", "Lamp"));
            store.add(new Device("a", "kiosk", "Kiosk"));

            assertThat(descriptions(store)).containsExactly(new DeviceDescription("a", "kiosk", "Kiosk"));
        }
    }

    @Test
    void anUnknownDeviceCannotBeUpdatedAndMayBeRemoved() throws IOException {
        try (var database = open()) {
            var store = new DeviceStore(database);
            store.remove("a");

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> store.update(new Device("a", "lamp", "Lamp")))
                    .withMessage("device a: expected a known one, found none");
            assertThat(store.get("a")).isEmpty();
        }
    }

    @Test
    void aRemovedDeviceIsGoneWithItsTags() throws IOException {
        try (var database = open()) {
            var store = new DeviceStore(database);
            var device = new Device("a", "lamp", "Lamp");
            device.addTag("t", "1");
            store.add(device);
            store.remove("a");
            store.add(new Device("a", "lamp", "Lamp"));

            assertThat(store.get("a").orElseThrow().tags()).isEmpty();
        }
    }

    @Test
    void changesOfADeviceThatWasReadAreKeptByAnUpdateOnly() throws IOException {
        try (var database = open()) {
            var store = new DeviceStore(database);
            store.add(new Device("a", "lamp", "Lamp"));
            store.get("a").orElseThrow().rename("Light");

            assertThat(store.get("a").orElseThrow().name()).isEqualTo("Lamp");
        }
    }

    @Test
    void theFileIsReadableByItsOwnerAlone() throws IOException {
        try (var database = open();
                var files = Files.list(directory)) {
            new DeviceStore(database).add(new Device("a", "lamp", "Lamp"));

            assertThat(files.toList())
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void whatIsNoDatabaseIsNamedAndLeftAlone() throws IOException {
        Files.writeString(
                directory.resolve("platform.db"), "not a database, and longer than a header would be\n".repeat(9));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(this::open)
                .withMessageContaining("platform.db: expected a database of the connector");
        assertThat(directory.resolve("platform.db")).content().startsWith("not a database");
    }

    @Test
    void aSecondProgramIsRefused() throws IOException {
        try (var database = open()) {
            new DeviceStore(database).add(new Device("a", "lamp", "Lamp"));

            assertThatExceptionOfType(IOException.class).isThrownBy(this::open).withMessageContaining("locked");
        }
    }

    private PlatformDatabase open() throws IOException {
        return PlatformDatabase.open(directory.resolve("platform.db"));
    }

    private static List<DeviceDescription> descriptions(DeviceStore store) {
        return store.devices().stream().map(Device::description).toList();
    }
}
