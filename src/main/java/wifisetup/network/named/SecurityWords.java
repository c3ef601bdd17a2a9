package wifisetup.network.named;

import java.util.Locale;
import java.util.Optional;
import wifisetup.network.Security;

/// The kinds of security as nmcli words them: programs know these words.
public final class SecurityWords {
    private SecurityWords() {}

    /// The words for `security`; none for a network without encryption. A pre-shared key counts as `WPA2`, the weaker
    /// WPA of old beside it or not.
    public static String of(Security security) {
        return switch (security) {
            case OPEN -> "";
            case OWE -> "OWE";
            case WEP -> "WEP";
            case WPA2 -> "WPA2";
            case WPA2_WPA3 -> "WPA2 WPA3";
            case WPA3 -> "WPA3";
            case ENTERPRISE -> "WPA2 802.1X";
            case ENTERPRISE_192 -> "WPA3 802.1X";
        };
    }

    /// The kind that `words` may mean: those of nmcli, and those of the Python clients. They are hints, since
    /// what the access point shows decides; so a word that is not known says nothing.
    public static Optional<Security> read(String words) {
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
