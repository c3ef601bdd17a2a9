package wifisetup.hotspot.portal;

import java.net.Inet4Address;
import java.net.URI;

/// Where the own hotspot is, and what its sessions are like.
///
/// @param rules how long things take
/// @param gateway the device's address on the hotspot, in a network of 24 bits
/// @param page what a phone opens: the root of a web server by `http`
/// @param device what the device will be called on the network that it joins, such as `kiosk.local`
public record PortalSettings(PortalRules rules, Inet4Address gateway, URI page, String device) {
    /// The gateway of wifi-connect, so that what people have written down stays right.
    public static final String DEFAULT_GATEWAY = "192.168.42.1";
}
