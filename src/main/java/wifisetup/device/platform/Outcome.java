package wifisetup.device.platform;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import wifisetup.platform.Message;

/// What came of an order.
sealed interface Outcome {
    /// It was done.
    ///
    /// @param said what was asked for, if anything was
    record Done(ObjectNode said) implements Outcome {}

    /// It was not.
    ///
    /// @param error what to tell whoever ordered it
    record Refused(Reason reason, String error) implements Outcome {}

    /// Why an order is refused.
    enum Reason {
        /// It cannot be understood: Bad Request (RFC 9110, 15.5.1).
        MALFORMED(400),
        /// What it names does not exist: Not Found (15.5.5).
        UNKNOWN(404),
        /// It does not go with how things stand: Conflict (15.5.10).
        CONFLICT(409),
        /// This program failed at it: Internal Server Error (15.6.1).
        BROKEN(500),
        /// The system's network service did not do it: Service Unavailable (15.6.4).
        UNAVAILABLE(503);

        private final int status;

        Reason(int status) {
            this.status = status;
        }
    }

    /// Done, with nothing to say.
    static Outcome done() {
        return new Done(JsonNodeFactory.instance.objectNode());
    }

    /// The status of the answer, as HTTP's (RFC 9110, 15).
    default int status() {
        return switch (this) {
            case Done _ -> Message.OK;
            case Refused refused -> refused.reason().status;
        };
    }

    /// The answer's data: `{"done": true}` and what was asked for, or `{"done": false, "error": …}`.
    default JsonNode data() {
        var data = JsonNodeFactory.instance.objectNode();
        return switch (this) {
            case Done done -> data.put("done", true).setAll(done.said());
            case Refused refused -> data.put("done", false).put("error", refused.error());
        };
    }
}
