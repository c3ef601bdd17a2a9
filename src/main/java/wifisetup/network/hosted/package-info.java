/// The network that the device itself offers: its own access point, and what has to be kept while that has the radio.
///
/// [wifisetup.network.hosted.AccessPoint] is the port to whatever runs the radio; its adapters stand beside those of
/// [wifisetup.network.Wifi]. This package uses the JDK, [wifisetup.network] and secrets alone; any thread.
@NullMarked
package wifisetup.network.hosted;

import org.jspecify.annotations.NullMarked;
