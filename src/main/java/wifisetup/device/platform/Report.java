package wifisetup.device.platform;

import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import wifisetup.network.Connectivity;

/// What the platform is told of: an event of the device.
sealed interface Report {
    /// Somebody sets the device up, or is asked to.
    record SetupStarted() implements Report {}

    /// The device is online.
    record SetupCompleted() implements Report {}

    /// A way of setting up was given up, or the person does not want to connect.
    ///
    /// @param reason `skipped`, `never`, or what the client that gave up said
    record SetupFailed(String reason) implements Report {}

    /// The device is on another network, or the same one reaches elsewhere.
    ///
    /// @param network the Wi-Fi's name, percent-encoded; empty without Wi-Fi
    /// @param wired whether a wired link carries the traffic
    record NetworkChanged(String network, boolean wired, Connectivity connectivity) implements Report {}

    /// Events of before were dropped, because too many waited or the platform refused them.
    ///
    /// @param count how many since the report before this one was confirmed
    /// @param total how many ever
    record EventsDropped(long count, long total) implements Report {}

    /// The service at which it happened.
    default String service() {
        return switch (this) {
            case SetupStarted _ -> "setup_started";
            case SetupCompleted _ -> "setup_completed";
            case SetupFailed _ -> "setup_failed";
            case NetworkChanged _ -> "network_changed";
            case EventsDropped _ -> "events_dropped";
        };
    }

    /// What there is to say of it.
    default JsonNode data() {
        var data = JsonNodeFactory.instance.objectNode();
        return switch (this) {
            case SetupStarted _, SetupCompleted _ -> data;
            case SetupFailed failed -> data.put("reason", failed.reason());
            case NetworkChanged changed ->
                data.put("network", changed.network())
                        .put("wired", changed.wired())
                        .put("connectivity", changed.connectivity().name().toLowerCase(Locale.ROOT));
            case EventsDropped dropped -> data.put("count", dropped.count()).put("total", dropped.total());
        };
    }
}
