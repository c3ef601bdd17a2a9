/// The network as seen on the message bus: `ovos.phal.nm.*`.
///
/// [wifisetup.network.bus.NetworkService] reads requests, has them done and writes the answers;
/// [wifisetup.network.bus.JoinReports] tells how a join on the panel ended. Adapts `wifisetup.network`. It may use
/// `wifisetup.message` and `wifisetup.bus`. What is known is answered on the bus's own thread; whatever waits for the
/// radio runs on virtual threads.
@NullMarked
package wifisetup.network.bus;

import org.jspecify.annotations.NullMarked;
