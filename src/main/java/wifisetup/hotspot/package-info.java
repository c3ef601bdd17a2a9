/// Remote set-up: the device opens a network of its own, and a person brings it online with a phone.
///
/// [wifisetup.hotspot.Hotspot] is the port to whatever runs the hotspot; its adapters are the sub-packages.
/// [wifisetup.hotspot.HandoffMachine] decides when a session begins, what follows its end, and what others are told.
/// This package uses the JDK, the kernel, secrets and the network's words alone.
@NullMarked
package wifisetup.hotspot;

import org.jspecify.annotations.NullMarked;
