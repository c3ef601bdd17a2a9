package wifisetup.network.hosted;

import java.net.Inet4Address;
import wifisetup.network.Ssid;
import wifisetup.secret.Secret;

/// What the device's own access point is to be like: WPA2 alone, because chips of small boards do WPA3 badly as access
/// points; in the band of 2.4 GHz, which each phone has.
///
/// @param ssid its name
/// @param passphrase 8 to 63 characters; empty: open
/// @param gateway the device's address on it, in a network of 24 bits, in which phones get theirs
public record AccessPointOffer(Ssid ssid, Secret passphrase, Inet4Address gateway) {}
