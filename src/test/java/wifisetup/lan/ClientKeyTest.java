package wifisetup.lan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientKeyTest {
    @TempDir
    private Path directory = Path.of("");

    @Test
    void aNewKeyHas3072BitsAndIsItsOwnersAlone() throws Exception {
        var file = directory.resolve("keys").resolve("client-key.pem");

        var made = ClientKey.loadOrCreate(file);

        assertThat(made.publicKey().getModulus().bitLength()).isEqualTo(3072);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file)).startsWith("-----BEGIN PRIVATE KEY-----\n");
        assertThat(ClientKey.loadOrCreate(file).accessId()).isEqualTo(made.accessId());
        assertThat(ClientKey.load(file)).hasToString("ClientKey[" + made.accessId() + "]");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> ClientKey.load(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("600");
    }

    @Test
    void whatIsNoKeyIsSaidWithTheFilesName() throws Exception {
        var file = directory.resolve("key.pem");
        Files.writeString(file, "no key");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        assertThatThrownBy(() -> ClientKey.loadOrCreate(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("key.pem");
    }
}
