/// The hand-off as others on the message bus hear it: where it is, and what is to be said aloud.
///
/// Adapts `wifisetup.hotspot`. It uses `wifisetup.message`, `wifisetup.bus` and the catalogue; it runs on the hand-off
/// loop's ordered effect thread.
@NullMarked
package wifisetup.hotspot.bus;

import org.jspecify.annotations.NullMarked;
