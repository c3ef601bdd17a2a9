package wifisetup.network.dbus;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.freedesktop.dbus.types.Variant;
import wifisetup.network.Credentials;
import wifisetup.network.Eap;
import wifisetup.network.JoinRequest;
import wifisetup.network.NetworkSettings;
import wifisetup.network.Security;
import wifisetup.network.ServerTrust;
import wifisetup.secret.Secret;

/// The settings of the profile with which a join is tried: those of the profile that was there before, if there was
/// one, with new secrets. They hold the password.
///
/// Nothing in them is for the attempt alone, because they become the profile that is kept.
final class Draft {
    private static final int WEP_KEY = 1;

    private Draft() {}

    /// The settings for `request`, whose credentials are no saved ones.
    ///
    /// @param before of the profile that is kept now, else [ProfileSettings#NONE]
    static ProfileSettings of(JoinRequest request, ProfileSettings before) {
        var connection = before.copy(ProfileSettings.CONNECTION);
        connection.remove("timestamp");
        connection.put("uuid", new Variant<>(UUID.randomUUID().toString()));
        connection.put("type", new Variant<>(ProfileSettings.WIRELESS));
        connection.putIfAbsent("id", new Variant<>(request.ssid().display()));
        var wireless = before.copy(ProfileSettings.WIRELESS);
        // Where it was used before: of no use to the new one, and read-only.
        wireless.remove("seen-bssids");
        wireless.remove("security");
        wireless.put("ssid", new Variant<>(request.ssid().bytes(), "ay"));
        wireless.put("mode", new Variant<>("infrastructure"));
        wireless.put(
                "hidden",
                new Variant<>(request.hidden()
                        || before.section(ProfileSettings.WIRELESS).flag("hidden")));
        var settings = before.with(ProfileSettings.CONNECTION, connection)
                .with(ProfileSettings.WIRELESS, wireless)
                .with(ProfileSettings.SECURITY, security(request))
                .with(ProfileSettings.ACCOUNT, account(request.credentials()));
        return settings.with(request.settings()
                .orElseGet(() -> before.equals(ProfileSettings.NONE) ? NetworkSettings.DEFAULT : before.read()));
    }

    private static Map<String, Variant<?>> security(JoinRequest request) {
        return switch (request.id().security()) {
            case OPEN -> Map.of();
            case OWE -> Map.of("key-mgmt", new Variant<>("owe"));
            // With wpa-psk NetworkManager lets the supplicant use SAE too, where the access point offers both.
            case WPA2, WPA2_WPA3 -> withPassword("wpa-psk", request.credentials());
            case WPA3 -> withPassword("sae", request.credentials());
            case WEP -> wep(request.credentials());
            case ENTERPRISE -> Map.of("key-mgmt", new Variant<>("wpa-eap"));
            case ENTERPRISE_192 -> throw new IllegalArgumentException("no profile for " + Security.ENTERPRISE_192);
        };
    }

    private static Map<String, Variant<?>> withPassword(String keyManagement, Credentials credentials) {
        var section = new HashMap<String, Variant<?>>();
        section.put("key-mgmt", new Variant<>(keyManagement));
        if (credentials instanceof Credentials.Passphrase(var text)) {
            section.put("psk", new Variant<>(text.reveal()));
        }
        return section;
    }

    private static Map<String, Variant<?>> wep(Credentials credentials) {
        return credentials instanceof Credentials.Passphrase(var text)
                ? Map.of(
                        "key-mgmt", new Variant<>("none"),
                        "wep-key-type", new Variant<>(WEP_KEY),
                        "wep-key0", new Variant<>(text.reveal()))
                : Map.of("key-mgmt", new Variant<>("none"));
    }

    private static Map<String, Variant<?>> account(Credentials credentials) {
        if (!(credentials instanceof Credentials.Account account)) {
            return Map.of();
        }
        var section = new HashMap<String, Variant<?>>();
        section.put("identity", new Variant<>(account.identity()));
        if (!account.anonymousIdentity().isEmpty()) {
            section.put("anonymous-identity", new Variant<>(account.anonymousIdentity()));
        }
        switch (account.eap()) {
            case Eap.Peap(var password) -> {
                section.put("eap", new Variant<>(List.of("peap"), "as"));
                section.put("phase2-auth", new Variant<>("mschapv2"));
                section.put("password", new Variant<>(password.reveal()));
            }
            case Eap.Ttls(var password, var inner) -> {
                section.put("eap", new Variant<>(List.of("ttls"), "as"));
                section.put(
                        "phase2-auth",
                        new Variant<>(
                                switch (inner) {
                                    case PAP -> "pap";
                                    case MSCHAPV2 -> "mschapv2";
                                }));
                section.put("password", new Variant<>(password.reveal()));
            }
            case Eap.Tls(var certificate, var privateKey, var keyPassword) -> {
                section.put("eap", new Variant<>(List.of("tls"), "as"));
                section.put("client-cert", file(certificate));
                section.put("private-key", file(privateKey));
                putKeyPassword(section, keyPassword);
            }
        }
        trust(section, account.trust());
        return section;
    }

    private static void putKeyPassword(Map<String, Variant<?>> section, Secret password) {
        if (password.isEmpty()) {
            // NetworkManager would ask for one otherwise: NM_SETTING_SECRET_FLAG_NOT_REQUIRED.
            section.put("private-key-password-flags", new Variant<>(4));
        } else {
            section.put("private-key-password", new Variant<>(password.reveal()));
        }
    }

    private static void trust(Map<String, Variant<?>> section, ServerTrust trust) {
        switch (trust) {
            case ServerTrust.Authority(var file, var domain) -> {
                section.put("ca-cert", file(file));
                if (!domain.isEmpty()) {
                    section.put("domain-suffix-match", new Variant<>(domain));
                }
            }
            case ServerTrust.SystemAuthorities(var domain) -> {
                section.put("system-ca-certs", new Variant<>(true));
                section.put("domain-suffix-match", new Variant<>(domain));
            }
            case ServerTrust.Anybody _ -> {
                // Nothing to compare with.
            }
        }
    }

    /// A certificate or key by its path (`NM_SETTING_802_1X_CERT_SCHEME_PATH`): a URI that ends with a zero byte.
    private static Variant<?> file(String path) {
        return new Variant<>(("file://" + path + "\0").getBytes(StandardCharsets.UTF_8), "ay");
    }
}
