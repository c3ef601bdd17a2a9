/// The device reports for duty: registered with its maker's platform, telling it what happens, obeying its
/// commands.
///
/// What happens is kept on the disk until the platform has confirmed it, in order. Adapts [wifisetup.device];
/// uses the platform connector and Jackson's tree. States come in on a thread of this package's own, because
/// what is kept waits for the disk; commands on a thread of the connector's.
@NullMarked
package wifisetup.device.platform;

import org.jspecify.annotations.NullMarked;
