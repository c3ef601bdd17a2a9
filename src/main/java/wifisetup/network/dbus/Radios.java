package wifisetup.network.dbus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import wifisetup.dbus.BusException;
import wifisetup.dbus.PropertyMap;
import wifisetup.network.Adapter;
import wifisetup.network.Block;
import wifisetup.network.Failure;
import wifisetup.network.RadioRules;
import wifisetup.network.WifiException;
import wifisetup.network.dbus.api.NetworkManagerApi;

/// The Wi-Fi adapters that NetworkManager runs. One of them is used: the one that is connected, else one that can be
/// used, else any.
final class Radios {
    private static final Comparator<Radio> PREFERENCE = Comparator.comparing(Radio::isConnected)
            .thenComparing(Radio::isUsable)
            .thenComparing(Radio::name, Comparator.reverseOrder());

    private final ServiceConnection service;
    private final RadioRules rules;

    Radios(ServiceConnection service, RadioRules rules) {
        this.service = service;
        this.rules = rules;
    }

    /// The adapter, ready to be used.
    ///
    /// @throws WifiException if there is none, or its radio is off
    Radio ready() throws BusException, WifiException, InterruptedException {
        var manager = manager();
        var radio = find().orElseThrow(() -> new WifiException(new Failure.NoAdapter()));
        if (!radio.isUsable() && !manager.flag("WirelessEnabled")) {
            throw new WifiException(new Failure.RfKill(block(manager)));
        }
        return radio;
    }

    /// The adapter in whatever state, if there is one that NetworkManager manages.
    Optional<Radio> find() throws BusException, InterruptedException {
        return all().stream().max(PREFERENCE);
    }

    /// How the adapter stands.
    ///
    /// @param manager NetworkManager's own properties
    Adapter adapter(PropertyMap manager, Optional<Radio> radio) throws InterruptedException {
        if (radio.isEmpty()) {
            return manager.flag("Startup") ? new Adapter.Starting() : new Adapter.Missing();
        }
        if (radio.get().isUsable()) {
            return new Adapter.Ready(radio.get().name(), radio.get().hardwareAddress());
        }
        // Unavailable with the radio on: its firmware or the supplicant is still to come.
        return manager.flag("WirelessEnabled") && manager.flag("WirelessHardwareEnabled")
                ? new Adapter.Starting()
                : new Adapter.Blocked(block(manager));
    }

    /// What keeps the radio off.
    Block block() throws BusException, InterruptedException {
        return block(manager());
    }

    private Block block(PropertyMap manager) throws InterruptedException {
        if (!manager.flag("WirelessHardwareEnabled")) {
            return Block.SWITCH;
        }
        return switch (rules.domain()) {
            case RadioRules.Domain.World _ -> Block.COUNTRY;
            case RadioRules.Domain.Of _, RadioRules.Domain.Unknown _ -> Block.SOFTWARE;
        };
    }

    private List<Radio> all() throws BusException, InterruptedException {
        var found = new ArrayList<Radio>();
        var root = service.root();
        for (Object path : PropertyMap.list(
                root.call(NetworkManagerApi.MANAGER, "GetDevices", null).getFirst())) {
            Radio.read(root.at(path.toString())).ifPresent(found::add);
        }
        return found;
    }

    private PropertyMap manager() throws BusException, InterruptedException {
        return service.root().properties(NetworkManagerApi.MANAGER);
    }
}
