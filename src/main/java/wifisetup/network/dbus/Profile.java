package wifisetup.network.dbus;

import wifisetup.network.Ssid;

/// A Wi-Fi profile for joining, as far as it concerns us: its secrets cannot be read.
///
/// @param kept whether it is there to stay, rather than for the time of one activation
/// @param lastUsed when it last connected, in seconds since 1970, or 0
record Profile(String path, Ssid ssid, String id, boolean autoconnect, boolean kept, long lastUsed) {}
