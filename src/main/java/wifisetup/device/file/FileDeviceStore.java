package wifisetup.device.file;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import wifisetup.device.DeviceMemory;
import wifisetup.device.DeviceName;
import wifisetup.device.DeviceStore;
import wifisetup.device.PasswordHash;
import wifisetup.device.TrustedKey;

/// A [DeviceStore] in one small text file, `managers.properties`: name, password and keys change together or
/// not at all.
public final class FileDeviceStore implements DeviceStore {
    private static final System.Logger LOG = System.getLogger(FileDeviceStore.class.getName());
    private static final Pattern COMMENT = Pattern.compile("(?m)^#.*\\R");
    private static final String FILE = "managers.properties";
    private static final String NAME = "name";
    private static final String PASSWORD = "password";
    private static final String KEYS = "keys";

    private final Path file;

    /// The store in that directory of the device.
    ///
    /// @throws IOException if the directory cannot be made
    public FileDeviceStore(Path directory) throws IOException {
        PrivateFile.makeDirectory(directory);
        this.file = directory.resolve(FILE);
    }

    /// The keys that were trusted when that directory of the device was last saved. This is a look from outside:
    /// nothing is made, and nothing put aside.
    ///
    /// @throws IOException if they cannot be read at this moment, or the file holds something else
    public static List<TrustedKey> keys(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        var text = PrivateFile.read(file);
        return text.isPresent() ? read(file, text.get()).keys() : List.of();
    }

    /// What was saved last; a device that nobody may manage, called `fallback`, if nothing was, or the file
    /// holds something else: that is put aside then.
    ///
    /// @throws IOException if it cannot be read at this moment
    public DeviceMemory load(DeviceName fallback) throws IOException {
        var text = PrivateFile.read(file);
        if (text.isEmpty()) {
            return DeviceMemory.named(fallback);
        }
        try {
            return read(file, text.get());
        } catch (IOException malformed) {
            LOG.log(
                    Level.ERROR,
                    "who may manage the device is not known: nobody may until a password is set; the file is now "
                            + PrivateFile.putAside(file),
                    malformed);
            return DeviceMemory.named(fallback);
        }
    }

    @Override
    public void save(DeviceMemory memory) throws IOException {
        var properties = new Properties();
        properties.setProperty(NAME, memory.name().text());
        memory.password().ifPresent(hash -> properties.setProperty(PASSWORD, hash.encoded()));
        properties.setProperty(KEYS, String.valueOf(memory.keys().size()));
        for (int i = 0; i < memory.keys().size(); i++) {
            var key = memory.keys().get(i);
            properties.setProperty(
                    "key." + i, Base64.getEncoder().encodeToString(key.key().getEncoded()));
            properties.setProperty("key." + i + ".label", key.label());
            properties.setProperty("key." + i + ".since", key.since().toString());
            properties.setProperty("key." + i + ".used", key.used().toString());
        }
        var text = new StringWriter();
        properties.store(text, null);
        // The date that Properties writes says nothing here.
        PrivateFile.replace(file, COMMENT.matcher(text.toString()).replaceAll(""));
    }

    private static DeviceMemory read(Path file, String text) throws IOException {
        var properties = new Properties();
        try {
            properties.load(new StringReader(text));
            var hash = Optional.ofNullable(properties.getProperty(PASSWORD)).map(PasswordHash::new);
            if (hash.isPresent() && !Pbkdf2.isReadable(hash.get())) {
                throw new IOException(file + ": expected a hash of " + PASSWORD + ", found something else");
            }
            int count = Integer.parseInt(value(file, properties, KEYS));
            var keys = new ArrayList<TrustedKey>();
            for (int i = 0; i < count; i++) {
                var since = Instant.parse(value(file, properties, "key." + i + ".since"));
                keys.add(new TrustedKey(
                        Pem.rsaKey(Base64.getDecoder().decode(value(file, properties, "key." + i))),
                        value(file, properties, "key." + i + ".label"),
                        since,
                        Instant.parse(properties.getProperty("key." + i + ".used", since.toString()))));
            }
            return new DeviceMemory(new DeviceName(value(file, properties, NAME)), hash, keys);
        } catch (IllegalArgumentException | DateTimeParseException | GeneralSecurityException malformed) {
            throw new IOException(file + ": expected name, password and keys", malformed);
        }
    }

    private static String value(Path file, Properties properties, String key) throws IOException {
        String value = properties.getProperty(key);
        if (value == null) {
            throw new IOException(file + ": expected the key " + key + ", found none");
        }
        return value;
    }
}
