package wifisetup.network.dbus;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.freedesktop.dbus.types.Variant;
import wifisetup.network.Credentials;
import wifisetup.network.JoinRequest;

/// The settings of a new profile, `a{sa{sv}}` (NetworkManager's `nm-settings-dbus`).
///
/// Nothing in them is for the attempt alone, because they become the profile that is kept.
final class ProfileSettings {
    private ProfileSettings() {}

    /// The settings with which `request` is tried; its security is one that can be joined. They hold the password.
    static Map<String, Map<String, Variant<?>>> of(JoinRequest request) {
        var settings = new HashMap<String, Map<String, Variant<?>>>();
        settings.put(
                "connection",
                Map.of(
                        "id", new Variant<>(request.ssid().display()),
                        "uuid", new Variant<>(UUID.randomUUID().toString()),
                        "type", new Variant<>("802-11-wireless"),
                        "autoconnect", new Variant<>(true)));
        settings.put(
                "802-11-wireless",
                Map.of(
                        "ssid", new Variant<>(request.ssid().bytes(), "ay"),
                        "mode", new Variant<>("infrastructure"),
                        "hidden", new Variant<>(request.hidden())));
        var security = security(request);
        if (!security.isEmpty()) {
            settings.put("802-11-wireless-security", security);
        }
        settings.put("ipv4", Map.of("method", new Variant<>("auto")));
        settings.put("ipv6", Map.of("method", new Variant<>("auto")));
        return settings;
    }

    private static Map<String, Variant<?>> security(JoinRequest request) {
        return switch (request.id().security()) {
            case OPEN -> Map.of();
            case OWE -> Map.of("key-mgmt", new Variant<>("owe"));
            // With wpa-psk NetworkManager lets the supplicant use SAE too, where the access point offers both.
            case WPA2, WPA2_WPA3 -> withPassword("wpa-psk", request.credentials());
            case WPA3 -> withPassword("sae", request.credentials());
            case WEP, ENTERPRISE ->
                throw new IllegalArgumentException(
                        "no profile for " + request.id().security());
        };
    }

    private static Map<String, Variant<?>> withPassword(String keyManagement, Credentials credentials) {
        return switch (credentials) {
            case Credentials.Passphrase(var text) ->
                Map.of("key-mgmt", new Variant<>(keyManagement), "psk", new Variant<>(text.reveal()));
            case Credentials.None(), Credentials.Saved() -> Map.of("key-mgmt", new Variant<>(keyManagement));
        };
    }
}
