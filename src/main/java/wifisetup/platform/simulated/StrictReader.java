package wifisetup.platform.simulated;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import wifisetup.platform.DeviceDescription;

/// Reads what gateways send, to the letter: each field is there, has its type, and no other is.
final class StrictReader {
    private static final Set<String> ENVELOPE = Set.of("status", "handler", "token", "content_type", "payload");
    private static final Set<String> CREDENTIALS = Set.of("user", "pw", "gid", "token");
    private static final Set<String> DEVICE = Set.of("uri", "name", "iot_type", "tags");
    private static final Set<String> EVENT = Set.of("device_uri", "service_uri", "value");
    private static final Set<String> PART = Set.of("name", "value");

    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /// A message after the handshake.
    record Frame(int status, String handler, String token, JsonNode payload) {}

    /// Metadata and data, of an event or a response.
    record Parts(JsonNode metadata, JsonNode data) {}

    ObjectNode credentials(String text) throws Refusal {
        var frame = object(text, CREDENTIALS);
        for (String name : CREDENTIALS) {
            text(frame, name);
        }
        if (!text(frame, "token").equals("credentials")) {
            throw bad("expected the token credentials");
        }
        return frame;
    }

    Frame frame(String text) throws Refusal {
        var frame = object(text, ENVELOPE);
        if (!frame.path("status").isInt()) {
            throw bad("expected a number as status");
        }
        if (text(frame, "token").isEmpty()) {
            throw bad("expected a token");
        }
        text(frame, "content_type");
        return new Frame(
                frame.path("status").intValue(), text(frame, "handler"), text(frame, "token"), frame.path("payload"));
    }

    DeviceDescription device(JsonNode payload) throws Refusal {
        var device = fields(payload, DEVICE);
        if (!device.path("tags").isArray()) {
            throw bad("expected a list as tags");
        }
        var tags = new LinkedHashMap<String, String>();
        for (JsonNode tag : device.path("tags")) {
            var parts = tag.stringValue("").split(":", -1);
            if (parts.length != 2 || tags.put(parts[0], parts[1]) != null) {
                throw bad("expected tags such as [\"id:tag\"], each id once");
            }
        }
        try {
            return new DeviceDescription(text(device, "uri"), text(device, "iot_type"), text(device, "name"), tags);
        } catch (IllegalArgumentException unfit) {
            throw bad(String.valueOf(unfit.getMessage()));
        }
    }

    ObjectNode event(JsonNode payload) throws Refusal {
        var event = fields(payload, EVENT);
        text(event, "device_uri");
        text(event, "service_uri");
        return event;
    }

    /// The two parts, in their order.
    Parts parts(JsonNode value) throws Refusal {
        if (!value.isArray() || value.size() != 2) {
            throw bad("expected the two parts metadata and data");
        }
        for (int i = 0; i < 2; i++) {
            var part = fields(value.get(i), PART);
            if (!text(part, "name").equals(List.of("metadata", "data").get(i))) {
                throw bad("expected the parts metadata and data, in this order");
            }
        }
        return new Parts(value.get(0).path("value"), value.get(1).path("value"));
    }

    String text(JsonNode payload) throws Refusal {
        return payload.stringValueOpt().orElseThrow(() -> bad("expected text as payload"));
    }

    static String text(ObjectNode object, String name) throws Refusal {
        return object.path(name).stringValueOpt().orElseThrow(() -> bad("expected text as " + name));
    }

    private ObjectNode object(String text, Set<String> names) throws Refusal {
        try {
            return fields(json.readTree(text), names);
        } catch (JacksonException flaw) {
            throw bad("expected JSON");
        }
    }

    private static ObjectNode fields(JsonNode node, Set<String> names) throws Refusal {
        if (!(node instanceof ObjectNode object)) {
            throw bad("expected an object");
        }
        var found = new TreeSet<>(object.propertyNames());
        if (!found.equals(names)) {
            throw bad("expected the fields " + new TreeSet<>(names) + ", found " + found);
        }
        return object;
    }

    private static Refusal bad(String why) {
        return new Refusal(Refusal.BAD_REQUEST, why);
    }
}
