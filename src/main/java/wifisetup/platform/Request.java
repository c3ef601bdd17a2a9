package wifisetup.platform;

import tools.jackson.databind.JsonNode;

/// What a session carries to the platform, and the platform confirms.
public sealed interface Request {
    /// A change of what the platform knows of the devices. A client makes one at a time.
    sealed interface Change extends Request {}

    /// That device is here and connected: new, or as it is now.
    record Put(DeviceDescription device) implements Change {}

    /// The device of that id is disconnected; the platform remembers it.
    record Disconnect(String device) implements Change {}

    /// The device of that id is gone for good.
    record Delete(String device) implements Change {}

    /// Something happened at a service of a device.
    ///
    /// @param metadata what is said about the data; a null node for nothing
    record Event(String device, String service, JsonNode data, JsonNode metadata) implements Request {}

    /// What came of a command.
    ///
    /// @param command the command, whose token the answer keeps
    /// @param status how it went: an HTTP status code
    /// @param metadata what is said about the data; a null node for nothing
    record Response(Message command, int status, JsonNode data, JsonNode metadata) implements Request {}
}
