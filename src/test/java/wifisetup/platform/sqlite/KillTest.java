package wifisetup.platform.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;
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
            said = writeAndKill(file, round * ENOUGH);
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
                    .startsWith(IntStream.rangeClosed(1, ENOUGH).mapToObj(i -> "device-" + i).toArray(String[]::new));
            assertThat(new DeviceStore(database).devices())
                    .allSatisfy(device -> assertThat(device.tags()).hasSize(2));
        }
    }

    /// @return the last number that was said
    private static long writeAndKill(Path file, long until) throws IOException, InterruptedException {
        var process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classPath(),
                        Writer.class.getName(),
                        file.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
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

    /// Classes and tests as a plain class path: the program needs the driver and Jackson's tree alone.
    private static String classPath() {
        return String.join(
                File.pathSeparator,
                List.of(
                        place(PlatformDatabase.class),
                        tests(),
                        place(SQLiteConfig.class),
                        place(tools.jackson.databind.JsonNode.class),
                        place(tools.jackson.core.JsonParser.class),
                        place(com.fasterxml.jackson.annotation.JsonFormat.class)));
    }

    private static String tests() {
        var program = Path.of(URI.create(Writer.class.getResource("Writer.class").toString()));
        return program.getRoot()
                .resolve(program.subpath(
                        0,
                        program.getNameCount()
                                - Writer.class.getName().split("\\.", -1).length))
                .toString();
    }

    private static String place(Class<?> of) {
        var source = of.getProtectionDomain().getCodeSource();
        return Path.of(URI.create(source.getLocation().toString())).toString();
    }
}
