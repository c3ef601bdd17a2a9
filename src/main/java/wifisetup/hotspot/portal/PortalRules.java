package wifisetup.hotspot.portal;

import java.time.Duration;

/// What a maker decides about a session of the own hotspot.
///
/// @param knownEvery how long nobody is on the hotspot until it closes for some seconds to try saved networks
/// @param timeout how long nothing happens until the session ends; zero for never
/// @param farewell how long the page is still there after a join was asked for, so that the phone sees what comes
/// @param settle how long a lost access point is given before it is opened again
/// @param openings how often in a row opening may fail
public record PortalRules(Duration knownEvery, Duration timeout, Duration farewell, Duration settle, int openings) {
    /// Saved networks every 3 minutes, the end after 15 idle ones. A page takes well below 2 s on its way to a phone.
    public static final PortalRules DEFAULT = new PortalRules(
            Duration.ofMinutes(3), Duration.ofMinutes(15), Duration.ofSeconds(2), Duration.ofSeconds(1), 3);

    /// These, with another time until the end.
    public PortalRules withTimeout(Duration other) {
        return new PortalRules(knownEvery, other, farewell, settle, openings);
    }
}
