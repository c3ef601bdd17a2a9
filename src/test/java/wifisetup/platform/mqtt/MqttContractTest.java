package wifisetup.platform.mqtt;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import wifisetup.loop.SystemTimer;
import wifisetup.platform.ConfigurationException;
import wifisetup.platform.Request;
import wifisetup.platform.Transport;
import wifisetup.platform.TransportContract;

/// The contract, with a real broker and a back end of a fleet as the platform.
class MqttContractTest extends TransportContract {
    private final JsonMapper json = JsonMapper.shared();
    private final SystemTimer timer = new SystemTimer();

    @TempDir
    private static Path directory;

    private final Mosquitto broker;
    private final Fleet events;
    private final Fleet responses;

    /// Before the contract's own beginning.
    MqttContractTest() throws Exception {
        broker = Mosquitto.open(directory);
        // Its thread is there before what is counted.
        var _ = timer.after(Duration.ZERO, () -> {});
        events = new Fleet(broker.port()).to("wifi-setup/+/+/event");
        responses = new Fleet(broker.port()).to("wifi-setup/+/+/response");
    }

    @AfterEach
    void end() {
        events.close();
        responses.close();
        broker.close();
        timer.close();
    }

    @Override
    protected Transport transport() {
        return transport(broker.port());
    }

    @Override
    protected Transport transportToNobody() {
        try {
            return transport(Mosquitto.freePort());
        } catch (IOException none) {
            throw new AssertionError(none);
        }
    }

    @Override
    protected Platform platform() {
        return new Broker();
    }

    /// The back ends of this test, and what RxJava keeps for the life of the process.
    @Override
    protected boolean isOfThePlatform(Thread thread) {
        return thread.getName().startsWith("com.hivemq.client.mqtt")
                || thread.getName().startsWith("Rx");
    }

    private Transport transport(int port) {
        try {
            return new MqttTransports()
                    .create(Appliance.configuration(port, Optional.empty(), "", "", Optional.empty()), timer);
        } catch (ConfigurationException unfit) {
            throw new AssertionError(unfit);
        }
    }

    private final class Broker implements Platform {
        @Override
        public Collection<String> connectedDevices() throws Exception {
            return devices(state -> state.path("connected").booleanValue());
        }

        @Override
        public Collection<String> disconnectedDevices() throws Exception {
            return devices(state -> !state.path("connected").booleanValue());
        }

        @Override
        public Request.Event nextEvent() throws Exception {
            var heard = events.next();
            var event = json.readTree(heard.payload());
            return new Request.Event(
                    device(heard),
                    event.path("service").stringValue(),
                    event.path("data"),
                    event.has("metadata") ? event.path("metadata") : JsonNodeFactory.instance.nullNode());
        }

        @Override
        public JsonNode nextResponse() throws Exception {
            return json.readTree(responses.next().payload()).path("data");
        }

        @Override
        public void command(String device, String service, JsonNode data) throws Exception {
            var command = JsonNodeFactory.instance.objectNode().put("service", service);
            command.set("data", data);
            try (var fleet = new Fleet(broker.port()).to("wifi-setup/+/" + device + "/state")) {
                String state = fleet.next().topic();
                fleet.command(state.replaceAll("state$", "command"), command.toString(), "correlation");
            }
        }

        @Override
        public void dropLinks() throws Exception {
            broker.kill();
        }

        /// The broker sends what it retains before what comes after the subscription.
        private List<String> devices(Predicate<JsonNode> wanted) throws Exception {
            String mark = "mark/" + UUID.randomUUID();
            var devices = new ArrayList<String>();
            try (var fleet = new Fleet(broker.port()).to("wifi-setup/+/+/state").to(mark)) {
                fleet.command(mark, "{}", "");
                for (var heard = fleet.next(); !heard.topic().equals(mark); heard = fleet.next()) {
                    if (wanted.test(json.readTree(heard.payload()))) {
                        devices.add(device(heard));
                    }
                }
            }
            return devices;
        }

        private static String device(Fleet.Heard heard) {
            return heard.topic().split("/", -1)[2].replace("%2F", "/");
        }
    }
}
