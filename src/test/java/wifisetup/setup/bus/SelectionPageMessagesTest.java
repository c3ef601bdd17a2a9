package wifisetup.setup.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import wifisetup.message.Message;
import wifisetup.setup.Announcement;
import wifisetup.setup.Asker;
import wifisetup.setup.Client;
import wifisetup.setup.ClientId;
import wifisetup.setup.ClientType;
import wifisetup.setup.SetupEvent;

/// The selection page in the terms of the Python plugin's.
class SelectionPageMessagesTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Client PHONE =
            new Client(new ClientId("1f"), "phone", ClientType.REMOTE, "On Mobile Setup", true, false, false);

    @Test
    void thePageIsClearedFilledAndShownUnderThePluginsName() {
        assertMessage(
                new Announcement.PageCleared(), "gui.clear.namespace", "{'__from': 'ovos-PHAL-plugin-wifi-setup'}");
        var filled = AnnouncementWriter.write(Asker.SELF, new Announcement.PageFilled(List.of(PHONE)));
        assertThat(filled.type()).isEqualTo("gui.value.set");
        assertThat(filled.data().path("page_type").stringValue()).isEqualTo("ModeChoose");
        assertThat(filled.data().path("clients_model").path(0).path("client").stringValue())
                .isEqualTo("phone");
        assertThat(filled.data().path("clients_model").path(0).path("id").stringValue())
                .isEqualTo("1f");
        assertMessage(new Announcement.PageShown(), "gui.page.show", """
                {'index': 0, '__from': 'ovos-PHAL-plugin-wifi-setup', '__idle': null, '__animations': true,
                 'page_names':
                   ['ovos-PHAL-plugin-wifi-setup/ovos_PHAL_plugin_wifi_setup/ui/WifiPluginClientLoader']}""");
        assertMessage(
                new Announcement.PageClosed(),
                "mycroft.gui.screen.close",
                "{'skill_id': 'ovos-PHAL-plugin-wifi-setup'}");
    }

    @Test
    void whetherThereIsAScreenIsAskedAndHeard() {
        assertMessage(new Announcement.ScreenWanted(), "gui.status.request", "{}");
        var answer = Message.of("gui.status.request.response", object("{'connected': true}"));
        assertThat(RequestReader.read(answer, "boot", Instant.EPOCH)).contains(new SetupEvent.ScreenReported(true));
    }

    private static void assertMessage(Announcement announcement, String type, String data) {
        var message = AnnouncementWriter.write(Asker.SELF, announcement);
        assertThat(message.type()).isEqualTo(type);
        assertThat(message.data()).isEqualTo(object(data));
    }

    private static ObjectNode object(String json) {
        return (ObjectNode) JSON.readTree(json.replace('\'', '"'));
    }
}
