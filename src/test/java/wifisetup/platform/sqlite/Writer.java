package wifisetup.platform.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import wifisetup.platform.Device;

/// A program of its own for [KillTest]: writes for ever, and says each number when it is on the disk.
public final class Writer {
    private Writer() {}

    /// The program's entry point: the file.
    public static void main(String[] args) throws IOException {
        try (var database = PlatformDatabase.open(Path.of(args[0]))) {
            var outbox = new Outbox(database, Integer.MAX_VALUE);
            var store = new DeviceStore(database);
            for (int i = 1; ; i++) {
                var device = new Device("device-" + i, "lamp", "Lamp " + i);
                device.addTag("first", "1");
                device.addTag("second", "2");
                store.add(device);
                System.out.println(outbox.add(Instant.EPOCH, "s", "{\"n\": " + i + "}"));
            }
        }
    }
}
