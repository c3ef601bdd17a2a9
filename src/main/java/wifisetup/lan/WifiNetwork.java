package wifisetup.lan;

/// A Wi-Fi that a device sees.
///
/// @param bssid the access point's address, or empty
/// @param rssi its strength in dBm
/// @param security `None`, `WEP`, `WPA-PSK`, `WPA2-PSK`, or what else the device calls it
/// @param ssid its name, in the device's words
public record WifiNetwork(String bssid, int rssi, String security, String ssid) {}
