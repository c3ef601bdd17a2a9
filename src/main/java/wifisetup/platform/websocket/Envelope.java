package wifisetup.platform.websocket;

import tools.jackson.databind.JsonNode;

/// One message on the wire.
///
/// @param handler what it is: `put`, `event`, `command` and so on; empty where an answer does not say
/// @param token what an answer has in common with its request
record Envelope(int status, String handler, String token, String contentType, JsonNode payload) {
    /// What it is, and not what it says: that may be private.
    @Override
    public String toString() {
        return "%s %d %s".formatted(handler.isEmpty() ? "answer" : handler, status, token);
    }
}
