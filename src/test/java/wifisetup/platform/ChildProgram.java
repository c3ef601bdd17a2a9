package wifisetup.platform;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A class of the tests as a program of its own, which a test can kill.
public final class ChildProgram {
    private ChildProgram() {}

    /// Starts `main` with all that this test runs with, on a plain class path; it prints to one stream.
    public static Process start(Class<?> main, String... arguments) throws IOException {
        // What only libraries need may be on either path.
        var places = Stream.of("jdk.module.path", "java.class.path")
                .flatMap(path -> Stream.of(System.getProperty(path, "").split(File.pathSeparator, -1)));
        String classPath = Stream.concat(Stream.of(tests(main).toString()), places.map(ChildProgram::onClassPath))
                .collect(Collectors.joining(File.pathSeparator));
        var line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                classPath,
                main.getName()));
        line.addAll(List.of(arguments));
        return new ProcessBuilder(line).redirectErrorStream(true).start();
    }

    /// A directory of a module path is one module, or holds some.
    private static String onClassPath(String place) {
        var path = Path.of(place);
        return Files.isDirectory(path) && Files.notExists(path.resolve("module-info.class")) ? place + "/*" : place;
    }

    /// Where the tests' classes are: they are patched into the module, whose own place is another.
    private static Path tests(Class<?> one) {
        var resource = Objects.requireNonNull(one.getResource(one.getSimpleName() + ".class"));
        var file = Path.of(URI.create(resource.toString()));
        int depth = one.getName().split("\\.", -1).length;
        return file.getRoot().resolve(file.subpath(0, file.getNameCount() - depth));
    }
}
