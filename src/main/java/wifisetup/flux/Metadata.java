package wifisetup.flux;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a device says about itself: `key=value`, joined by NUL, in UTF-8. Keys that nobody knows are kept. Any
/// thread.
///
/// @param values in the order of the wire
public record Metadata(Map<String, String> values) {
    /// The protocol's level, see [ProtocolVersion].
    public static final String VERSION = "ver";

    /// The model.
    public static final String MODEL = "model";

    /// The name that people gave it.
    public static final String NAME = "name";

    /// The serial number; version 2 of discovery alone.
    public static final String SERIAL = "serial";

    /// `T` if a password is set, else `F`.
    public static final String PASSWORD = "pwd";

    /// The device's clock in seconds since 1970; version 1 of discovery alone.
    public static final String TIME = "time";

    /// The version of the software, in any form; devices of this product alone.
    public static final String SOFTWARE = "sw";

    /// Keeps its own copy of the values, in their order.
    public Metadata {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /// Reads what a device sent, or is empty if it is not UTF-8 or has no readable [#VERSION]. Items without
    /// `=` mean nothing; of two with one key the last counts.
    public static Optional<Metadata> read(Octets sent) {
        return sent.text().map(Metadata::parse).filter(read -> read.version().isPresent());
    }

    private static Metadata parse(String text) {
        var values = new LinkedHashMap<String, String>();
        for (String item : text.split("\0", -1)) {
            int equals = item.indexOf('=');
            if (equals >= 0) {
                values.put(item.substring(0, equals), item.substring(equals + 1));
            }
        }
        return new Metadata(values);
    }

    /// The bytes to send.
    ///
    /// @throws IllegalArgumentException if a key holds `=`, or anything holds NUL
    public Octets write() {
        return Octets.ofText(values.entrySet().stream().map(Metadata::item).collect(Collectors.joining("\0")));
    }

    private static String item(Map.Entry<String, String> entry) {
        if (entry.getKey().indexOf('=') >= 0
                || entry.getKey().indexOf(0) >= 0
                || entry.getValue().indexOf(0) >= 0) {
            throw new IllegalArgumentException("a key without '=' and a value without NUL");
        }
        return entry.getKey() + "=" + entry.getValue();
    }

    /// The protocol's level, if it is said in a readable form.
    public Optional<ProtocolVersion> version() {
        return get(VERSION).flatMap(ProtocolVersion::read);
    }

    /// Whether a password is set.
    public boolean isPasswordSet() {
        return get(PASSWORD).filter("T"::equals).isPresent();
    }

    /// The value of `key`, if it is there.
    public Optional<String> get(String key) {
        return Optional.ofNullable(values.get(key));
    }
}
