package wifisetup.platform.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wifisetup.platform.ChildProgram;
import wifisetup.platform.Device;

class KillTest {
    private static final int ENOUGH = 50;

    @TempDir
    private Path directory;

    @Test
    void whatWasSaidToBeKeptIsThereAfterAKillAndNothingIsHalf() throws Exception {
        Path file = directory.resolve("platform.db");
        long said = 0;
        // Twice: the second program finds what the first one left in the write-ahead log.
        for (int round = 1; round <= 2; round++) {
            said = writeAndKill(file, (long) round * ENOUGH);
        }
        try (var database = PlatformDatabase.open(file)) {
            var numbers = new ArrayList<Long>();
            var outbox = new Outbox(database, Integer.MAX_VALUE);
            for (var next = outbox.first(); next.isPresent(); next = outbox.first()) {
                numbers.add(next.get().number());
                outbox.remove(next.get().number());
            }
            assertThat(numbers)
                    .startsWith(LongStream.rangeClosed(1, said).boxed().toArray(Long[]::new))
                    // One more at most was on the disk and not yet said.
                    .hasSizeLessThanOrEqualTo((int) said + 1);
            assertThat(new DeviceStore(database).devices())
                    .extracting(Device::id)
                    .startsWith(IntStream.rangeClosed(1, ENOUGH)
                            .mapToObj(i -> "device-" + i)
                            .toArray(String[]::new));
            assertThat(new DeviceStore(database).devices())
                    .allSatisfy(device -> assertThat(device.tags()).hasSize(2));
        }
    }

    /// @return the last number that was said
    private static long writeAndKill(Path file, long until) throws IOException, InterruptedException {
        var process = ChildProgram.start(Writer.class, file.toString());
        long last = 0;
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                last = Long.parseLong(line);
                if (last >= until) {
                    // SIGKILL: no shutdown hook, no flush. (The process itself would close our end of the pipe.)
                    process.toHandle().destroyForcibly();
                }
            }
        }
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(128 + 9);
        return last;
    }
}
