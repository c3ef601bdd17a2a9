/// Tests of the adapter: against a NetworkManager of our own on an embedded bus, and (`*LabIT`, by the profile
/// `wifi-lab`) against the real one in a virtual machine.
@NullMarked
package wifisetup.network.dbus;

import org.jspecify.annotations.NullMarked;
