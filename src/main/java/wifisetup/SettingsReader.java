package wifisetup;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// Takes settings out of the texts, and knows in the end which nobody wanted.
record SettingsReader(Map<String, Settings.Value> values, Set<String> known) {
    SettingsReader(Map<String, Settings.Value> values) {
        this(values, new TreeSet<>());
    }

    /// The value of `key`, if it is set.
    ///
    /// @param parse throws [IllegalArgumentException] that says what it expected
    <T> Optional<T> read(String key, Function<String, T> parse) throws SettingsException {
        known.add(key);
        var value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse.apply(value.text()));
        } catch (NumberFormatException notANumber) {
            throw new SettingsException(value.origin() + ": " + key + ": expected a number");
        } catch (IllegalArgumentException bad) {
            throw unfit(key, String.valueOf(bad.getMessage()));
        }
    }

    /// What is wrong with `key`, with its place.
    SettingsException unfit(String key, String expected) {
        var value = values.get(key);
        return new SettingsException((value == null ? "" : value.origin() + ": ") + key + ": expected " + expected);
    }

    /// One of the constants of `type`, by its name in lower case.
    <T extends Enum<T>> T choice(String key, Class<T> type, T fallback) throws SettingsException {
        var choices = new LinkedHashMap<String, T>();
        for (T constant : type.getEnumConstants()) {
            choices.put(constant.name().toLowerCase(Locale.ROOT), constant);
        }
        return read(key, text -> {
                    T chosen = choices.get(text);
                    if (chosen == null) {
                        throw new IllegalArgumentException(
                                "one of " + String.join(", ", choices.keySet()) + ", found " + text);
                    }
                    return chosen;
                })
                .orElse(fallback);
    }

    /// `on` or `off`.
    boolean onOff(String key, boolean fallback) throws SettingsException {
        return read(key, text -> switch (text) {
                    case "on" -> true;
                    case "off" -> false;
                    case String other -> throw new IllegalArgumentException("on or off, found " + other);
                })
                .orElse(fallback);
    }

    /// Refuses what no call asked for.
    void rejectUnknown() throws SettingsException {
        for (var entry : values.entrySet()) {
            if (!known.contains(entry.getKey())) {
                throw new SettingsException(entry.getValue().origin() + ": unknown key " + entry.getKey()
                        + "; known are " + String.join(", ", known));
            }
        }
    }
}
