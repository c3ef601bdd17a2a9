/// NetworkManager over D-Bus: the adapter of [wifisetup.network.Wifi] for real hardware.
///
/// A [wifisetup.network.dbus.Bus] is one connection in the protocol's own terms; `ServiceConnection` replaces it when
/// it is lost and knows who owns the names of NetworkManager and wpa_supplicant. Above it, `Radio`, `Profiles` and
/// `StatusReading` read objects, `Join` carries out a transaction that the pure
/// [wifisetup.network.dbus.course.JoinCourse] decides, and `StatusWatch` shows changes.
///
/// Three kinds of threads: the reader of each connection, which never blocks; the one thread `network-manager`, which
/// connects, reads the status and calls observers; and the callers' own, which carry out their scan or join.
/// This package uses the domain, the kernel and dbus-java.
@NullMarked
package wifisetup.network.dbus;

import org.jspecify.annotations.NullMarked;
