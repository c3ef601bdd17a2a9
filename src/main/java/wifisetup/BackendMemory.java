package wifisetup;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import wifisetup.setup.file.DurableFile;

/// Remembers which backend was chosen while the program ran: its name, in a file of its own in the state directory.
///
/// @param file the file, which need not be there
record BackendMemory(Path file) {
    private static final System.Logger LOG = System.getLogger(BackendMemory.class.getName());

    /// The memory in that state directory.
    static BackendMemory in(Path directory) {
        return new BackendMemory(directory.resolve("backend"));
    }

    /// The name that was remembered last. A file that cannot be read is as good as none: the device must start.
    Optional<String> load() {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (IOException unreadable) {
            LOG.log(Level.WARNING, "which backend was chosen cannot be read", unreadable);
            return Optional.empty();
        }
    }

    /// Remembers that name. What cannot be written is forgotten at the program's end, and holds until then.
    void save(String name) {
        try {
            DurableFile.replace(file, name + "\n");
        } catch (IOException unwritable) {
            LOG.log(Level.WARNING, "which backend was chosen cannot be remembered", unwritable);
        }
    }
}
