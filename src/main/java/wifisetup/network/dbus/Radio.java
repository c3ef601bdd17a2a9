package wifisetup.network.dbus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.types.Variant;
import wifisetup.dbus.BusException;
import wifisetup.dbus.BusObject;
import wifisetup.dbus.PropertyMap;
import wifisetup.network.Ssid;
import wifisetup.network.dbus.api.NetworkManagerApi;

/// A Wi-Fi adapter that NetworkManager runs.
///
/// @param device its object
/// @param name the interface, for example `wlan0`
/// @param state one of NetworkManager's `NMDeviceState`
record Radio(BusObject device, String name, String hardwareAddress, int state, String activeConnection) {
    /// Whether it is connected, or becoming so.
    boolean isConnected() {
        return !activeConnection.equals(NetworkManagerApi.NO_OBJECT);
    }

    /// Whether it can be used: its radio is on, and whoever runs it is there.
    boolean isUsable() {
        return state > NetworkManagerApi.UNAVAILABLE;
    }

    /// The adapter that this device is, unless it is none, or gone, or not managed.
    static Optional<Radio> read(BusObject device) throws BusException, InterruptedException {
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

    /// What is in the air as NetworkManager knows it. An access point that vanishes while it is read is left
    /// out.
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

    /// Whether the adapter is an access point itself.
    boolean isAccessPoint() throws BusException, InterruptedException {
        return device.properties(NetworkManagerApi.WIRELESS).number("Mode") == NetworkManagerApi.MODE_ACCESS_POINT;
    }

    /// Asks for a scan; the device's `LastScan` changes when it is complete.
    void requestScan(List<Ssid> hidden) throws BusException, InterruptedException {
        Map<String, Variant<?>> options = hidden.isEmpty()
                ? Map.of()
                : Map.of("ssids", new Variant<>(hidden.stream().map(Ssid::bytes).toList(), "aay"));
        device.call(NetworkManagerApi.WIRELESS, "RequestScan", "a{sv}", options);
    }
}
