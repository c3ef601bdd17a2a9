package wifisetup.platform.websocket;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/// Turns messages into the text of frames and back. Any thread.
final class EnvelopeCodec {
    /// Far above what commands need, far below what endangers a stack.
    private static final int MAXIMUM_DEPTH = 64;

    private final JsonMapper json = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAXIMUM_DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /// A frame that is no message. What it says is safe to log.
    static final class MalformedFrame extends Exception {
        private static final long serialVersionUID = 1;

        MalformedFrame(String message) {
            super(message);
        }
    }

    ObjectNode object() {
        return json.createObjectNode();
    }

    String write(ObjectNode frame) {
        return json.writeValueAsString(frame);
    }

    String write(Envelope envelope) {
        return write(object().put("status", envelope.status())
                .put("handler", envelope.handler())
                .put("token", envelope.token())
                .put("content_type", envelope.contentType())
                .set("payload", envelope.payload()));
    }

    /// Reads a frame. What the platform leaves out is empty, but for the status.
    Envelope read(String text) throws MalformedFrame {
        JsonNode frame;
        try {
            frame = json.readTree(text);
        } catch (JacksonException flaw) {
            var place = flaw.getLocation();
            throw new MalformedFrame(
                    "expected JSON, found a flaw" + (place == null ? "" : " at column " + place.getColumnNr()));
        }
        if (!(frame instanceof ObjectNode object)) {
            throw new MalformedFrame("expected an object, found " + frame.getNodeType());
        }
        JsonNode status = object.path("status");
        if (!status.isIntegralNumber() || !status.canConvertToInt()) {
            throw new MalformedFrame("expected a number as status, found " + status.getNodeType());
        }
        JsonNode payload = object.path("payload");
        return new Envelope(
                status.intValue(),
                text(object, "handler"),
                text(object, "token"),
                text(object, "content_type"),
                payload.isNull() ? MissingNode.getInstance() : payload);
    }

    private static String text(ObjectNode object, String name) throws MalformedFrame {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        return value.stringValueOpt()
                .orElseThrow(() -> new MalformedFrame("expected text as " + name + ", found " + value.getNodeType()));
    }
}
