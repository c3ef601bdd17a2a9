/// The hotspot by balena's `wifi-connect` (4.11), a program that opens the access point, serves the page and
/// joins the network by itself: an adapter of [wifisetup.hotspot.Hotspot].
///
/// `WifiConnect` prepares a session and tidies up after it; `Session` carries it out as the pure
/// `WifiConnectCourse` decides. What the program prints (`Hint`) says how far it has come; how it ended is said
/// by its exit code (`Verdicts`) and by NetworkManager together. A `Launcher` starts and ends it: `RootLauncher`
/// as a process of our own, `UnitLauncher` through a unit of systemd where this program is not root.
///
/// Threads: the caller's own carries out the session; a virtual one reads the program's output; one reads each
/// D-Bus connection. This package uses the domain, the kernel, the plumbing of D-Bus and the JDK.
@NullMarked
package wifisetup.hotspot.balena;

import org.jspecify.annotations.NullMarked;
