package wifisetup.setup.file;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import wifisetup.setup.Consent;
import wifisetup.setup.Memory;
import wifisetup.setup.MemoryStore;

/// A [MemoryStore] in one small text file, `setup.properties`.
///
/// After a power cut at any moment there is either the old memory or the new one.
public final class FileMemory implements MemoryStore {
    private static final String CONSENT = "consent";
    private static final String BOOT = "skipped-in-boot";
    private static final String WATCHDOG = "watchdog";
    private static final String FIRST_BOOT_DONE = "first-boot-done";

    private final Path file;

    /// The memory of the state directory `directory`, which is made if it is missing.
    ///
    /// @throws IOException if it cannot be made
    public FileMemory(Path directory) throws IOException {
        Files.createDirectories(directory);
        this.file = directory.resolve("setup.properties");
    }

    @Override
    public Memory load() throws IOException {
        if (Files.notExists(file)) {
            return Memory.NEW_DEVICE;
        }
        var properties = new Properties();
        try {
            properties.load(new StringReader(Files.readString(file)));
        } catch (IllegalArgumentException malformed) {
            throw new IOException(file + ": expected a properties file, found " + malformed.getMessage(), malformed);
        }
        Consent consent = switch (value(properties, CONSENT)) {
            case "wanted" -> new Consent.Wanted();
            case "skipped" -> new Consent.Skipped(value(properties, BOOT));
            case "never" -> new Consent.Never();
            case String other ->
                throw new IOException(
                        file + ": expected " + CONSENT + " to be wanted, skipped or never, found " + other);
        };
        return new Memory(consent, flag(properties, WATCHDOG), flag(properties, FIRST_BOOT_DONE));
    }

    @Override
    public void save(Memory memory) throws IOException {
        String consent = switch (memory.consent()) {
            case Consent.Wanted _ -> CONSENT + "=wanted\n";
            case Consent.Skipped(var boot) -> CONSENT + "=skipped\n" + BOOT + "=" + boot + "\n";
            case Consent.Never _ -> CONSENT + "=never\n";
        };
        String text = consent + WATCHDOG + "=" + memory.watchdog() + "\n" + FIRST_BOOT_DONE + "="
                + memory.firstBootDone() + "\n";
        DurableFile.replace(file, text);
    }

    /// Puts an unreadable memory aside, so that the device starts as a new one and nothing is lost.
    ///
    /// @return where it is now
    /// @throws IOException if it cannot be moved
    public Path putAside() throws IOException {
        return Files.move(
                file, file.resolveSibling(file.getFileName() + ".unreadable"), StandardCopyOption.REPLACE_EXISTING);
    }

    private boolean flag(Properties properties, String key) throws IOException {
        return switch (value(properties, key)) {
            case "true" -> true;
            case "false" -> false;
            case String other ->
                throw new IOException(file + ": expected " + key + " to be true or false, found " + other);
        };
    }

    private String value(Properties properties, String key) throws IOException {
        String value = properties.getProperty(key);
        if (value == null) {
            throw new IOException(file + ": expected the key " + key + ", found none");
        }
        return value.strip();
    }
}
