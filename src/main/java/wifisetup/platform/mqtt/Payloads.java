package wifisetup.platform.mqtt;

import java.util.HexFormat;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import wifisetup.platform.DeviceDescription;
import wifisetup.platform.Message;
import wifisetup.platform.Request;

/// What stands in the payloads: JSON in UTF-8. Any thread.
final class Payloads {
    /// What a will, a farewell and a device that was taken away say.
    private static final String CONNECTED = "connected";

    private static final String SERVICE = "service";
    private static final String DATA = "data";
    private static final String METADATA = "metadata";

    /// Far above what commands need, far below what endangers a stack.
    private static final int MAXIMUM_DEPTH = 64;

    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAXIMUM_DEPTH)
                            .build())
                    .build())
            .build();

    byte[] connected(boolean yes) {
        return write(JsonNodeFactory.instance.objectNode().put(CONNECTED, yes));
    }

    byte[] state(DeviceDescription device) {
        var state = JsonNodeFactory.instance
                .objectNode()
                .put(CONNECTED, true)
                .put("type", device.type())
                .put("name", device.name());
        var tags = state.putObject("tags");
        device.tags().forEach(tags::put);
        return write(state);
    }

    /// Whether a retained state says that its device is connected. What says nothing needs no farewell.
    boolean isConnected(byte[] state) {
        return read(state)
                .filter(json -> json.path(CONNECTED).booleanValue(false))
                .isPresent();
    }

    byte[] event(Request.Event event) {
        return write(said(event.service(), event.data(), event.metadata()));
    }

    byte[] response(Request.Response response) {
        var said = said(response.command().service().orElse(""), response.data(), response.metadata());
        return write(said.put("status", response.status()));
    }

    /// The command of that payload, in the words that commands have everywhere; none if it is no command.
    ///
    /// @param correlation the request's correlation data (MQTT 5.0, 3.3.2.3.6), which the response will have
    Optional<Message> command(String device, byte[] payload, byte[] correlation) {
        return read(payload)
                .filter(json -> json.path(SERVICE).isString())
                .map(json -> new Message(
                        Message.OK,
                        Message.JSON,
                        command(device, json),
                        HexFormat.of().formatHex(correlation)));
    }

    /// The correlation data of a command.
    byte[] correlation(Message command) {
        return HexFormat.of().parseHex(command.token());
    }

    private static ObjectNode command(String device, JsonNode json) {
        var command = JsonNodeFactory.instance
                .objectNode()
                .put("device_url", device)
                .put("service_url", json.path(SERVICE).stringValue(""));
        var parts = command.putArray("protocol_parts");
        for (String part : new String[] {METADATA, DATA}) {
            var value = json.path(part);
            parts.addObject()
                    .put("name", part)
                    .set("value", value.isMissingNode() ? JsonNodeFactory.instance.nullNode() : value);
        }
        return command;
    }

    private static ObjectNode said(String service, JsonNode data, JsonNode metadata) {
        var said = JsonNodeFactory.instance.objectNode().put(SERVICE, service);
        said.set(DATA, data);
        if (!metadata.isNull() && !metadata.isMissingNode()) {
            said.set(METADATA, metadata);
        }
        return said;
    }

    private byte[] write(JsonNode json) {
        return mapper.writeValueAsBytes(json);
    }

    private Optional<JsonNode> read(byte[] payload) {
        try {
            return Optional.of(mapper.readTree(payload)).filter(JsonNode::isObject);
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }
}
