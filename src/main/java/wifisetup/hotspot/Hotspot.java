package wifisetup.hotspot;

import java.util.function.Consumer;
import wifisetup.loop.Cancellation;

/// The port to whatever runs the hotspot: an access point of the device's own, and behind it a page on which a phone
/// chooses the network that the device shall join.
///
/// Any thread.
@FunctionalInterface
public interface Hotspot {
    /// Runs one session and waits for its end: the device is on a network, or nothing of the session is left and the
    /// saved networks are as they were. One session at a time.
    ///
    /// @param cancellation ends the session early, with [HotspotEnd.Cancelled]: within 5 s, or within 30 s while a
    ///     join runs
    /// @param progress told each state, one after the other, on a thread of the adapter's; it must not block
    /// @return how it ended; never an exception for what can happen to a session
    HotspotEnd run(HotspotRequest request, Cancellation cancellation, Consumer<? super HotspotState> progress)
            throws InterruptedException;
}
