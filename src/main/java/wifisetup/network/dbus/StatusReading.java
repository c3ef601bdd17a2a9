package wifisetup.network.dbus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wifisetup.dbus.BusException;
import wifisetup.dbus.BusObject;
import wifisetup.dbus.PropertyMap;
import wifisetup.network.Adapter;
import wifisetup.network.Connectivity;
import wifisetup.network.Link;
import wifisetup.network.NetworkStatus;
import wifisetup.network.Wire;
import wifisetup.network.dbus.api.NetworkManagerApi;

/// Reads all that the status tells. What is read piece by piece may be of two moments; the signal of the later one
/// then leads to another reading.
final class StatusReading {
    /// The types of connection that carry traffic and are not Wi-Fi (NetworkManager's `connection.type`).
    private static final Set<String> WIRES = Set.of(
            "802-3-ethernet", "pppoe", "vlan", "bridge", "bond", "team", "infiniband", "gsm", "cdma", "bluetooth");

    /// Those that go through another connection.
    private static final Set<String> TUNNELS = Set.of("wireguard", "vpn", "tun", "ip-tunnel");

    private final ServiceConnection service;
    private final Radios radios;
    private final Profiles profiles;

    StatusReading(ServiceConnection service, Radios radios, Profiles profiles) {
        this.service = service;
        this.radios = radios;
        this.profiles = profiles;
    }

    /// The status now; without the service, one that says so.
    NetworkStatus read() throws InterruptedException {
        if (!service.isOwned(NetworkManagerApi.SERVICE)) {
            return unavailable(service.whyMissing());
        }
        try {
            var root = service.root();
            var manager = root.properties(NetworkManagerApi.MANAGER);
            var radio = radios.find();
            return new NetworkStatus(
                    radios.adapter(manager, radio),
                    radio.isPresent() ? link(radio.get()) : new Link.Down(),
                    wire(root, manager),
                    connectivity(manager.number("Connectivity")),
                    (int) profiles.kept().stream()
                            .filter(profile -> profile.decided().autoconnect())
                            .count());
        } catch (BusException failure) {
            return unavailable(String.valueOf(failure.getMessage()));
        }
    }

    /// What NetworkManager's number means (`NMConnectivityState`).
    static Connectivity connectivity(long number) {
        return switch ((int) number) {
            case 1 -> Connectivity.NONE;
            case 2 -> Connectivity.PORTAL;
            case 3 -> Connectivity.LIMITED;
            case 4 -> Connectivity.FULL;
            default -> Connectivity.UNKNOWN;
        };
    }

    /// What the adapter is connected to.
    Link link(Radio radio) throws BusException, InterruptedException {
        if (radio.activeConnection().equals(NetworkManagerApi.NO_OBJECT)
                || radio.state() >= NetworkManagerApi.DEACTIVATING) {
            return new Link.Down();
        }
        try {
            var active = radio.device().at(radio.activeConnection()).properties(NetworkManagerApi.ACTIVE);
            var profile = profiles.read(active.text("Connection"));
            if (profile.isEmpty()) {
                return new Link.Down();
            }
            return switch ((int) active.number("State")) {
                case NetworkManagerApi.ACTIVATING ->
                    new Link.Joining(profile.get().ssid());
                case NetworkManagerApi.ACTIVATED -> up(radio.device(), profile.get(), active);
                default -> new Link.Down();
            };
        } catch (BusException failure) {
            if (failure.isAboutAVanishedObject()) {
                return new Link.Down();
            }
            throw failure;
        }
    }

    private static Link up(BusObject any, Profile profile, PropertyMap active)
            throws BusException, InterruptedException {
        var ip4 = configuration(any, active.text("Ip4Config"), NetworkManagerApi.IP4);
        var ip6 = configuration(any, active.text("Ip6Config"), NetworkManagerApi.IP6);
        var addresses = new ArrayList<String>();
        addAddresses(ip4, addresses);
        addAddresses(ip6, addresses);
        var gateway = Optional.of(ip4.text("Gateway"))
                .filter(address -> !address.isEmpty())
                .or(() -> Optional.of(ip6.text("Gateway")).filter(address -> !address.isEmpty()));
        return new Link.Up(profile.ssid(), addresses, gateway);
    }

    private static PropertyMap configuration(BusObject any, String path, String iface)
            throws BusException, InterruptedException {
        return path.isEmpty() || path.equals(NetworkManagerApi.NO_OBJECT)
                ? PropertyMap.EMPTY
                : any.at(path).properties(iface);
    }

    private static void addAddresses(PropertyMap configuration, List<String> addresses) {
        for (Object entry : configuration.list("AddressData")) {
            var address = PropertyMap.of(entry).text("address");
            // A link-local address is of no use to a person: nobody can type it into a browser.
            if (!address.startsWith("fe80:")) {
                addresses.add(address);
            }
        }
    }

    /// Whatever else than Wi-Fi the device has its traffic carried by counts as a wire: a cable, a bridge, a modem. A
    /// tunnel has something of these under it.
    private static Wire wire(BusObject root, PropertyMap manager) throws BusException, InterruptedException {
        var primary = manager.text("PrimaryConnection");
        boolean tunnelled = TUNNELS.contains(manager.text("PrimaryConnectionType"));
        var wire = Wire.DOWN;
        for (Object path : manager.list("ActiveConnections")) {
            var state = wire(root.at(path.toString()));
            // A cable into a network of its own, without a way out, carries nothing of the device's.
            if (state == Wire.UP && (tunnelled || path.toString().equals(primary))) {
                return Wire.UP;
            }
            if (state == Wire.JOINING) {
                wire = Wire.JOINING;
            }
        }
        return wire;
    }

    private static Wire wire(BusObject connection) throws BusException, InterruptedException {
        try {
            var active = connection.properties(NetworkManagerApi.ACTIVE);
            if (!WIRES.contains(active.text("Type"))) {
                return Wire.DOWN;
            }
            return switch ((int) active.number("State")) {
                case NetworkManagerApi.ACTIVATING -> Wire.JOINING;
                case NetworkManagerApi.ACTIVATED -> Wire.UP;
                default -> Wire.DOWN;
            };
        } catch (BusException failure) {
            if (failure.isAboutAVanishedObject()) {
                return Wire.DOWN;
            }
            throw failure;
        }
    }

    private static NetworkStatus unavailable(String why) {
        return new NetworkStatus(new Adapter.Unavailable(why), new Link.Down(), Wire.DOWN, Connectivity.UNKNOWN, 0);
    }
}
