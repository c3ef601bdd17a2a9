package wifisetup.flux;

import java.util.LinkedHashMap;
import java.util.Optional;

/// A network that a device sees: a row of the answer to [Command.ScanWifi].
///
/// @param bssid the access point
/// @param rssi its strength in dBm
/// @param security `None`, `WEP`, `WPA-PSK`, `WPA2-PSK`, or what else the device calls it
/// @param ssid its name
public record WifiRow(String bssid, int rssi, String security, String ssid) {
    /// The one field that is a number.
    static final String RSSI = "rssi";

    /// The row to send.
    public Answer.Data write() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("bssid", bssid);
        fields.put(RSSI, Integer.toString(rssi));
        fields.put("security", security);
        fields.put("ssid", ssid);
        return new Answer.Data(fields);
    }

    /// Reads a row, or is empty if it has no name or no readable strength.
    public static Optional<WifiRow> read(Answer.Data row) {
        return row.get("ssid")
                .flatMap(ssid -> row.get(RSSI)
                        .flatMap(WifiRow::number)
                        .map(rssi -> new WifiRow(
                                row.get("bssid").orElse(""),
                                rssi,
                                row.get("security").orElse(""),
                                ssid)));
    }

    private static Optional<Integer> number(String text) {
        try {
            return Optional.of((int) Math.round(Double.parseDouble(text)));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
