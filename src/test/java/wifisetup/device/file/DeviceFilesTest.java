package wifisetup.device.file;

import static org.assertj.core.api.Assertions.assertThat;

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
    void aDeviceThatWasNotProvisionedHasNoSignature() throws IOException {
        assertThat(files().signature()).isEmpty();
        Files.writeString(directory.resolve("device/identity.signature"), "no hex");
        assertThat(files().signature()).isEmpty();
    }
}
