package wifisetup.network.nmcli;

import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wifisetup.network.Band;
import wifisetup.network.NetworkId;
import wifisetup.network.Security;
import wifisetup.network.Ssid;

/// An access point in the air.
///
/// @param strength 0 to 100
/// @param active whether the device is on it
record AccessPoint(NetworkId id, int strength, Band band, boolean active) {
    /// What is asked of nmcli, in this order: nothing that holds the name as text.
    static final String FIELDS = "SSID-HEX,BSSID,MODE,FREQ,SIGNAL,ACTIVE,SECURITY,WPA-FLAGS,RSN-FLAGS";

    static final int FIELD_COUNT = 9;

    private static final String HERE = "[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}";

    /// The access point of such a row, unless it is none of ours to join: one without a name, one of an ad-hoc
    /// network, the device's own hotspot, or NetworkManager's placeholder for a network that it still looks for:
    /// that one has no address.
    static Optional<AccessPoint> of(List<String> row) {
        String name = row.get(0);
        if (name.isEmpty()
                || name.length() > 2 * Ssid.MAX_LENGTH
                || !row.get(1).matches(HERE)
                || !row.get(2).equals("Infra")) {
            return Optional.empty();
        }
        return Optional.of(new AccessPoint(
                new NetworkId(
                        Ssid.of(HexFormat.of().parseHex(name)), security(row.get(6), row.get(7) + " " + row.get(8))),
                Math.clamp(number(row.get(4)), 0, 100),
                Band.ofFrequency(number(row.get(3))),
                row.get(5).equals("yes")));
    }

    /// How an access point with these flags admits stations; a password is preferred to an account.
    ///
    /// @param summary nmcli's column SECURITY: of WEP there is no other sign
    static Security security(String summary, String flags) {
        var words = new HashSet<>(Arrays.asList(flags.split(" ", -1)));
        if (words.contains("sae")) {
            return words.contains("psk") ? Security.WPA2_WPA3 : Security.WPA3;
        }
        if (words.contains("psk")) {
            return Security.WPA2;
        }
        if (words.contains("802.1X")) {
            return Security.ENTERPRISE;
        }
        if (hasWordWith(words, "suite-b")) {
            return Security.ENTERPRISE_192;
        }
        if (hasWordWith(words, "owe")) {
            return Security.OWE;
        }
        return summary.contains("WEP") ? Security.WEP : Security.OPEN;
    }

    private static boolean hasWordWith(Set<String> words, String part) {
        return words.stream().anyMatch(word -> word.contains(part));
    }

    /// The number that a field begins with, such as `2412 MHz`.
    private static int number(String field) {
        String digits = field.replaceFirst("\\D.*", "");
        return digits.isEmpty() || digits.length() > 9 ? 0 : Integer.parseInt(digits);
    }
}
