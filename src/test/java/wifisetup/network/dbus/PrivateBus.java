package wifisetup.network.dbus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.freedesktop.dbus.bin.EmbeddedDBusDaemon;

/// A message bus of our own, inside this process, at a socket in a temporary directory.
final class PrivateBus implements AutoCloseable {
    private final Path directory;
    private final EmbeddedDBusDaemon daemon;

    PrivateBus() throws IOException {
        directory = Files.createTempDirectory("bus");
        daemon = start();
    }

    /// Where it listens, as clients say it.
    String address() {
        return "unix:path=" + directory.resolve("socket");
    }

    @Override
    public void close() throws IOException {
        daemon.close();
        Files.deleteIfExists(directory.resolve("socket"));
        Files.deleteIfExists(directory);
    }

    private EmbeddedDBusDaemon start() {
        var started = new EmbeddedDBusDaemon(address() + ",listen=true");
        started.startInBackgroundAndWait(20_000);
        return started;
    }
}
