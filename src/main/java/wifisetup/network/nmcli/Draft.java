package wifisetup.network.nmcli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wifisetup.network.Credentials;
import wifisetup.network.Eap;
import wifisetup.network.JoinRequest;
import wifisetup.network.Security;
import wifisetup.network.ServerTrust;
import wifisetup.secret.Secret;

/// How the profile of a join admits the device to the network: as arguments that hold no secret, and as the secrets.
final class Draft {
    /// No protected management frames, and so no WPA3 (`NMSettingWirelessSecurityPmf`).
    static final List<String> OLDER_SECURITY = List.of(Profiles.SECURITY + ".pmf", "1");

    private static final String PSK = Profiles.SECURITY + ".psk";
    private static final String WEP_KEY = Profiles.SECURITY + ".wep-key0";
    private static final String IDENTITY = Profiles.ACCOUNT + ".identity";
    private static final String PASSWORD = Profiles.ACCOUNT + ".password";
    private static final String KEY_PASSWORD = Profiles.ACCOUNT + ".private-key-password";

    private Draft() {}

    /// The properties with which `request` is tried; its credentials are no saved ones.
    ///
    /// @param older whether a network of WPA2 and WPA3 is to be joined by WPA2
    static List<String> properties(JoinRequest request, boolean older) {
        var words = new ArrayList<>(List.of("802-11-wireless.hidden", request.hidden() ? "yes" : "no"));
        switch (request.id().security()) {
            case OPEN -> {
                // No section of security at all.
            }
            case OWE -> words.addAll(keyManagement("owe"));
            // With wpa-psk NetworkManager lets the supplicant use SAE too, where the access point offers both.
            case WPA2 -> words.addAll(keyManagement("wpa-psk"));
            case WPA2_WPA3 -> {
                words.addAll(keyManagement("wpa-psk"));
                if (older) {
                    words.addAll(OLDER_SECURITY);
                }
            }
            case WPA3 -> words.addAll(keyManagement("sae"));
            case WEP -> {
                words.addAll(keyManagement("none"));
                words.addAll(List.of(Profiles.SECURITY + ".wep-key-type", "key"));
            }
            case ENTERPRISE -> {
                words.addAll(keyManagement("wpa-eap"));
                if (request.credentials() instanceof Credentials.Account account) {
                    words.addAll(account(account));
                }
            }
            case ENTERPRISE_192 -> throw new IllegalArgumentException("no profile for " + Security.ENTERPRISE_192);
        }
        return List.copyOf(words);
    }

    /// The secrets of `request`.
    static PasswordFile secrets(JoinRequest request) {
        return new PasswordFile(
                switch (request.credentials()) {
                    case Credentials.None(), Credentials.Saved() -> Map.of();
                    case Credentials.Passphrase(var text) ->
                        Map.of(request.id().security() == Security.WEP ? WEP_KEY : PSK, text);
                    case Credentials.Account account -> secrets(account);
                });
    }

    private static List<String> keyManagement(String word) {
        return List.of(Profiles.SECURITY + ".key-mgmt", word);
    }

    private static Map<String, Secret> secrets(Credentials.Account account) {
        // nmcli asks for the name too whenever it is asked for the password.
        var identity = new Secret(account.identity());
        return switch (account.eap()) {
            case Eap.Peap(var password) -> Map.of(IDENTITY, identity, PASSWORD, password);
            case Eap.Ttls ttls -> Map.of(IDENTITY, identity, PASSWORD, ttls.password());
            case Eap.Tls tls -> Map.of(IDENTITY, identity, KEY_PASSWORD, tls.keyPassword());
        };
    }

    private static List<String> account(Credentials.Account account) {
        var words = new LinkedHashMap<String, String>();
        words.put("eap", "");
        words.put("identity", account.identity());
        words.put("anonymous-identity", account.anonymousIdentity());
        switch (account.eap()) {
            case Eap.Peap _ -> {
                words.put("eap", "peap");
                words.put("phase2-auth", "mschapv2");
            }
            case Eap.Ttls ttls -> {
                words.put("eap", "ttls");
                words.put(
                        "phase2-auth",
                        switch (ttls.inner()) {
                            case PAP -> "pap";
                            case MSCHAPV2 -> "mschapv2";
                        });
            }
            case Eap.Tls(var certificate, var privateKey, var keyPassword) -> {
                words.put("eap", "tls");
                words.put("client-cert", certificate);
                words.put("private-key", privateKey);
                // Without a password NetworkManager would ask for one (NM_SETTING_SECRET_FLAG_NOT_REQUIRED).
                words.put("private-key-password-flags", keyPassword.isEmpty() ? "4" : "0");
            }
        }
        trust(words, account.trust());
        var properties = new ArrayList<String>();
        words.forEach((name, value) -> {
            if (!value.isEmpty()) {
                properties.addAll(List.of(Profiles.ACCOUNT + "." + name, value));
            }
        });
        return properties;
    }

    private static void trust(Map<String, String> words, ServerTrust trust) {
        switch (trust) {
            case ServerTrust.Authority(var file, var domain) -> {
                words.put("ca-cert", file);
                words.put("domain-suffix-match", domain);
            }
            case ServerTrust.SystemAuthorities(var domain) -> {
                words.put("system-ca-certs", "yes");
                words.put("domain-suffix-match", domain);
            }
            case ServerTrust.Anybody _ -> {
                // Nothing to compare with.
            }
        }
    }
}
