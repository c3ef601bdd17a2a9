package wifisetup.setup.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wifisetup.setup.Consent;
import wifisetup.setup.Memory;

class FileMemoryTest {
    @TempDir
    Path parent;

    private Path directory = Path.of(".");
    private Path file = Path.of(".");

    @BeforeEach
    void name() {
        directory = parent.resolve("var/lib/kiosk");
        file = directory.resolve("setup.properties");
    }

    static Stream<Memory> memories() {
        return Stream.of(
                Memory.NEW_DEVICE,
                new Memory(new Consent.Wanted(), false, true),
                new Memory(new Consent.Skipped("6a1f7f6e-0000-4c8e-9f10-000000000001"), true, false),
                new Memory(new Consent.Skipped("unknown-17-2026-01-01T00:00:00Z"), true, true),
                new Memory(new Consent.Never(), false, true));
    }

    @ParameterizedTest
    @MethodSource("memories")
    void whatWasSavedIsLoadedByTheNextProgram(Memory memory) throws IOException {
        new FileMemory(directory).save(Memory.NEW_DEVICE);
        new FileMemory(directory).save(memory);

        assertThat(new FileMemory(directory).load()).isEqualTo(memory);
        assertThat(file).isNotEmptyFile();
        assertThat(directory).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void aDeviceWithoutAFileIsNew() throws IOException {
        assertThat(new FileMemory(directory).load()).isEqualTo(Memory.NEW_DEVICE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "consent=wanted\n",
                "consent=skipped\nwatchdog=true\nfirst-boot-done=true\n",
                "consent=perhaps\nwatchdog=true\nfirst-boot-done=true\n",
                "consent=wanted\nwatchdog=maybe\nfirst-boot-done=true\n",
                "consent=\\u00zz\n",
                "\0\0\0\0\0\0"
            })
    void anUnreadableFileIsNamedAndPutAsideWithoutLoss(String text) throws IOException {
        var memory = new FileMemory(directory);
        Files.writeString(file, text);

        assertThatThrownBy(memory::load).isInstanceOf(IOException.class).hasMessageContaining(file.toString());
        var aside = memory.putAside();

        assertThat(aside).hasContent(text);
        assertThat(memory.load()).isEqualTo(Memory.NEW_DEVICE);
    }

    @Test
    void aDirectoryThatCannotBeMadeIsSaid() throws IOException {
        Files.writeString(parent.resolve("var"), "a file");

        assertThatThrownBy(() -> new FileMemory(directory)).isInstanceOf(IOException.class);
    }

    @Test
    void aKillAtAnyMomentLeavesTheOldMemoryOrTheNewOne() throws Exception {
        var random = new Random(9);
        new FileMemory(directory).save(Saver.FIRST);
        for (int kill = 0; kill < 20; kill++) {
            var child = Saver.start(directory);
            try (var output = child.inputReader()) {
                assertThat(output.readLine()).isEqualTo(Saver.READY);
                LockSupport.parkNanos(random.nextInt(20_000_000));
            } finally {
                child.destroyForcibly();
                assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
            }

            assertThat(new FileMemory(directory).load()).isIn(Saver.FIRST, Saver.SECOND);
        }
    }
}
