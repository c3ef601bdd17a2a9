package wifisetup.device.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;

/// Keeps a second program away from the device's files: the one that runs would overwrite what the other
/// changes. It ends with the program, however that ends.
public final class DeviceLock implements AutoCloseable {
    private static final String IN_USE = "stop the kiosk that runs: it has the device's files, ";

    private final FileChannel channel;

    private DeviceLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Takes the files in that directory of the device.
    ///
    /// @throws IOException if another program has them, or the directory cannot be used
    public static DeviceLock of(Path directory) throws IOException {
        PrivateFile.makeDirectory(directory);
        var channel = PrivateFile.open(directory.resolve("lock"));
        try {
            if (channel.tryLock() == null) {
                throw new IOException(IN_USE + directory);
            }
            return new DeviceLock(channel);
        } catch (OverlappingFileLockException ours) {
            channel.close();
            throw new IOException(IN_USE + directory, ours);
        } catch (IOException refused) {
            channel.close();
            throw refused;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
