package wifisetup.setup.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import wifisetup.bus.BusServer;
import wifisetup.bus.BusSettings;
import wifisetup.bus.MessageBus;
import wifisetup.bus.ServiceRole;
import wifisetup.bus.Stranger;
import wifisetup.loop.Loop;
import wifisetup.loop.ManualTimer;
import wifisetup.loop.SystemTimer;
import wifisetup.setup.Announcement;
import wifisetup.setup.Asker;
import wifisetup.setup.Memory;
import wifisetup.setup.SetupEffect;
import wifisetup.setup.SetupEvent;
import wifisetup.setup.SetupMachine;
import wifisetup.setup.SetupRules;
import wifisetup.setup.SetupState;

/// A bus on a real socket, and a registry that can take its place on it or on another one.
final class BusTrial implements AutoCloseable {
    static final String PREFIX = "ovos.phal.wifi.plugin.";
    static final String BOOT = "boot-1";
    private static final JsonMapper JSON = new JsonMapper();

    private final SystemTimer serverTimer = new SystemTimer();
    private final BusServer server;
    private final ManualTimer timer = new ManualTimer();
    private final List<Loop<?, ?, ?>> loops = new ArrayList<>();

    BusTrial() throws Exception {
        server = BusServer.open(BusSettings.DEFAULT.at(URI.create("ws://127.0.0.1:0/core")), serverTimer);
    }

    BusServer server() {
        return server;
    }

    ManualTimer timer() {
        return timer;
    }

    Stranger join() throws InterruptedException {
        return Stranger.join(server.uri());
    }

    /// A registry on `bus` of a device whose person can touch it, and that never begins a set-up by itself.
    Loop<SetupState, SetupEvent, SetupEffect> registryOn(MessageBus bus, ServiceRole role) {
        var place = new Place(bus, role, timer);
        loops.add(place.loop);
        place.registry.open();
        return place.loop;
    }

    /// The next frame that `client` gets, but for its own.
    static JsonNode next(Stranger client) throws InterruptedException {
        return JSON.readTree(client.next());
    }

    /// Sends `frame` and gives what comes after its own repetition.
    static JsonNode ask(Stranger client, String frame) throws InterruptedException {
        send(client, frame);
        return next(client);
    }

    /// Sends `frame` and waits for its repetition.
    static void send(Stranger client, String frame) throws InterruptedException {
        client.send(frame);
        assertThat(client.next()).isEqualTo(frame);
    }

    /// Expects that nothing else is on its way to `client`: the registry answers in order, so the answer to one more
    /// question is the next frame.
    static void expectNothingElse(Stranger client) throws InterruptedException {
        var answer = ask(client, request("get.registered.clients", "{}"));
        assertThat(type(answer)).isEqualTo(PREFIX + "registered.clients");
    }

    static String request(String name, String data) {
        return "{\"type\":\"" + PREFIX + name + "\",\"data\":" + data
                + ",\"context\":{\"session\":{\"session_id\":\"s1\"},\"source\":\"me\",\"destination\":\"registry\"}}";
    }

    static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    static String type(JsonNode frame) {
        return frame.get("type").stringValue();
    }

    @Override
    public void close() {
        loops.forEach(Loop::close);
        server.close();
        serverTimer.close();
    }

    /// The loop and the bus know each other.
    private static final class Place {
        private final Loop<SetupState, SetupEvent, SetupEffect> loop;
        private final SetupBus registry;

        Place(MessageBus bus, ServiceRole role, ManualTimer timer) {
            var rules = new SetupRules(true, false, Duration.ofSeconds(45), Duration.ofSeconds(3));
            loop = new Loop<>(
                    "setup",
                    new SetupMachine(rules),
                    SetupState.initial(Memory.NEW_DEVICE),
                    (effect, reply) -> perform(effect, timer, reply::accept),
                    (effect, thrown) -> new SetupEvent.EffectFailed(effect.toString(), thrown.toString()));
            InstantSource clock = () -> Instant.parse("2026-01-01T00:00:00Z");
            registry = new SetupBus(bus, loop::submit, role, BOOT, clock, timer);
        }

        private void perform(SetupEffect effect, ManualTimer timer, Consumer<SetupEvent> reply) {
            switch (effect) {
                case SetupEffect.Announce(Asker to, List<Announcement> said) -> registry.announce(to, said);
                case SetupEffect.StartTimer(long number, Duration delay) ->
                    timer.after(delay, () -> reply.accept(new SetupEvent.TimeUp(number)));
                case SetupEffect.Remember _, SetupEffect.Log _ -> {}
            }
        }
    }
}
