package wifisetup.device.platform;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import wifisetup.device.DeviceState;
import wifisetup.network.Link;
import wifisetup.network.NetworkStatus;
import wifisetup.platform.DeviceDescription;

/// What the platform is told of this device. Pure; nothing in it opens anything.
final class Registration {
    /// The device type, which the platform must know beforehand.
    static final String TYPE = "wifi-setup-kiosk";

    private Registration() {}

    static DeviceDescription of(DeviceState device, NetworkStatus network) {
        SequencedMap<String, String> tags = new LinkedHashMap<>();
        tags.put("model", harmless(device.identity().model()));
        tags.put("serial", device.identity().serial());
        if (network.link() instanceof Link.Up up) {
            tags.put("network", NetworkTag.of(up.ssid()));
        }
        return new DeviceDescription(
                device.identity().uuid().toString(), TYPE, device.name().text(), tags);
    }

    private static String harmless(String model) {
        return model.replace("%", "%25").replace(":", "%3A").replace(";", "%3B");
    }
}
