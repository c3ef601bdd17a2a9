package wifisetup.device.platform;

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

    /// Does it, and says what came of it: `{"done": true}` and what was asked for, or `{"done": false, "error": …}`.
    JsonNode obey(Message command) {
        return switch (command.service().orElse("")) {
            case "identify" -> {
                device.accept(new DeviceEvent.Identify());
                yield done();
            }
            case "start_setup" -> {
                setup.accept(new SetupEvent.UserActivated(Asker.SELF));
                yield done();
            }
            case "forget_network" -> forget(command.data().path("ssid").stringValue(""));
            case "status" -> status();
            case String other -> refused("expected one of " + SERVICES + ", found " + other);
        };
    }

    private JsonNode forget(String name) {
        if (!Ssid.fits(name)) {
            return refused("expected data.ssid, a name of 1 to " + Ssid.MAX_LENGTH + " bytes");
        }
        var ssid = Ssid.of(name);
        try {
            var saved = wifi.saved();
            if (saved.stream().noneMatch(network -> network.ssid().equals(ssid))) {
                return refused("no such network is saved");
            }
            var objection = WayBack.objection(ssid, setupState.get().network(), saved, wifi.networks());
            if (objection.isPresent()) {
                return refused(objection.get());
            }
            wifi.forget(ssid);
            return done();
        } catch (WifiException failed) {
            return refused(failed.failure().reason());
        }
    }

    private JsonNode status() {
        var now = setupState.get();
        var network = now.network();
        var identity = deviceState.get().identity();
        var registered = Registration.of(deviceState.get(), network);
        return done().put("name", registered.name())
                .put("model", identity.model())
                .put("serial", identity.serial())
                .put("setup", now.inSetup() ? "under_way" : "idle")
                .put("network", registered.tags().getOrDefault("network", ""))
                .put("wired", network.wired())
                .put("connectivity", network.connectivity().name().toLowerCase(Locale.ROOT));
    }

    private static ObjectNode done() {
        return JsonNodeFactory.instance.objectNode().put("done", true);
    }

    private static ObjectNode refused(String error) {
        return JsonNodeFactory.instance.objectNode().put("done", false).put("error", error);
    }
}
