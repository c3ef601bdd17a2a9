/// Network events as seen on the message bus: `ovos.phal.nm.*`.
///
/// Adapts `wifisetup.network`. It may use `wifisetup.message` and `wifisetup.bus`; it runs on the join loop's ordered
/// effect thread.
@NullMarked
package wifisetup.network.bus;

import org.jspecify.annotations.NullMarked;
