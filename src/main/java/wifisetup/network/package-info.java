/// Wi-Fi in our own words: what is in the air, how a join is asked for and how it ends.
///
/// [wifisetup.network.Wifi] is the port to whatever runs the radio; its adapters are the sub-packages.
/// This package uses the JDK, the kernel and secrets alone.
@NullMarked
package wifisetup.network;

import org.jspecify.annotations.NullMarked;
