package wifisetup.flux;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A row of a list: a JSON object, or of old `key=value` joined by NUL.
final class Rows {
    /// Rows are flat.
    private static final int MAXIMUM_DEPTH = 4;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAXIMUM_DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Rows() {}

    static String write(Map<String, String> fields) {
        var row = JsonNodeFactory.instance.objectNode();
        fields.forEach((name, value) -> {
            if (name.equals(WifiRow.RSSI)) {
                row.put(name, Integer.parseInt(value));
            } else {
                row.put(name, value);
            }
        });
        return JSON.writeValueAsString(row);
    }

    static Optional<Map<String, String>> read(String text) {
        return text.startsWith("{") && text.endsWith("}") ? json(text) : Optional.of(pairs(text));
    }

    private static Optional<Map<String, String>> json(String text) {
        try {
            if (JSON.readTree(text) instanceof ObjectNode row) {
                var fields = new LinkedHashMap<String, String>();
                row.properties().forEach(entry -> {
                    if (entry.getValue().isValueNode() && !entry.getValue().isNull()) {
                        fields.put(entry.getKey(), entry.getValue().asString());
                    }
                });
                return Optional.of(fields);
            }
            return Optional.empty();
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    static Map<String, String> pairs(String text) {
        var fields = new LinkedHashMap<String, String>();
        for (String item : text.split("\0", -1)) {
            int equals = item.indexOf('=');
            if (equals >= 0) {
                fields.put(item.substring(0, equals), item.substring(equals + 1));
            }
        }
        return fields;
    }
}
