package wifisetup.device.platform;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tools.jackson.databind.node.JsonNodeFactory;
import wifisetup.device.DeviceEvent;
import wifisetup.device.DeviceState;
import wifisetup.network.Ssid;
import wifisetup.network.Wifi;
import wifisetup.network.WifiException;
import wifisetup.platform.Message;
import wifisetup.setup.Asker;
import wifisetup.setup.SetupEvent;
import wifisetup.setup.SetupState;

/// Does what the platform orders. May wait for the radio. One thread at a time.
///
/// A broker sends again what it does not know to have been delivered: what was done is not done again, and
/// answered as the first time.
final class Orders {
    private static final System.Logger LOG = System.getLogger(Orders.class.getName());

    /// How many orders are remembered: more than a broker has under way to one device.
    private static final int REMEMBERED = 100;

    /// And for how long: a broker keeps an order that long for who is away. Who gives a correlation again after it
    /// means another order.
    static final Duration MEMORY = Duration.ofMinutes(15);

    /// The services that commands name.
    static final List<String> SERVICES = List.of("identify", "start_setup", "forget_network", "status");

    private final Consumer<? super DeviceEvent> device;
    private final Consumer<? super SetupEvent> setup;
    private final Wifi wifi;
    private final Supplier<DeviceState> deviceState;
    private final Supplier<SetupState> setupState;
    private final InstantSource clock;
    private final SequencedMap<Once, Obeyed> done = new LinkedHashMap<>();

    /// An order that changes something, as whoever gave it names it.
    ///
    /// @param token what the answer has in common with it (a correlation, MQTT 5.0, 4.10)
    private record Once(String token, String what) {}

    /// What came of it.
    private record Obeyed(Outcome outcome, Instant at) {}

    Orders(
            Consumer<? super DeviceEvent> device,
            Consumer<? super SetupEvent> setup,
            Wifi wifi,
            Supplier<DeviceState> deviceState,
            Supplier<SetupState> setupState,
            InstantSource clock) {
        this.device = device;
        this.setup = setup;
        this.wifi = wifi;
        this.deviceState = deviceState;
        this.setupState = setupState;
        this.clock = clock;
    }

    /// Does it, and says what came of it, whatever happens.
    Outcome obey(Message command) {
        try {
            return order(command);
        } catch (RuntimeException broken) {
            LOG.log(Level.ERROR, "an order of the platform failed", broken);
            return new Outcome.Refused(Outcome.Reason.BROKEN, "it failed");
        }
    }

    private Outcome order(Message command) {
        return switch (command.service().orElse("")) {
            case "identify" -> {
                device.accept(new DeviceEvent.Identify());
                yield Outcome.done();
            }
            case "start_setup" -> once(command, "", this::startSetup);
            case "forget_network" -> {
                String tag = command.data().path("ssid").stringValue("");
                yield once(command, tag, () -> forget(tag));
            }
            case "status" -> status();
            case String other ->
                new Outcome.Refused(Outcome.Reason.UNKNOWN, "expected one of " + SERVICES + ", found " + other);
        };
    }

    private Outcome once(Message command, String what, Supplier<Outcome> order) {
        var once = new Once(command.token(), command.service().orElse("") + " " + what);
        var now = clock.instant();
        done.values().removeIf(obeyed -> obeyed.at().plus(MEMORY).isBefore(now));
        var before = done.get(once);
        if (before != null) {
            return before.outcome();
        }
        var outcome = order.get();
        if (outcome instanceof Outcome.Done && !once.token().isEmpty()) {
            done.put(once, new Obeyed(outcome, now));
            if (done.size() > REMEMBERED) {
                done.pollFirstEntry();
            }
        }
        return outcome;
    }

    /// It may take the radio for a hotspot, and the platform's link with it. Not where somebody stands before the
    /// panel already: his set-up would begin anew.
    private Outcome startSetup() {
        if (setupState.get().inSetup()) {
            return new Outcome.Refused(Outcome.Reason.CONFLICT, "under_way");
        }
        setup.accept(new SetupEvent.UserActivated(Asker.SELF));
        return Outcome.done();
    }

    /// @param tag the name as the tag `network` has it
    private Outcome forget(String tag) {
        var named = NetworkTag.parse(tag);
        if (named.isEmpty()) {
            return new Outcome.Refused(
                    Outcome.Reason.MALFORMED, "expected data.ssid, a name of 1 to " + Ssid.MAX_LENGTH + " bytes");
        }
        var ssid = named.get();
        try {
            var saved = wifi.saved();
            if (saved.stream().noneMatch(network -> network.ssid().equals(ssid))) {
                return new Outcome.Refused(Outcome.Reason.UNKNOWN, "no such network is saved");
            }
            var objection = WayBack.objection(ssid, setupState.get().network(), saved, wifi.networks());
            if (objection.isPresent()) {
                return new Outcome.Refused(Outcome.Reason.CONFLICT, objection.get());
            }
            wifi.forget(ssid);
            return Outcome.done();
        } catch (WifiException failed) {
            return new Outcome.Refused(
                    Outcome.Reason.UNAVAILABLE, failed.failure().reason());
        }
    }

    private Outcome status() {
        var now = setupState.get();
        var network = now.network();
        var identity = deviceState.get().identity();
        var registered = Registration.of(deviceState.get(), network);
        return new Outcome.Done(JsonNodeFactory.instance
                .objectNode()
                .put("name", registered.name())
                .put("model", identity.model())
                .put("serial", identity.serial())
                .put("setup", now.inSetup() ? "under_way" : "idle")
                .put("network", registered.tags().getOrDefault("network", ""))
                .put("wired", network.wired())
                .put("connectivity", network.connectivity().name().toLowerCase(Locale.ROOT)));
    }
}
