package wifisetup.hotspot.balena;

import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import wifisetup.hotspot.Access;
import wifisetup.network.Failure;
import wifisetup.secret.Secret;

/// What the program is to be told, by the names of its environment variables: never by its command line, which
/// everybody can read.
///
/// @param values all of it; none has a line break or another control character
record PortalValues(Map<String, Secret> values) {
    /// An interface's name (`dev_valid_name` of Linux).
    private static final Pattern INTERFACE = Pattern.compile("[A-Za-z0-9_.:-]{1,15}");

    /// Keeps its own copy.
    PortalValues {
        values = Map.copyOf(values);
    }

    /// What `settings` and `access` come to.
    ///
    /// @throws LaunchException if the program cannot be told so
    static PortalValues of(WifiConnectSettings settings, Access access) throws LaunchException {
        var values = new LinkedHashMap<String, Secret>();
        put(values, "PORTAL_SSID", access.ssid().utf8().orElseThrow(() -> unfit("the hotspot's name is not UTF-8")));
        if (!access.passphrase().isEmpty()) {
            put(values, "PORTAL_PASSPHRASE", access.passphrase().reveal());
        }
        if (settings.adapter().isPresent()) {
            String adapter = settings.adapter().get();
            if (!INTERFACE.matcher(adapter).matches()) {
                throw unfit("no interface has such a name");
            }
            put(values, "PORTAL_INTERFACE", adapter);
        }
        String gateway = settings.gateway().getHostAddress();
        String network = gateway.substring(0, gateway.lastIndexOf('.') + 1);
        int host = Integer.parseInt(gateway.substring(network.length()));
        put(values, "PORTAL_GATEWAY", gateway);
        // The longer half of the network's addresses beside the device's own.
        put(
                values,
                "PORTAL_DHCP_RANGE",
                host < 128 ? network + (host + 1) + "," + network + 254 : network + 1 + "," + network + (host - 1));
        put(values, "PORTAL_LISTENING_PORT", Integer.toString(settings.port()));
        put(values, "ACTIVITY_TIMEOUT", Long.toString(settings.activityTimeout().toSeconds()));
        return new PortalValues(values);
    }

    /// Checks that all of it arrives as it is in the environment of a process.
    ///
    /// @param charset the encoding in which this system hands texts to processes
    /// @throws LaunchException if something does not
    void checkEncodable(Charset charset) throws LaunchException {
        for (var value : values.entrySet()) {
            if (!charset.newEncoder().canEncode(value.getValue().reveal())) {
                throw unfit(value.getKey() + " has characters that " + charset + " has not; set LC_ALL to C.UTF-8");
            }
        }
    }

    /// A line break would be a setting of its own where these are lines.
    private static void put(Map<String, Secret> values, String name, String text) throws LaunchException {
        if (text.isEmpty() || text.codePoints().anyMatch(Character::isISOControl)) {
            throw unfit(name + " is empty or has control characters");
        }
        values.put(name, new Secret(text));
    }

    private static LaunchException unfit(String what) {
        return new LaunchException(new Failure.Other("wifi-connect cannot be told so: " + what));
    }
}
