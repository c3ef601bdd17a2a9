package wifisetup.network.dbus;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.types.Variant;
import wifisetup.dbus.PropertyMap;
import wifisetup.network.MacAddressPolicy;
import wifisetup.network.Metered;
import wifisetup.network.NetworkSettings;
import wifisetup.network.Security;
import wifisetup.network.dbus.api.NetworkManagerApi;

/// The settings of a profile, `a{sa{sv}}` (NetworkManager's `nm-settings-dbus`): what they say in our words, and what
/// they are like after a change. Whatever we have no word for stays as it is.
///
/// @param sections the sections, by name; without secrets when NetworkManager gave them
record ProfileSettings(Map<String, Map<String, Variant<?>>> sections) {
    static final String CONNECTION = "connection";
    static final String WIRELESS = "802-11-wireless";
    static final String SECURITY = "802-11-wireless-security";
    static final String ACCOUNT = "802-1x";

    /// Whatever programs want to remember with a profile (`NMSettingUser`); a key has a dot.
    static final String USER = "user";

    private static final String OLDER_ALONE = "wifi-setup-kiosk.wpa2-alone";

    /// Keeps its own copy.
    ProfileSettings {
        sections = Map.copyOf(sections);
    }

    /// No section at all.
    static final ProfileSettings NONE = new ProfileSettings(Map.of());

    /// The settings as a message holds them.
    @SuppressWarnings("unchecked") // the message's signature is a{sa{sv}}
    static ProfileSettings of(Object argument) {
        return new ProfileSettings((Map<String, Map<String, Variant<?>>>) argument);
    }

    /// The names of the sections alone: a draft holds passwords.
    @Override
    public String toString() {
        return "ProfileSettings" + sections.keySet();
    }

    PropertyMap section(String name) {
        return new PropertyMap(sections.getOrDefault(name, Map.of()));
    }

    /// What a person may decide.
    NetworkSettings read() {
        var connection = section(CONNECTION);
        return new NetworkSettings(
                // A value that is the default is left out of the settings, and this one's default is true.
                !connection.has("autoconnect") || connection.flag("autoconnect"),
                (int) connection.number("autoconnect-priority"),
                IpSection.IPV4.read(section(IpSection.IPV4.key())),
                IpSection.IPV6.read(section(IpSection.IPV6.key())),
                metered(connection.number("metered")),
                macAddress(section(WIRELESS).text("assigned-mac-address")));
    }

    /// How the network admits stations, as far as the profile tells.
    Security security() {
        var security = section(SECURITY);
        return switch (security.text("key-mgmt")) {
            case "" -> Security.OPEN;
            case "owe" -> Security.OWE;
            case "sae" -> Security.WPA3;
            case "wpa-eap" -> Security.ENTERPRISE;
            case "wpa-eap-suite-b-192" -> Security.ENTERPRISE_192;
            case "none", "ieee8021x" -> Security.WEP;
            default -> Security.WPA2;
        };
    }

    /// Whether the network, which offers WPA3 too, was found to admit by WPA2 alone.
    boolean admitsOlderAlone() {
        return section(USER).entries().get("data") instanceof Variant<?> data
                && data.getValue() instanceof Map<?, ?> entries
                && entries.containsKey(OLDER_ALONE);
    }

    /// These, saying `wanted`.
    ProfileSettings with(NetworkSettings wanted) {
        var now = read();
        var changed = new HashMap<>(sections);
        var connection = copy(CONNECTION);
        connection.put("autoconnect", new Variant<>(wanted.autoconnect()));
        connection.put("autoconnect-priority", new Variant<>(wanted.priority()));
        connection.put("metered", new Variant<>(number(wanted.metered())));
        changed.put(CONNECTION, connection);
        if (now.macAddress() != wanted.macAddress()) {
            var wireless = copy(WIRELESS);
            wireless.remove("cloned-mac-address");
            wireless.remove("assigned-mac-address");
            word(wanted.macAddress()).ifPresent(word -> wireless.put("assigned-mac-address", new Variant<>(word)));
            changed.put(WIRELESS, wireless);
        }
        // Only what changes: a method that we have no word for must survive a change of something else.
        if (!now.ipv4().equals(wanted.ipv4()) || !sections.containsKey(IpSection.IPV4.key())) {
            changed.put(IpSection.IPV4.key(), IpSection.IPV4.write(wanted.ipv4(), copy(IpSection.IPV4.key())));
        }
        if (!now.ipv6().equals(wanted.ipv6()) || !sections.containsKey(IpSection.IPV6.key())) {
            changed.put(IpSection.IPV6.key(), IpSection.IPV6.write(wanted.ipv6(), copy(IpSection.IPV6.key())));
        }
        return new ProfileSettings(changed);
    }

    /// These, remembering or forgetting that the network admits by WPA2 alone. NetworkManager itself does not care.
    ProfileSettings withOlderAlone(boolean older) {
        var data = new HashMap<String, String>();
        if (section(USER).entries().get("data") instanceof Variant<?> before
                && before.getValue() instanceof Map<?, ?> entries) {
            entries.forEach((key, value) -> data.put(key.toString(), value.toString()));
        }
        data.remove(OLDER_ALONE);
        if (older) {
            data.put(OLDER_ALONE, "yes");
        }
        return with(USER, data.isEmpty() ? Map.of() : Map.of("data", new Variant<>(data, "a{ss}")));
    }

    String uuid() {
        return section(CONNECTION).text("uuid");
    }

    /// These, with that section in place of the one of its name; an empty one is left out.
    ProfileSettings with(String name, Map<String, Variant<?>> section) {
        var changed = new HashMap<>(sections);
        changed.remove(name);
        if (!section.isEmpty()) {
            changed.put(name, section);
        }
        return new ProfileSettings(changed);
    }

    /// A copy of a section that can be changed.
    Map<String, Variant<?>> copy(String name) {
        return new HashMap<>(sections.getOrDefault(name, Map.of()));
    }

    private static Metered metered(long number) {
        return switch ((int) number) {
            case NetworkManagerApi.METERED_YES -> Metered.YES;
            case NetworkManagerApi.METERED_NO -> Metered.NO;
            default -> Metered.AUTOMATIC;
        };
    }

    private static int number(Metered metered) {
        return switch (metered) {
            case AUTOMATIC -> NetworkManagerApi.METERED_UNKNOWN;
            case YES -> NetworkManagerApi.METERED_YES;
            case NO -> NetworkManagerApi.METERED_NO;
        };
    }

    private static MacAddressPolicy macAddress(String word) {
        return switch (word) {
            case "permanent" -> MacAddressPolicy.PERMANENT;
            case "stable", "stable-ssid" -> MacAddressPolicy.STABLE;
            case "random" -> MacAddressPolicy.RANDOM;
            default -> MacAddressPolicy.SYSTEM;
        };
    }

    private static Optional<String> word(MacAddressPolicy policy) {
        return switch (policy) {
            case SYSTEM -> Optional.empty();
            case PERMANENT -> Optional.of("permanent");
            case STABLE -> Optional.of("stable");
            case RANDOM -> Optional.of("random");
        };
    }
}
