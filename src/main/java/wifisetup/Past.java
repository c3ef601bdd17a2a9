package wifisetup;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import wifisetup.setup.Memory;
import wifisetup.setup.file.FileMemory;

/// What the kiosk knows of before it began: what it remembered, and in which boot it is now.
///
/// @param store where it goes on remembering
/// @param memory what it remembered last
/// @param bootId the kernel's name of this boot
record Past(FileMemory store, Memory memory, String bootId) {
    private static final System.Logger LOG = System.getLogger(Past.class.getName());
    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

    /// Reads what was remembered in `directory`. What cannot be read is put aside, and the device starts as a new one.
    ///
    /// @throws StartException if the directory cannot be used
    static Past open(Path directory) throws StartException {
        var store = store(directory);
        return new Past(store, memory(store), currentBootId());
    }

    private static FileMemory store(Path directory) throws StartException {
        try {
            return new FileMemory(directory);
        } catch (IOException unusable) {
            throw new StartException(
                    ExitCode.FAILED,
                    "the state directory " + directory + " cannot be used (" + unusable
                            + "); name another one with --state",
                    unusable);
        }
    }

    private static Memory memory(FileMemory store) throws StartException {
        try {
            return store.load();
        } catch (IOException unreadable) {
            try {
                LOG.log(
                        Level.WARNING,
                        "what was remembered cannot be read, put aside as {0}: {1}",
                        store.putAside(),
                        unreadable);
                return Memory.NEW_DEVICE;
            } catch (IOException stuck) {
                throw new StartException(ExitCode.FAILED, "what was remembered cannot be read: " + unreadable, stuck);
            }
        }
    }

    private static String currentBootId() {
        try {
            return Files.readString(BOOT_ID).strip();
        } catch (IOException noKernel) {
            LOG.log(
                    Level.WARNING,
                    "this boot has no id: \"Connect later\" is forgotten at the program's end",
                    noKernel);
            return "unknown-" + ProcessHandle.current().pid() + "-" + Instant.now();
        }
    }
}
