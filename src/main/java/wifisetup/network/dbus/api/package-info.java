/// The names and numbers of the two services behind the radio, as their own headers have them; nothing else.
///
/// This package uses the JDK alone; it has no state and no thread.
@NullMarked
package wifisetup.network.dbus.api;

import org.jspecify.annotations.NullMarked;
