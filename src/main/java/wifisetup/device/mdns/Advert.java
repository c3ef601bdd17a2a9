package wifisetup.device.mdns;

import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wifisetup.device.Activity;
import wifisetup.device.DeviceIdentity;
import wifisetup.device.DeviceName;

/// What the device says of itself by DNS-SD.
///
/// @param version of the product; what the device speaks it says when it is asked by its own protocol
/// @param addresses one on each network
/// @param port of its management
public record Advert(
        DeviceIdentity identity,
        DeviceName name,
        String version,
        Activity activity,
        List<InetAddress> addresses,
        int port) {
    /// Keeps its own copy of the addresses.
    public Advert {
        addresses = List.copyOf(addresses);
    }

    /// The name of the service's instance. JmDNS takes a dot for the end of a label, wherever it stands; the
    /// name as people know it is in the text.
    String instance() {
        return name.text().replace('.', '-');
    }

    /// The TXT record (RFC 6763, 6), in the order in which it is shown.
    Map<String, String> text() {
        var text = new LinkedHashMap<String, String>();
        text.put("txtvers", "1");
        text.put("uuid", identity.uuid().toString());
        text.put("model", identity.model());
        text.put("ver", version);
        text.put("name", name.text());
        text.put("st", word());
        return text;
    }

    /// Whether nothing but what it is at tells it from `other`.
    boolean hasPlaceOf(Advert other) {
        return name.equals(other.name) && addresses.equals(other.addresses) && port == other.port;
    }

    private String word() {
        return switch (activity) {
            case Activity.Idle _ -> "idle";
            case Activity.Choosing _, Activity.SettingUp _ -> "setup";
            case Activity.Joining _ -> "joining";
            case Activity.Joined _ -> "joined";
            case Activity.NotJoined _ -> "failed";
        };
    }
}
