package wifisetup.setup.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static wifisetup.setup.bus.BusTrial.PREFIX;
import static wifisetup.setup.bus.BusTrial.json;
import static wifisetup.setup.bus.BusTrial.next;
import static wifisetup.setup.bus.BusTrial.send;
import static wifisetup.setup.bus.BusTrial.type;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import wifisetup.bus.ServiceRole;
import wifisetup.bus.Stranger;

/// Replays what the real Python clients sent, and expects the answers that they got, ids apart.
class CapturesTest {
    @Test
    void thePythonBalenaClientIsRegisteredActivatedAndDeactivatedOnce() throws Exception {
        var frames = captured("python-balena-client.txt");
        try (var trial = new BusTrial();
                var _ = trial.registryOn(trial.server(), ServiceRole.AUTO)) {
            var client = trial.join();
            var id = untilChosen(client, frames);

            // As captured: the client asks twice to be deactivated, and is answered once.
            send(client, frames.get(4));
            send(client, frames.get(5));
            assertThat(type(next(client))).isEqualTo(PREFIX + "deactivate." + id);
            send(client, frames.get(6));
            BusTrial.expectNothingElse(client);
        }
    }

    @Test
    void thePythonOnDeviceClientIsRegisteredAndActivatedAndItsNewsOfJoinsDisturbNothing() throws Exception {
        var frames = captured("python-on-device-client.txt");
        try (var trial = new BusTrial();
                var loop = trial.registryOn(trial.server(), ServiceRole.AUTO)) {
            var client = trial.join();
            var id = untilChosen(client, frames);

            send(client, frames.get(4));
            send(client, frames.get(5));
            BusTrial.expectNothingElse(client);
            assertThat(loop.state().active().orElseThrow().id().text()).isEqualTo(id);
        }
    }

    private static String untilChosen(Stranger client, List<String> frames) throws InterruptedException {
        send(client, frames.get(0));
        send(client, frames.get(1));
        var request = json(frames.get(1));
        var registered = next(client);
        assertThat(type(registered)).isEqualTo(PREFIX + "client.registered");
        assertThat(registered.get("context")).isEqualTo(request.get("context"));
        assertBothSpellings(registered.get("data"), request.get("data"));
        var id = registered.get("data").get("id").stringValue();

        send(client, frames.get(2));
        var listed = next(client);
        assertThat(type(listed)).isEqualTo(PREFIX + "registered.clients");
        assertThat(listed.get("data").get("clients").size()).isEqualTo(1);
        assertBothSpellings(listed.get("data").get("clients").get(0), request.get("data"));

        send(client, frames.get(3).replaceFirst("\"id\": \"[0-9a-z]+\"", "\"id\": \"" + id + "\""));
        var setActive = next(client);
        assertThat(type(setActive)).isEqualTo(PREFIX + "set.active.client");
        assertThat(setActive.get("data").get("id").stringValue()).isEqualTo(id);
        assertThat(type(next(client))).isEqualTo(PREFIX + "activate." + id);
        return id;
    }

    private static void assertBothSpellings(JsonNode answer, JsonNode asked) {
        assertThat(answer.get("client")).isEqualTo(asked.get("client"));
        for (String field : List.of("type", "display_text", "has_gui", "requires_input")) {
            assertThat(answer.get(field)).as(field).isEqualTo(asked.get(field));
            assertThat(answer.get("client_plugin_" + field)).as(field).isEqualTo(asked.get(field));
        }
        assertThat(answer.get("id").stringValue()).isNotBlank();
        assertThat(answer.get("client_id")).isEqualTo(answer.get("id"));
    }

    private static List<String> captured(String name) throws IOException {
        try (var stream = Objects.requireNonNull(CapturesTest.class.getResourceAsStream(name))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
