package wifisetup.device.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wifisetup.device.DeviceMemory;
import wifisetup.device.DeviceName;
import wifisetup.device.Samples;
import wifisetup.secret.Secret;

class FileDeviceStoreTest {
    private static final DeviceName FALLBACK = new DeviceName("Panel 1234");

    @TempDir
    private Path directory;

    private final DeviceMemory memory = new DeviceMemory(
            new DeviceName("Küche = 1 # 2"),
            Optional.of(new Pbkdf2(new SecureRandom(), 1000).hash(new Secret("correct horse"))),
            List.of(Samples.trusted(Samples.ALICE, "Alice's laptop"), Samples.trusted(Samples.BOB, "Bob")));

    private Path home() {
        return directory.resolve("device");
    }

    private FileDeviceStore store() throws IOException {
        return new FileDeviceStore(home());
    }

    @Test
    void aDeviceThatNobodyManagedHasItsFirstName() throws IOException {
        assertThat(store().load(FALLBACK)).isEqualTo(DeviceMemory.named(FALLBACK));
    }

    @Test
    void whatWasSavedIsThereAfterARestart() throws IOException {
        store().save(memory);
        assertThat(store().load(FALLBACK)).isEqualTo(memory);
    }

    @Test
    void nobodyElseMayReadIt() throws IOException {
        store().save(memory);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home().resolve("managers.properties"))))
                .isEqualTo("rw-------");
    }

    @Test
    void noPasswordIsOnTheDisk() throws IOException {
        store().save(memory);
        assertThat(home().resolve("managers.properties")).content().doesNotContain("correct horse");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\0\0\0\0",
                "name=x\n",
                "name=x\nkeys=1\n",
                "name=x\nkeys=one\n",
                "name=x\nkeys=0\npassword=plain\n",
                "name=x\nkeys=1\nkey.0=AAAA\nkey.0.label=l\nkey.0.since=2026-11-21T12:00:00Z\n",
                "name=\\u00zz\nkeys=0\n"
            })
    void aDamagedFileIsPutAsideAndLetsNobodyIn(String damaged) throws IOException {
        store();
        Path file = home().resolve("managers.properties");
        Files.writeString(file, damaged);
        assertThat(store().load(FALLBACK)).isEqualTo(DeviceMemory.named(FALLBACK));
        assertThat(file).doesNotExist();
        assertThat(home().resolve("managers.properties.unreadable")).hasContent(damaged);
    }

    @Test
    void aFileThatCannotBeReadNowIsNotDiscarded() throws IOException {
        var store = store();
        Path file = Files.createDirectory(home().resolve("managers.properties"));
        assertThatThrownBy(() -> store.load(FALLBACK)).isInstanceOf(IOException.class);
        assertThat(file).isDirectory();
    }

    @Test
    void whatAPowerCutLeftHalfWrittenIsNotRead() throws IOException {
        store().save(memory);
        Files.writeString(home().resolve("managers.properties.new"), "name=ha");
        assertThat(store().load(FALLBACK)).isEqualTo(memory);
        store().save(memory);
        assertThat(store().load(FALLBACK)).isEqualTo(memory);
    }

    @Test
    void whatCannotBeSavedLeavesNoSecondFileBehind() throws IOException {
        var store = store();
        // Nothing can be renamed over a directory.
        Files.createDirectories(home().resolve("managers.properties").resolve("in the way"));
        assertThatThrownBy(() -> store.save(memory)).isInstanceOf(IOException.class);
        assertThat(home().resolve("managers.properties.new")).doesNotExist();
    }

    @Test
    void aFullDiskLeavesWhatWasThere() throws IOException {
        var store = store();
        store.save(memory);
        // Nothing can be renamed over a directory that is not empty.
        Path file = home().resolve("managers.properties");
        String before = Files.readString(file);
        Files.createDirectories(home().resolve("managers.properties.new").resolve("in the way"));
        assertThatThrownBy(() -> store.save(DeviceMemory.named(FALLBACK))).isInstanceOf(IOException.class);
        assertThat(file).hasContent(before);
    }
}
