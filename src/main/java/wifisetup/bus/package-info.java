/// The message bus over WebSocket: being one ([wifisetup.bus.BusServer]), joining one ([wifisetup.bus.BusClient]), or
/// whichever fits ([wifisetup.bus.BusConnector]).
///
/// This package uses `wifisetup.message`, the kernel's timer and Java-WebSocket. Each [wifisetup.bus.MessageBus] tells
/// its subscribers and observers everything on one thread of its own; the library's threads only read and write.
@NullMarked
package wifisetup.bus;

import org.jspecify.annotations.NullMarked;
