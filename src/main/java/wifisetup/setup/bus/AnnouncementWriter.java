package wifisetup.setup.bus;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import wifisetup.message.Message;
import wifisetup.setup.Announcement;
import wifisetup.setup.Asker;
import wifisetup.setup.Client;

/// Writes what the registry tells everybody. Answers are replies to the request, announcements forward its context.
final class AnnouncementWriter {
    private static final String PREFIX = RequestReader.PREFIX;

    /// The name under which the Python plugin owns its page, and the page.
    private static final String PLUGIN = "ovos-PHAL-plugin-wifi-setup";

    private static final String PAGE = PLUGIN + "/ovos_PHAL_plugin_wifi_setup/ui/WifiPluginClientLoader";

    private AnnouncementWriter() {}

    static Message write(Asker asker, Announcement announcement) {
        return switch (announcement) {
            case Announcement.Alive _ -> forward(asker, PREFIX + "alive");
            case Announcement.Registered(var client) -> reply(asker, PREFIX + "client.registered", fields(client));
            case Announcement.RegistrationFailed(var error, var name) -> {
                var data = object().put("error", error);
                name.ifPresent(client -> data.put("client", client));
                yield reply(asker, PREFIX + "client.registration.failure", data);
            }
            case Announcement.Deregistered(var client) -> reply(asker, PREFIX + "client.deregistered", named(client));
            case Announcement.Clients(var clients) -> {
                var data = object();
                var list = data.putArray("clients");
                clients.forEach(client -> list.add(fields(client)));
                yield reply(asker, PREFIX + "registered.clients", data);
            }
            case Announcement.Selected(var client) -> forward(asker, PREFIX + "client.select", chosen(client));
            case Announcement.SetActive(var client) -> forward(asker, PREFIX + "set.active.client", chosen(client));
            case Announcement.Activate(var id) -> forward(asker, PREFIX + "activate." + id.text());
            case Announcement.Deactivate(var id) -> forward(asker, PREFIX + "deactivate." + id.text());
            case Announcement.SkipChosen _ -> forward(asker, PREFIX + "skip.setup");
            case Announcement.NeverChosen _ -> forward(asker, PREFIX + "fully.offline");
            case Announcement.SetupWanted _ -> forward(asker, PREFIX + "user.activated");
            case Announcement.FullyOffline _ -> forward(asker, PREFIX + "fully_offline");
            case Announcement.Launched _ -> forward(asker, PREFIX + "setup.launched");
            case Announcement.Status status -> reply(asker, PREFIX + "status.response", fields(status));
            case Announcement.StopSetup _ -> forward(asker, PREFIX + "stop.setup.event");
            case Announcement.SetupFailed(var error) ->
                forward(asker, PREFIX + "setup.failed", object().put("error", error));
            case Announcement.InternetConnected _ -> forward(asker, "mycroft.internet.connected");
            case Announcement.SyncClock _ -> forward(asker, "system.ntp.sync");
            case Announcement.Completed _ -> forward(asker, "ovos.wifi.setup.completed");
            case Announcement.ShellOk _ -> forward(asker, "ovos.shell.status.ok");
            case Announcement.NoInternet _ -> forward(asker, "enclosure.notify.no_internet");
            case Announcement.ScreenWanted _ -> forward(asker, "gui.status.request");
            case Announcement.PageCleared _ -> forward(asker, "gui.clear.namespace", page());
            case Announcement.PageFilled(var clients) -> {
                var data = page().put("page_type", "ModeChoose");
                var list = data.putArray("clients_model");
                clients.forEach(client -> list.add(fields(client)));
                yield forward(asker, "gui.value.set", data);
            }
            case Announcement.PageShown _ -> {
                var data = page().put("index", 0).putNull("__idle").put("__animations", true);
                data.putArray("page_names").add(PAGE);
                yield forward(asker, "gui.page.show", data);
            }
            case Announcement.PageClosed _ ->
                forward(asker, "mycroft.gui.screen.close", object().put("skill_id", PLUGIN));
            case Announcement.InternetReady(var ready) ->
                reply(asker, "mycroft.internet.is_ready.response", object().put("status", ready));
        };
    }

    private static ObjectNode fields(Client client) {
        return named(client)
                .put("type", client.type().word())
                .put("client_plugin_type", client.type().word())
                .put("display_text", client.displayText())
                .put("client_plugin_display_text", client.displayText())
                .put("has_gui", client.hasGui())
                .put("client_plugin_has_gui", client.hasGui())
                .put("requires_input", client.requiresInput())
                .put("client_plugin_requires_input", client.requiresInput());
    }

    private static ObjectNode named(Client client) {
        return object().put("client", client.name())
                .put("id", client.id().text())
                .put("client_id", client.id().text());
    }

    /// A choice names the client in both spellings of a request.
    private static ObjectNode chosen(Client client) {
        return named(client)
                .put("user_requested_client", client.name())
                .put("user_requested_id", client.id().text());
    }

    private static ObjectNode page() {
        return object().put("__from", PLUGIN);
    }

    private static ObjectNode fields(Announcement.Status status) {
        var data = object().put("watchdog_active", status.watchdogActive())
                .put("in_setup", status.inSetup())
                .put("mode", status.mode());
        status.active().ifPresent(client -> data.set("active_client", fields(client)));
        return data;
    }

    private static Message forward(Asker asker, String type) {
        return forward(asker, type, object());
    }

    private static Message forward(Asker asker, String type, ObjectNode data) {
        return asker instanceof BusAsker(var request) ? request.forward(type, data) : Message.of(type, data);
    }

    private static Message reply(Asker asker, String type, ObjectNode data) {
        return asker instanceof BusAsker(var request) ? request.reply(type, data) : Message.of(type, data);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
