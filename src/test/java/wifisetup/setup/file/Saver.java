package wifisetup.setup.file;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import wifisetup.setup.Consent;
import wifisetup.setup.Memory;

/// A program that saves two memories in turn until it is killed.
final class Saver {
    static final Memory FIRST = new Memory(new Consent.Skipped("6a1f7f6e-0000-4c8e-9f10-000000000001"), true, false);
    static final Memory SECOND = new Memory(new Consent.Never(), false, true);
    static final String READY = "saving";

    private Saver() {}

    /// Starts it in a machine of its own, from where this one has its classes.
    static Process start(Path directory) throws IOException {
        var places = Stream.of("classes", "test-classes")
                .map(name -> Path.of("target", name).toAbsolutePath().toString())
                .toList();
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        String.join(File.pathSeparator, places),
                        Saver.class.getName(),
                        directory.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    public static void main(String[] arguments) throws IOException {
        var memory = new FileMemory(Path.of(arguments[0]));
        for (long i = 0; i >= 0; i++) {
            memory.save(i % 2 == 0 ? SECOND : FIRST);
            if (i == 0) {
                System.out.println(READY);
            }
        }
    }
}
