package wifisetup.device.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.interfaces.RSAPublicKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceFilesTest {
    @TempDir
    private Path directory;

    private DeviceFiles files() throws IOException {
        return new DeviceFiles(directory.resolve("device"));
    }

    @Test
    void theNumberAndTheKeyAreMadeOnce() throws IOException {
        var uuid = files().uuid();
        var key = files().key();
        assertThat(files().uuid()).isEqualTo(uuid);
        assertThat(files().key().getPublic()).isEqualTo(key.getPublic());
        assertThat(((RSAPublicKey) key.getPublic()).getModulus().bitLength()).isEqualTo(DeviceFiles.KEY_BITS);
    }

    @Test
    void theKeyIsPkcs8ForItsOwnerAlone() throws IOException {
        var _ = files().key();
        Path file = directory.resolve("device/device-key.pem");
        assertThat(file).content().startsWith("-----BEGIN PRIVATE KEY-----\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aDamagedNumberAndKeyArePutAside() throws IOException {
        var before = files().uuid();
        var key = files().key();
        Files.writeString(directory.resolve("device/uuid"), "6ba7b810");
        Files.writeString(directory.resolve("device/device-key.pem"), "-----BEGIN PRIVATE KEY-----\nAAAA\n");
        assertThat(files().uuid()).isNotEqualTo(before);
        assertThat(files().key().getPublic()).isNotEqualTo(key.getPublic());
        assertThat(directory.resolve("device/uuid.unreadable")).hasContent("6ba7b810");
        assertThat(directory.resolve("device/device-key.pem.unreadable")).exists();
    }

    @Test
    void whatWasPutAsideIsNotOverwritten() throws IOException {
        for (String damaged : new String[] {"first", "second"}) {
            var _ = files().uuid();
            Files.writeString(directory.resolve("device/uuid"), damaged);
        }
        var _ = files().uuid();
        assertThat(directory.resolve("device/uuid.unreadable")).hasContent("first");
        assertThat(directory.resolve("device/uuid.unreadable.2")).hasContent("second");
    }

    @Test
    void whatCannotBeReadNowIsNotDiscarded() throws IOException {
        var files = files();
        // No permission stops the superuser, but nobody reads a directory.
        for (String name : new String[] {"uuid", "device-key.pem", "serial", "identity.signature"}) {
            Files.createDirectory(directory.resolve("device").resolve(name));
        }
        assertThatThrownBy(files::uuid).isInstanceOf(IOException.class);
        assertThatThrownBy(files::key).isInstanceOf(IOException.class);
        assertThatThrownBy(files::serial).isInstanceOf(IOException.class);
        assertThatThrownBy(files::signature).isInstanceOf(IOException.class);
        assertThat(directory.resolve("device/uuid")).isDirectory();
        assertThat(directory.resolve("device/device-key.pem")).isDirectory();
    }

    @Test
    void aSerialThatCanBeOnNoLabelCountsAsNone() throws IOException {
        var files = files();
        Files.writeString(directory.resolve("device/serial"), "no label\0has this");
        assertThat(files.serial()).isEmpty();
    }

    @Test
    void oneProgramAtATimeHasTheFiles() throws IOException {
        try (var _ = DeviceLock.of(directory.resolve("device"))) {
            assertThatThrownBy(() -> DeviceLock.of(directory.resolve("device"))).isInstanceOf(IOException.class);
        }
        DeviceLock.of(directory.resolve("device")).close();
    }

    @Test
    void aDeviceThatWasNotProvisionedHasNoSignature() throws IOException {
        assertThat(files().signature()).isEmpty();
        Files.writeString(directory.resolve("device/identity.signature"), "no hex");
        assertThat(files().signature()).isEmpty();
    }
}
