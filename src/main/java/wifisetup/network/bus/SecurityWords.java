package wifisetup.network.bus;

import java.util.Locale;
import java.util.Optional;
import wifisetup.network.Security;

/// The words by which programs call a kind of security: nmcli's list and key management, and the pages of the Python
/// clients. They are hints: what the access point shows decides, so a word that is not known says nothing.
final class SecurityWords {
    private SecurityWords() {}

    /// The kind that `words` may mean.
    static Optional<Security> read(String words) {
        return switch (words.strip().toUpperCase(Locale.ROOT)) {
            case "INSECURE", "OPEN", "NONE", "--" -> Optional.of(Security.OPEN);
            case "OWE" -> Optional.of(Security.OWE);
            case "WEP" -> Optional.of(Security.WEP);
            case "WPA", "WPA1", "WPA2", "WPA1 WPA2", "WPA-PSK" -> Optional.of(Security.WPA2);
            case "WPA2 WPA3", "WPA1 WPA2 WPA3" -> Optional.of(Security.WPA2_WPA3);
            case "WPA3", "SAE" -> Optional.of(Security.WPA3);
            case "802.1X", "WPA1 802.1X", "WPA2 802.1X", "WPA1 WPA2 802.1X", "WPA-EAP" ->
                Optional.of(Security.ENTERPRISE);
            case "WPA3 802.1X", "WPA-EAP-SUITE-B-192" -> Optional.of(Security.ENTERPRISE_192);
            case String _ -> Optional.empty();
        };
    }
}
