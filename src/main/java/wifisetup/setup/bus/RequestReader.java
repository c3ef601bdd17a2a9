package wifisetup.setup.bus;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import wifisetup.message.Message;
import wifisetup.setup.ClientId;
import wifisetup.setup.Registration;
import wifisetup.setup.SetupEvent;

/// Reads what somebody on the bus asks of the registry.
///
/// Two spellings are understood: the documented one (`client_plugin_type`, `user_requested_id` ...) and the one that
/// the running Python clients use (`type`, `id` ...).
final class RequestReader {
    static final String PREFIX = "ovos.phal.wifi.plugin.";

    private RequestReader() {}

    /// The event that `message` means; empty if it is none of the registry's business, or lacks what it needs.
    ///
    /// @param bootId this boot, as the kernel names it
    static Optional<SetupEvent> read(Message message, String bootId, Instant now) {
        var asker = new BusAsker(message);
        var data = message.data();
        var name = text(data, "client", "user_requested_client");
        var id = text(data, "id", "client_id", "user_requested_id").map(ClientId::new);
        return switch (message.type()) {
            case PREFIX + "register.client" ->
                Optional.of(new SetupEvent.Register(asker, registration(data), ClientId.random(), false, now));
            case PREFIX + "deregister.client" -> Optional.of(new SetupEvent.Deregister(asker, id, name));
            case PREFIX + "get.registered.clients" -> Optional.of(new SetupEvent.ListClients(asker));
            case PREFIX + "set.active.client" ->
                name.flatMap(client -> id.map(clientId -> new SetupEvent.SetActive(asker, client, clientId)));
            case PREFIX + "client.select" ->
                name.flatMap(client -> id.map(clientId -> new SetupEvent.Select(asker, client, clientId)));
            case PREFIX + "remove.active.client" -> Optional.of(new SetupEvent.RemoveActive(asker, name));
            case PREFIX + "client.setup.failure" ->
                Optional.of(new SetupEvent.ClientFailed(
                        asker, name, text(data, "error").orElse("")));
            case PREFIX + "client.select.page.removed" -> Optional.of(new SetupEvent.SelectionDismissed(asker));
            case PREFIX + "skip.setup" -> Optional.of(new SetupEvent.Skip(asker, bootId));
            case PREFIX + "fully.offline" -> Optional.of(new SetupEvent.NeverConnect(asker));
            case PREFIX + "user.activated" -> Optional.of(new SetupEvent.UserActivated(asker));
            case PREFIX + "status" -> Optional.of(new SetupEvent.StatusAsked(asker));
            case "mycroft.internet.connected" -> Optional.of(new SetupEvent.InternetReported());
            case "mycroft.internet.is_ready" -> Optional.of(new SetupEvent.InternetAsked(asker));
            case "gui.status.request.response" ->
                Optional.of(new SetupEvent.ScreenReported(data.path("connected").asBoolean(false)));
            case "system.ntp.sync.complete" -> Optional.of(new SetupEvent.ClockSet());
            case String _ -> Optional.empty();
        };
    }

    private static Registration registration(ObjectNode data) {
        var wrong = new ArrayList<String>();
        return new Registration(
                typed(data, JsonNode::isString, wrong, "client").map(JsonNode::stringValue),
                typed(data, JsonNode::isString, wrong, "type", "client_plugin_type")
                        .map(JsonNode::stringValue),
                typed(data, JsonNode::isString, wrong, "display_text", "client_plugin_display_text")
                        .map(JsonNode::stringValue),
                typed(data, JsonNode::isBoolean, wrong, "has_gui", "client_plugin_has_gui")
                        .map(JsonNode::booleanValue)
                        .orElse(false),
                typed(data, JsonNode::isBoolean, wrong, "requires_input", "client_plugin_requires_input")
                        .map(JsonNode::booleanValue)
                        .orElse(false),
                wrong);
    }

    /// The first of `fields` that is there; if it is of a wrong kind, it counts as missing and `wrong` has its name.
    private static Optional<JsonNode> typed(
            ObjectNode data, Predicate<JsonNode> kind, List<String> wrong, String... fields) {
        for (String field : fields) {
            JsonNode value = data.get(field);
            if (value == null || value.isNull()) {
                continue;
            }
            if (kind.test(value)) {
                return Optional.of(value);
            }
            wrong.add(fields[0]);
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<String> text(ObjectNode data, String... fields) {
        return typed(data, JsonNode::isString, new ArrayList<>(), fields).map(JsonNode::stringValue);
    }
}
