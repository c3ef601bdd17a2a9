package wifisetup.network.dbus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.types.Variant;
import wifisetup.network.Block;
import wifisetup.network.Failure;
import wifisetup.network.Ssid;
import wifisetup.network.WifiException;

/// The Wi-Fi adapter that NetworkManager runs: the first, if there are several.
///
/// @param device its object
/// @param name the interface, for example `wlan0`
/// @param state one of NetworkManager's `NMDeviceState`
record Radio(BusObject device, String name, String hardwareAddress, int state, String activeConnection) {
    /// The adapter, ready to be used.
    ///
    /// @throws WifiException if there is none, or its radio is off
    static Radio ready(ServiceConnection service) throws BusException, WifiException, InterruptedException {
        var root = service.root();
        var manager = root.properties(NetworkManagerApi.MANAGER);
        var radio = find(root).orElseThrow(() -> new WifiException(new Failure.NoAdapter()));
        if (radio.state <= NetworkManagerApi.UNAVAILABLE && !manager.flag("WirelessEnabled")) {
            throw new WifiException(
                    new Failure.RfKill(manager.flag("WirelessHardwareEnabled") ? Block.SOFTWARE : Block.SWITCH));
        }
        return radio;
    }

    /// The adapter in whatever state, if there is one that NetworkManager manages.
    static Optional<Radio> find(BusObject root) throws BusException, InterruptedException {
        for (Object path : PropertyMap.list(
                root.call(NetworkManagerApi.MANAGER, "GetDevices", null).getFirst())) {
            var radio = read(root.at(path.toString()));
            if (radio.isPresent()) {
                return radio;
            }
        }
        return Optional.empty();
    }

    private static Optional<Radio> read(BusObject device) throws BusException, InterruptedException {
        try {
            var properties = device.properties(NetworkManagerApi.DEVICE);
            int state = (int) properties.number("State");
            if (properties.number("DeviceType") != NetworkManagerApi.TYPE_WIFI
                    || state <= NetworkManagerApi.UNMANAGED) {
                return Optional.empty();
            }
            return Optional.of(new Radio(
                    device,
                    properties.text("Interface"),
                    // The other one, `HwAddress`, is a random one during each scan.
                    device.properties(NetworkManagerApi.WIRELESS).text("PermHwAddress"),
                    state,
                    properties.text("ActiveConnection")));
        } catch (BusException failure) {
            if (failure.isAboutAVanishedObject()) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /// What is in the air as NetworkManager knows it. An access point that vanishes while it is read is left out.
    List<AccessPoint> accessPoints() throws BusException, InterruptedException {
        var found = new ArrayList<AccessPoint>();
        for (Object path : PropertyMap.list(device.call(NetworkManagerApi.WIRELESS, "GetAllAccessPoints", null)
                .getFirst())) {
            try {
                var properties = device.at(path.toString()).properties(NetworkManagerApi.ACCESS_POINT);
                AccessPoint.of(path.toString(), properties).ifPresent(found::add);
            } catch (BusException failure) {
                if (!failure.isAboutAVanishedObject()) {
                    throw failure;
                }
            }
        }
        return found;
    }

    /// The path of the access point that the adapter is on, or `/`.
    String activeAccessPoint() throws BusException, InterruptedException {
        return device.properties(NetworkManagerApi.WIRELESS).text("ActiveAccessPoint");
    }

    /// Asks for a scan; the device's `LastScan` changes when it is complete.
    void requestScan(List<Ssid> hidden) throws BusException, InterruptedException {
        Map<String, Variant<?>> options = hidden.isEmpty()
                ? Map.of()
                : Map.of("ssids", new Variant<>(hidden.stream().map(Ssid::bytes).toList(), "aay"));
        device.call(NetworkManagerApi.WIRELESS, "RequestScan", "a{sv}", options);
    }
}
