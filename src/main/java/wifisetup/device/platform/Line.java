package wifisetup.device.platform;

import tools.jackson.databind.JsonNode;
import wifisetup.platform.Message;

/// The way of an event to the platform.
@FunctionalInterface
interface Line {
    /// Sends it and waits for the answer, or until it is clear that none comes.
    Message event(String service, JsonNode data, JsonNode metadata) throws InterruptedException;
}
