package wifisetup.setup.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static wifisetup.setup.bus.BusTrial.PREFIX;
import static wifisetup.setup.bus.BusTrial.ask;
import static wifisetup.setup.bus.BusTrial.expectNothingElse;
import static wifisetup.setup.bus.BusTrial.json;
import static wifisetup.setup.bus.BusTrial.next;
import static wifisetup.setup.bus.BusTrial.request;
import static wifisetup.setup.bus.BusTrial.send;
import static wifisetup.setup.bus.BusTrial.type;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import wifisetup.bus.BusClient;
import wifisetup.bus.BusSettings;
import wifisetup.bus.ServicePlace;
import wifisetup.bus.ServiceRole;
import wifisetup.bus.Stranger;
import wifisetup.setup.Standing;

class SetupBusTest {
    private static final String PHONE =
            "{\"client\":\"phone\",\"type\":\"Remote\",\"display_text\":\"P\",\"has_gui\":true,\"requires_input\":false}";

    private final BusTrial trial;

    SetupBusTest() throws Exception {
        trial = new BusTrial();
    }

    @AfterEach
    void close() {
        trial.close();
    }

    @Nested
    class Serving {
        private final Stranger client;

        Serving() throws Exception {
            client = trial.join();
        }

        @BeforeEach
        void serve() throws Exception {
            trial.registryOn(trial.server(), ServiceRole.AUTO);
            expectNothingElse(client);
        }

        @Test
        void answersCarryTheSessionOnWithSourceAndDestinationSwapped() throws Exception {
            var answer = ask(client, request("register.client", PHONE));

            assertThat(answer.get("context"))
                    .isEqualTo(json(
                            "{\"session\":{\"session_id\":\"s1\"},\"source\":\"registry\",\"destination\":\"me\"}"));
        }

        @Test
        void announcementsKeepTheContextAsItIs() throws Exception {
            var launched = ask(client, request("user.activated", "{}"));

            assertThat(type(launched)).isEqualTo(PREFIX + "setup.launched");
            assertThat(launched.get("context").get("source").stringValue()).isEqualTo("me");
        }

        @Test
        void theDocumentedSpellingIsUnderstoodToo() throws Exception {
            var data = "{\"client\":\"phone\",\"client_plugin_type\":\"Remote\",\"client_plugin_display_text\":\"P\","
                    + "\"client_plugin_has_gui\":true,\"client_plugin_requires_input\":false}";
            var id = id(ask(client, request("register.client", data)));
            assertThat(id(ask(client, request("register.client", PHONE)))).isEqualTo(id);

            var chosen = "{\"user_requested_client\":\"phone\",\"user_requested_id\":\"" + id + "\"}";
            assertThat(type(ask(client, request("set.active.client", chosen)))).isEqualTo(PREFIX + "activate." + id);
            send(client, request("deregister.client", "{\"client_id\":\"" + id + "\"}"));
            assertThat(type(next(client))).isEqualTo(PREFIX + "deactivate." + id);
            var gone = next(client);
            assertThat(type(gone)).isEqualTo(PREFIX + "client.deregistered");
            assertThat(gone.get("data"))
                    .isEqualTo(json("{\"client\":\"phone\",\"id\":\"" + id + "\",\"client_id\":\"" + id + "\"}"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"client\":\"phone\",\"type\":\"Remote\",\"display_text\":7,\"has_gui\":true}",
                    "{\"client\":\"phone\",\"type\":\"Remote\",\"display_text\":\"P\",\"has_gui\":\"yes\"}",
                    "{\"client\":\"phone\",\"type\":\"Remote\",\"has_gui\":true}"
                })
        void aWrongRegistrationIsRefusedByName(String data) throws Exception {
            var answer = ask(client, request("register.client", data));

            assertThat(type(answer)).isEqualTo(PREFIX + "client.registration.failure");
            assertThat(answer.get("data").get("client").stringValue()).isEqualTo("phone");
            assertThat(answer.get("data").get("error").stringValue()).isNotBlank();
        }

        @Test
        void aChoiceAndItsEchoActivateOnce() throws Exception {
            var id = id(ask(client, request("register.client", PHONE)));
            var chosen = "{\"client\":\"phone\",\"id\":\"" + id + "\"}";

            var setActive = ask(client, request("client.select", chosen));
            assertThat(type(setActive)).isEqualTo(PREFIX + "set.active.client");
            assertThat(setActive.get("data").get("client").stringValue()).isEqualTo("phone");
            assertThat(setActive.get("data").get("id").stringValue()).isEqualTo(id);
            assertThat(type(next(client))).isEqualTo(PREFIX + "activate." + id);
            send(client, request("set.active.client", chosen));
            expectNothingElse(client);

            assertThat(type(ask(client, request("client.setup.failure", "{\"error\":\"x\"}"))))
                    .isEqualTo(PREFIX + "deactivate." + id);
            send(client, request("client.select.page.removed", "{}"));
            var status = status();
            assertThat(status.get("data").get("mode").stringValue()).isEqualTo("idle");
        }

        @Test
        void theStatusIsAnsweredByAliveAndAResponse() throws Exception {
            var id = id(ask(client, request("register.client", PHONE)));
            ask(client, request("set.active.client", "{\"client\":\"phone\",\"id\":\"" + id + "\"}"));

            var data = status().get("data");

            assertThat(data.get("watchdog_active").booleanValue()).isTrue();
            assertThat(data.get("in_setup").booleanValue()).isTrue();
            assertThat(data.get("mode").stringValue()).isEqualTo("client");
            assertThat(data.get("active_client").get("client").stringValue()).isEqualTo("phone");
        }

        @ParameterizedTest
        @CsvSource({
            "skip.setup,ovos.phal.wifi.plugin.fully_offline",
            "fully.offline,ovos.phal.wifi.plugin.fully_offline",
            "user.activated,ovos.phal.wifi.plugin.setup.launched"
        })
        void decisionsAreAnnounced(String asked, String announced) throws Exception {
            var answer = ask(client, request(asked, "{}"));

            assertThat(type(answer)).isEqualTo(announced);
            assertThat(answer.get("data")).isEqualTo(json("{}"));
            expectNothingElse(client);
        }

        @Test
        void goingOnlineIsToldInOrderAroundTheClock() throws Exception {
            send(client, "{\"type\":\"mycroft.internet.connected\"}");
            assertThat(type(next(client))).isEqualTo("mycroft.internet.connected");
            assertThat(type(next(client))).isEqualTo("system.ntp.sync");

            send(client, "{\"type\":\"system.ntp.sync.complete\"}");
            assertThat(type(next(client))).isEqualTo("ovos.wifi.setup.completed");
            assertThat(type(next(client))).isEqualTo("ovos.shell.status.ok");
            assertThat(type(next(client))).isEqualTo(PREFIX + "stop.setup.event");
        }

        @Test
        void readinessIsAnswered() throws Exception {
            var answer = ask(client, "{\"type\":\"mycroft.internet.is_ready\"}");

            assertThat(type(answer)).isEqualTo("mycroft.internet.is_ready.response");
            assertThat(answer.get("data")).isEqualTo(json("{\"status\":false}"));
        }

        private JsonNode status() throws InterruptedException {
            assertThat(type(ask(client, request("status", "{}")))).isEqualTo(PREFIX + "alive");
            var answer = next(client);
            assertThat(type(answer)).isEqualTo(PREFIX + "status.response");
            return answer;
        }
    }

    @Nested
    class OnSomebodyElsesBus {
        @Test
        void anotherRegistryThatAnswersIsLeftAlone() throws Exception {
            var other = trial.join();
            try (var bus = BusClient.open(settings(), trial.timer(), new Random(1));
                    var loop = trial.registryOn(bus, ServiceRole.AUTO)) {
                var standings = new LinkedBlockingQueue<Standing>();
                loop.observe(Runnable::run, state -> standings.add(state.standing()));
                assertThat(type(next(other))).isEqualTo(PREFIX + "get.registered.clients");

                other.send(request("registered.clients", "{\"clients\":[]}"));

                awaitStanding(standings, Standing.PASSIVE);
                trial.timer().advance(ServicePlace.NEIGHBOUR_WAIT);
                assertThat(loop.state().standing()).isEqualTo(Standing.PASSIVE);
            }
        }

        @Test
        void whenNobodyAnswersItServesAndSaysSo() throws Exception {
            var other = trial.join();
            try (var bus = BusClient.open(settings(), trial.timer(), new Random(1));
                    var loop = trial.registryOn(bus, ServiceRole.AUTO)) {
                assertThat(type(next(other))).isEqualTo(PREFIX + "get.registered.clients");
                var standings = new LinkedBlockingQueue<Standing>();
                loop.observe(Runnable::run, state -> standings.add(state.standing()));
                awaitStanding(standings, Standing.ASKING);

                trial.timer().advance(ServicePlace.NEIGHBOUR_WAIT.minusMillis(1));
                assertThat(loop.state().standing()).isEqualTo(Standing.ASKING);
                trial.timer().advance(Duration.ofMillis(1));

                assertThat(type(next(other))).isEqualTo(PREFIX + "alive");
                awaitStanding(standings, Standing.SERVING);
            }
        }

        private BusSettings settings() {
            return BusSettings.DEFAULT.at(trial.server().uri()).in(BusSettings.Mode.CONNECT);
        }

        private static void awaitStanding(BlockingQueue<Standing> standings, Standing wanted)
                throws InterruptedException {
            Standing seen;
            do {
                seen = standings.poll(20, TimeUnit.SECONDS);
                assertThat(seen).as("a standing within 20 s").isNotNull();
            } while (seen != wanted);
        }
    }

    private static String id(JsonNode registered) {
        assertThat(type(registered)).isEqualTo(PREFIX + "client.registered");
        return registered.get("data").get("id").stringValue();
    }
}
