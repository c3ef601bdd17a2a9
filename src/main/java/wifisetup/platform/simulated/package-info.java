/// A platform for tests, and for people who have none yet: it speaks the platform's side of
/// `standard-connector` over WebSocket, forgives nothing, and says what it refuses and why.
/// [wifisetup.platform.simulated.SimulatedPlatform] is the way in; nothing is kept when it ends.
///
/// Uses the parent package's descriptions of devices, Java-WebSocket for the server and Jackson. It reads
/// frames and reckons hashes by itself, so that it does not share the client's mistakes. The library's
/// threads call it; what it hears is handled one frame at a time.
@NullMarked
package wifisetup.platform.simulated;

import org.jspecify.annotations.NullMarked;
