package wifisetup.hotspot;

import wifisetup.network.Failure;
import wifisetup.network.Joined;

/// How a session of the hotspot ended.
public sealed interface HotspotEnd {
    /// The device is on a network, which is kept.
    record Connected(Joined joined) implements HotspotEnd {}

    /// A wired link came up, and the hotspot made way.
    record Wired() implements HotspotEnd {}

    /// Somebody stopped it.
    record Cancelled() implements HotspotEnd {}

    /// Nobody brought the device online in the time allowed.
    record TimedOut() implements HotspotEnd {}

    /// It could not be opened, or broke.
    record Failed(Failure failure) implements HotspotEnd {}
}
