package wifisetup.network.bus;

import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import wifisetup.network.MacAddressPolicy;
import wifisetup.network.Metered;
import wifisetup.network.NetworkSettings;
import wifisetup.network.named.SettingsChange;

/// Reads what a request says about the settings of a network.
final class SettingsChangeReader {
    private static final Map<String, Metered> METERED =
            Map.of("auto", Metered.AUTOMATIC, "yes", Metered.YES, "no", Metered.NO);
    private static final Map<String, MacAddressPolicy> MAC_ADDRESS = Map.of(
            "system",
            MacAddressPolicy.SYSTEM,
            "permanent",
            MacAddressPolicy.PERMANENT,
            "stable",
            MacAddressPolicy.STABLE,
            "random",
            MacAddressPolicy.RANDOM);

    private SettingsChangeReader() {}

    static SettingsChange read(Fields fields) throws UnfitField {
        return new SettingsChange(
                fields.flag("autoconnect"),
                fields.integer("priority", -NetworkSettings.MAX_PRIORITY, NetworkSettings.MAX_PRIORITY),
                IpSettingsReader.read(fields, "ipv4", IpSettingsReader.Family.IPV4),
                IpSettingsReader.read(fields, "ipv6", IpSettingsReader.Family.IPV6),
                metered(fields),
                fields.word("mac_address", MAC_ADDRESS));
    }

    private static Optional<Metered> metered(Fields fields) throws UnfitField {
        if (fields.find("metered").filter(JsonNode::isBoolean).isPresent()) {
            return fields.flag("metered").map(costs -> costs ? Metered.YES : Metered.NO);
        }
        return fields.word("metered", METERED);
    }
}
