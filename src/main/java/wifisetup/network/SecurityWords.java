package wifisetup.network;

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
}
