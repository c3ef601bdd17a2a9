package wifisetup.platform.websocket;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import wifisetup.platform.DeviceDescription;
import wifisetup.platform.Request;

/// What requests say, as `standard-connector` has it. Any thread.
final class Payloads {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String PARTS = "protocol_parts";

    JsonNode put(DeviceDescription device) {
        var tags = JSON.arrayNode();
        device.tags().forEach((id, tag) -> tags.add(id + ":" + tag));
        return JSON.objectNode()
                .put("uri", device.id())
                .put("name", device.name())
                .put("iot_type", device.type())
                .set("tags", tags);
    }

    JsonNode event(Request.Event event) {
        return JSON.objectNode()
                .put("device_uri", event.device())
                .put("service_uri", event.service())
                .set("value", parts(event.metadata(), event.data()));
    }

    /// The command's own payload, with other parts.
    JsonNode response(Request.Response response) {
        var command = response.command().payload();
        var payload = command instanceof ObjectNode object ? object : JSON.objectNode();
        return payload.set(PARTS, parts(response.metadata(), response.data()));
    }

    private static ArrayNode parts(JsonNode metadata, JsonNode data) {
        var parts = JSON.arrayNode();
        parts.addObject().put("name", "metadata").set("value", metadata);
        parts.addObject().put("name", "data").set("value", data);
        return parts;
    }
}
