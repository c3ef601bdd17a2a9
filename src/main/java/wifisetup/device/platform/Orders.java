package wifisetup.device.platform;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import wifisetup.device.DeviceEvent;
import wifisetup.device.DeviceState;
import wifisetup.network.Ssid;
import wifisetup.network.Wifi;
import wifisetup.network.WifiException;
import wifisetup.platform.Message;
import wifisetup.setup.Asker;
import wifisetup.setup.SetupEvent;
import wifisetup.setup.SetupState;

/// Does what the platform orders. May wait for the radio.
final class Orders {
    private static final System.Logger LOG = System.getLogger(Orders.class.getName());

    /// What came of an order.
    ///
    /// @param status as HTTP's (RFC 9110, 15)
    /// @param data `{"done": true}` and what was asked for, or `{"done": false, "error": …}`
    record Outcome(int status, JsonNode data) {}

    /// Bad Request, Not Found, Conflict, Internal Server Error, Service Unavailable (RFC 9110, 15.5 and 15.6).
    private static final int BAD_REQUEST = 400;

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int SERVER_ERROR = 500;
    private static final int UNAVAILABLE = 503;

    /// The services that commands name.
    static final List<String> SERVICES = List.of("identify", "start_setup", "forget_network", "status");

    private final Consumer<? super DeviceEvent> device;
    private final Consumer<? super SetupEvent> setup;
    private final Wifi wifi;
    private final Supplier<DeviceState> deviceState;
    private final Supplier<SetupState> setupState;

    Orders(
            Consumer<? super DeviceEvent> device,
            Consumer<? super SetupEvent> setup,
            Wifi wifi,
            Supplier<DeviceState> deviceState,
            Supplier<SetupState> setupState) {
        this.device = device;
        this.setup = setup;
        this.wifi = wifi;
        this.deviceState = deviceState;
        this.setupState = setupState;
    }

    /// Does it, and says what came of it, whatever happens.
    Outcome obey(Message command) {
        try {
            return order(command);
        } catch (RuntimeException broken) {
            LOG.log(Level.ERROR, "an order of the platform failed", broken);
            return refused(SERVER_ERROR, "it failed");
        }
    }

    private Outcome order(Message command) {
        return switch (command.service().orElse("")) {
            case "identify" -> {
                device.accept(new DeviceEvent.Identify());
                yield done(success());
            }
            case "start_setup" -> startSetup();
            case "forget_network" -> forget(command.data().path("ssid").stringValue(""));
            case "status" -> status();
            case String other -> refused(NOT_FOUND, "expected one of " + SERVICES + ", found " + other);
        };
    }

    /// It may take the radio for a hotspot, and the platform's link with it. Not where somebody stands before the
    /// panel already: his set-up would begin anew.
    private Outcome startSetup() {
        if (setupState.get().inSetup()) {
            return refused(CONFLICT, "under_way");
        }
        setup.accept(new SetupEvent.UserActivated(Asker.SELF));
        return done(success());
    }

    /// @param tag the name as the tag `network` has it
    private Outcome forget(String tag) {
        var named = NetworkTag.parse(tag);
        if (named.isEmpty()) {
            return refused(BAD_REQUEST, "expected data.ssid, a name of 1 to " + Ssid.MAX_LENGTH + " bytes");
        }
        var ssid = named.get();
        try {
            var saved = wifi.saved();
            if (saved.stream().noneMatch(network -> network.ssid().equals(ssid))) {
                return refused(NOT_FOUND, "no such network is saved");
            }
            var objection = WayBack.objection(ssid, setupState.get().network(), saved, wifi.networks());
            if (objection.isPresent()) {
                return refused(CONFLICT, objection.get());
            }
            wifi.forget(ssid);
            return done(success());
        } catch (WifiException failed) {
            return refused(UNAVAILABLE, failed.failure().reason());
        }
    }

    private Outcome status() {
        var now = setupState.get();
        var network = now.network();
        var identity = deviceState.get().identity();
        var registered = Registration.of(deviceState.get(), network);
        return done(success().put("name", registered.name())
                .put("model", identity.model())
                .put("serial", identity.serial())
                .put("setup", now.inSetup() ? "under_way" : "idle")
                .put("network", registered.tags().getOrDefault("network", ""))
                .put("wired", network.wired())
                .put("connectivity", network.connectivity().name().toLowerCase(Locale.ROOT)));
    }

    private static ObjectNode success() {
        return JsonNodeFactory.instance.objectNode().put("done", true);
    }

    private static Outcome done(ObjectNode data) {
        return new Outcome(Message.OK, data);
    }

    private static Outcome refused(int status, String error) {
        return new Outcome(
                status,
                JsonNodeFactory.instance.objectNode().put("done", false).put("error", error));
    }
}
