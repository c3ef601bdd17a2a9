/// D-Bus in the protocol's own terms: a connection, calls and their answers, signals, properties.
///
/// A [wifisetup.dbus.Bus] is one connection, with a reader thread of its own that never blocks; calls block their
/// callers. It knows no service. This package uses dbus-java alone.
@NullMarked
package wifisetup.dbus;

import org.jspecify.annotations.NullMarked;
