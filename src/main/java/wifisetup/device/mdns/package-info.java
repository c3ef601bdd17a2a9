/// The device's name on the network, by multicast DNS (RFC 6762) and service discovery (RFC 6763), so that
/// `avahi-browse` and phones find it without knowing anything of it. JmDNS does the work; it blocks, on a
/// virtual thread of [wifisetup.device.mdns.MulticastDns]. Adapts `wifisetup.device`.
@NullMarked
package wifisetup.device.mdns;

import org.jspecify.annotations.NullMarked;
