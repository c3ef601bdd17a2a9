package wifisetup.dbus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.freedesktop.dbus.bin.EmbeddedDBusDaemon;

/// A message bus of our own, inside this process, at a socket in a temporary directory.
public final class PrivateBus implements AutoCloseable {
    private final Path socket;
    private final EmbeddedDBusDaemon daemon;

    public PrivateBus() throws IOException {
        this("unix:path=" + Files.createTempDirectory("bus").resolve("socket"));
    }

    /// A bus at that address.
    public PrivateBus(String address) {
        socket = Path.of(address.substring(address.indexOf('=') + 1));
        daemon = new EmbeddedDBusDaemon(address + ",listen=true");
        daemon.startInBackgroundAndWait(20_000);
        // It listens before its own thread runs, and drops a client that comes in between; nothing tells of that
        // moment.
        while (!daemon.isRunning()) {
            Thread.onSpinWait();
        }
    }

    /// Where it listens, as clients say it.
    public String address() {
        return "unix:path=" + socket;
    }

    @Override
    public void close() throws IOException {
        daemon.close();
        Files.deleteIfExists(socket);
    }
}
