package wifisetup.platform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The text of a configuration file: sections in brackets, `key = value` lines below them, and comments that
/// begin with `#` or `;`. It keeps all of it, so that a change of one value leaves the rest as its owner wrote
/// it. Immutable.
final class IniFile {
    private final String name;
    private final List<String> lines;
    private final Map<Place, Entry> entries;

    private IniFile(String name, List<String> lines, Map<Place, Entry> entries) {
        this.name = name;
        this.lines = lines;
        this.entries = entries;
    }

    /// Where a value stands.
    record Place(String section, String key) {}

    /// A value and the number of its line, from 1.
    record Entry(String value, int line) {
        /// Its place alone: the value may be secret.
        @Override
        public String toString() {
            return "line " + line;
        }
    }

    /// Reads `text`.
    ///
    /// @param name what messages call it
    /// @throws ConfigurationException if a line is none of the above, or sets a key again
    static IniFile parse(String name, String text) throws ConfigurationException {
        var lines = text.lines().toList();
        var entries = new LinkedHashMap<Place, Entry>();
        Optional<String> section = Optional.empty();
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1).strip();
            String origin = name + ":" + number;
            if (line.isEmpty() || line.startsWith("#") || line.startsWith(";")) {
                continue;
            }
            if (line.startsWith("[") && line.endsWith("]")) {
                section = Optional.of(line.substring(1, line.length() - 1).strip());
                continue;
            }
            int equals = line.indexOf('=');
            if (equals <= 0) {
                throw new ConfigurationException(origin + ": expected key = value or [SECTION]");
            }
            String key = line.substring(0, equals).strip();
            if (section.isEmpty()) {
                throw new ConfigurationException(origin + ": expected a [SECTION] before " + key + ", found none");
            }
            var entry = new Entry(line.substring(equals + 1).strip(), number);
            var before = entries.putIfAbsent(new Place(section.get(), key), entry);
            if (before != null) {
                throw new ConfigurationException(origin + ": " + key + " is set already, at line " + before.line());
            }
        }
        return new IniFile(name, lines, entries);
    }

    /// What messages call it.
    String name() {
        return name;
    }

    /// The values, in their order.
    Map<Place, Entry> entries() {
        return entries;
    }

    /// The text with `value` at `place`, which is added to its section, and that to the end, where they are
    /// missing.
    String with(Place place, String value) {
        String line = place.key() + " = " + value;
        var changed = new ArrayList<>(lines);
        var present = entries.get(place);
        if (present != null) {
            changed.set(present.line() - 1, line);
        } else {
            int header = header(place.section());
            if (header < 0) {
                changed.add("[" + place.section() + "]");
                changed.add(line);
            } else {
                changed.add(header + 1, line);
            }
        }
        return String.join("\n", changed) + "\n";
    }

    private int header(String section) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.startsWith("[")
                    && line.endsWith("]")
                    && line.substring(1, line.length() - 1).strip().equals(section)) {
                return i;
            }
        }
        return -1;
    }
}
