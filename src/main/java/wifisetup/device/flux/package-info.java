/// The device on the wire: how it makes itself known by datagrams, and how its managers speak to it over TLS,
/// in the words of `wifisetup.flux`.
///
/// [wifisetup.device.flux.Announcer] answers and announces on a virtual thread that reads one socket;
/// [wifisetup.device.flux.ManagementServer] serves each session on a virtual thread of its own. Both decide
/// nothing: they ask [wifisetup.device.FrontDesk]. Adapts `wifisetup.device`.
@NullMarked
package wifisetup.device.flux;

import org.jspecify.annotations.NullMarked;
