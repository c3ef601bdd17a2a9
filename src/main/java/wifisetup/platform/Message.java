package wifisetup.platform;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/// What travels between a client and its platform: a command, or the answer to a request.
///
/// Programs need not make any: they come from [PlatformClient#receive()] and from calls. A message never changes:
/// the payload is copied on its way in and on its way out. It prints its status alone, because a payload may be
/// private.
///
/// @param status an HTTP status code (RFC 9110 section 15), or 0 where nobody answered
/// @param contentType the type of what the payload holds, set by the platform
/// @param payload the data
/// @param token what the answer to this message has in common with it
public record Message(int status, String contentType, JsonNode payload, String token) {
    /// OK (RFC 9110 section 15.3.1): what was asked for is done.
    public static final int OK = 200;

    /// The content type of a payload of JSON (RFC 8259 section 11).
    public static final String JSON = "application/json";

    /// Nobody answered, because there was no connection.
    public static final Message EMPTY = new Message(0, "", MissingNode.getInstance(), "");

    /// Nobody answered in time.
    public static final Message TIMED_OUT = new Message(0, "", JsonNodeFactory.instance.stringNode("timed out"), "");

    private static final String PARTS = "protocol_parts";

    /// Keeps its own copy of the payload.
    public Message {
        payload = payload.deepCopy();
    }

    /// An answer with nothing but a status, as a transport makes it that has no answers of its own.
    public static Message of(int status) {
        return new Message(status, "", MissingNode.getInstance(), "");
    }

    /// A copy of the payload.
    @Override
    public JsonNode payload() {
        return payload.deepCopy();
    }

    /// Whether the platform has done what was asked for.
    public boolean isConfirmed() {
        return status == OK;
    }

    /// Whether this stands for no answer at all: there was no connection, or it was lost.
    public boolean isEmpty() {
        return status == 0 && payload.isMissingNode();
    }

    /// Whether this stands for an answer that did not come in time.
    public boolean isTimedOut() {
        return status == 0 && !payload.isMissingNode();
    }

    /// The id of the device that a command is for.
    public Optional<String> device() {
        return text("device_url");
    }

    /// The service of that device that a command is for.
    public Optional<String> service() {
        return text("service_url");
    }

    /// The part `data` of a command; a missing node where it has none.
    public JsonNode data() {
        return part("data");
    }

    /// The part `metadata` of a command; a missing node where it has none.
    public JsonNode metadata() {
        return part("metadata");
    }

    /// How many JSON values the payload holds, itself among them.
    int values() {
        return values(payload);
    }

    @Override
    public String toString() {
        return "Message[" + status + "]";
    }

    private static int values(JsonNode node) {
        int sum = 1;
        for (var inner : node) {
            sum += values(inner);
        }
        return sum;
    }

    private Optional<String> text(String name) {
        return payload.path(name).stringValueOpt();
    }

    private JsonNode part(String name) {
        for (var part : payload.path(PARTS)) {
            if (name.equals(part.path("name").stringValue(null))) {
                return part.path("value").deepCopy();
            }
        }
        return MissingNode.getInstance();
    }
}
