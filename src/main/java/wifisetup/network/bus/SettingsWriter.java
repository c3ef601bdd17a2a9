package wifisetup.network.bus;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;
import wifisetup.network.IpSettings;
import wifisetup.network.Metered;
import wifisetup.network.NetworkSettings;

/// Writes the settings of a network, as a request says them: [SettingsChangeReader] reads what this writes.
final class SettingsWriter {
    private SettingsWriter() {}

    /// Puts all of `settings` into `data`.
    static void write(NetworkSettings settings, ObjectNode data) {
        data.put("autoconnect", settings.autoconnect()).put("priority", settings.priority());
        write("ipv4", settings.ipv4(), data);
        write("ipv6", settings.ipv6(), data);
        write(settings.metered(), data);
        data.put("mac_address", settings.macAddress().name().toLowerCase(Locale.ROOT));
    }

    private static void write(String name, IpSettings settings, ObjectNode data) {
        switch (settings) {
            case IpSettings.Off _ -> data.put(name, "off");
            case IpSettings.Automatic(var dns) when dns.isEmpty() -> data.put(name, "auto");
            case IpSettings.Automatic(var dns) ->
                write(dns, data.putObject(name).put("address", "auto"));
            case IpSettings.Manual(var address, int prefix, var gateway, var dns) -> {
                var manual = data.putObject(name).put("address", address.getHostAddress() + "/" + prefix);
                gateway.ifPresent(router -> manual.put("gateway", router.getHostAddress()));
                write(dns, manual);
            }
        }
    }

    private static void write(List<InetAddress> dns, ObjectNode data) {
        var servers = data.putArray("dns");
        dns.forEach(server -> servers.add(server.getHostAddress()));
    }

    private static void write(Metered metered, ObjectNode data) {
        switch (metered) {
            case AUTOMATIC -> data.put("metered", "auto");
            case YES -> data.put("metered", true);
            case NO -> data.put("metered", false);
        }
    }
}
