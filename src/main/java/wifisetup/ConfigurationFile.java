package wifisetup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The configuration file: one `key = value` a line; empty lines and lines that begin with `#` do not count.
final class ConfigurationFile {
    /// Where an installed kiosk is configured.
    static final Path DEFAULT = Path.of("/etc/wifi-setup-kiosk/kiosk.conf");

    private ConfigurationFile() {}

    /// The settings of `file`, each with its line.
    ///
    /// @throws SettingsException if the file cannot be read, or a line is none of the above, or sets a key again
    static Map<String, Settings.Value> read(Path file) throws SettingsException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (NoSuchFileException missing) {
            throw new SettingsException(file + ": there is no such file");
        } catch (IOException unreadable) {
            throw new SettingsException(file + ": cannot be read: " + unreadable);
        }
        var values = new LinkedHashMap<String, Settings.Value>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            String origin = file + ":" + (i + 1);
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int equals = line.indexOf('=');
            if (equals <= 0) {
                throw new SettingsException(origin + ": expected key = value");
            }
            String key = line.substring(0, equals).strip();
            var value = new Settings.Value(line.substring(equals + 1).strip(), origin);
            var before = values.putIfAbsent(key, value);
            if (before != null) {
                throw new SettingsException(origin + ": " + key + " is set already, at " + before.origin());
            }
        }
        return values;
    }
}
