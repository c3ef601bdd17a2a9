package wifisetup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wifisetup.setup.Memory;
import wifisetup.setup.file.FileMemory;

class DamagedMemoryTest {
    @Test
    void aBrokenEscapeIsAnUnreadableMemoryThatCanBePutAside(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("setup.properties"), "consent=\\u12\n");
        var memory = new FileMemory(folder);

        assertThatIOException().isThrownBy(memory::load).withMessageContaining("setup.properties");
        memory.putAside();

        assertThat(memory.load()).isEqualTo(Memory.NEW_DEVICE);
    }
}
