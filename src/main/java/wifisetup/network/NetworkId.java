package wifisetup.network;

/// What makes two access points the same network to a person: the name's bytes and the kind of security.
public record NetworkId(Ssid ssid, Security security) {}
