package wifisetup;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import wifisetup.device.DeviceIdentity;
import wifisetup.device.DeviceMemory;
import wifisetup.device.DeviceStore;
import wifisetup.device.file.DeviceFiles;
import wifisetup.device.file.DeviceLock;
import wifisetup.device.file.FileDeviceStore;

/// Where the device keeps itself. A disk that refuses costs the management alone, not the set-up.
sealed interface DeviceHome extends AutoCloseable {
    /// Where a disk's refusal is told.
    System.Logger LOG = System.getLogger(DeviceHome.class.getName());

    /// Who the device is.
    DeviceIdentity identity();

    /// What it remembers.
    DeviceMemory memory();

    /// Keeps what it remembers from now on.
    DeviceStore store();

    /// Its files.
    ///
    /// @param lock keeps other programs away from them
    record Usable(DeviceIdentity identity, DeviceMemory memory, DeviceStore store, DeviceFiles files, DeviceLock lock)
            implements DeviceHome {
        @Override
        public void close() {
            try {
                lock.close();
            } catch (IOException stuck) {
                LOG.log(Level.DEBUG, "the device's files are let go with the process", stuck);
            }
        }
    }

    /// Nothing can be read or kept: a device without a past that nobody can manage.
    record Refused(DeviceIdentity identity, DeviceMemory memory, IOException why) implements DeviceHome {
        @Override
        public DeviceStore store() {
            return _ -> {
                throw new IOException("nothing of the device can be kept", why);
            };
        }

        @Override
        public void close() {}
    }

    /// Lets others have the files.
    @Override
    void close();

    /// What is in that directory.
    static DeviceHome in(Path directory, LanSettings settings) {
        try {
            return usable(directory, settings);
        } catch (IOException unusable) {
            LOG.log(Level.ERROR, "the device cannot be managed: its files cannot be used", unusable);
            var stranger = settings.identity(UUID.randomUUID(), Optional.empty());
            return new Refused(stranger, DeviceMemory.named(settings.firstName(stranger)), unusable);
        }
    }

    private static Usable usable(Path directory, LanSettings settings) throws IOException {
        var lock = DeviceLock.of(directory);
        try {
            var files = new DeviceFiles(directory);
            var store = new FileDeviceStore(directory);
            var identity = settings.identity(files.uuid(), files.serial());
            return new Usable(identity, store.load(settings.firstName(identity)), store, files, lock);
        } catch (IOException unusable) {
            lock.close();
            throw unusable;
        }
    }
}
