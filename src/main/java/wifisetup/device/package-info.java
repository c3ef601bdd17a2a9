/// Who this device is, and who may manage it over the network.
///
/// [wifisetup.device.DeviceMachine] decides whom the device trusts, what a command of a manager does, when a
/// person at the panel is asked, and whether a change of the network is kept. Its adapters are the
/// sub-packages: the wire, the files, the names on the network. This package uses the JDK, the kernel, secrets
/// and the network's words alone; its states live on the thread of the loop `device`.
@NullMarked
package wifisetup.device;

import org.jspecify.annotations.NullMarked;
