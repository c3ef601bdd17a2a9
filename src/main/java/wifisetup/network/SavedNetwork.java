package wifisetup.network;

/// A network whose profile is kept.
///
/// @param id what NetworkManager calls the profile; often the name
public record SavedNetwork(Ssid ssid, String id, boolean autoconnect) {}
