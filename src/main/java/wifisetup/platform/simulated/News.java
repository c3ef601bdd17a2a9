package wifisetup.platform.simulated;

import tools.jackson.databind.JsonNode;

/// What happens at a simulated platform.
public sealed interface News {
    /// A gateway has logged in.
    record Joined(String gateway) implements News {}

    /// A gateway is gone.
    record Left(String gateway) implements News {}

    /// A gateway and the platform agree on so many devices.
    record Synchronised(String gateway, int devices) implements News {}

    /// Something happened at a device.
    record Event(String gateway, String device, String service, JsonNode data, JsonNode metadata) implements News {}

    /// A command was answered.
    record Response(String gateway, int status, JsonNode data) implements News {}

    /// A gateway, or somebody who has not yet said which, broke the rules.
    ///
    /// @param status what it was answered
    record Refused(String gateway, int status, String why) implements News {}
}
