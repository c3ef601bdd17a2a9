/// The platform connector: keeps an appliance or a program connected to an IoT platform, registers its devices
/// there, takes commands and pushes events. A public library: other programs may use it by itself.
///
/// A [wifisetup.platform.PlatformClient] is built around a [wifisetup.platform.DeviceManager]; how it reaches
/// a platform is a [wifisetup.platform.Transport], found by its name among the
/// [wifisetup.platform.TransportProvider] services or passed by hand. When to connect, to wait and to give up
/// is decided by a pure machine; a transport carries out one session at a time.
///
/// Uses the JDK, the kernel, secrets and Jackson's tree of JSON values; it knows no transport, which are its
/// sub-packages. Each client has one thread for its state and virtual threads for what may wait; callbacks run
/// on virtual threads and never block the client.
@NullMarked
package wifisetup.platform;

import org.jspecify.annotations.NullMarked;
