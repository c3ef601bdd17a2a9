package wifisetup.setup;

import java.time.Duration;

/// What a maker decides about the set-up.
///
/// @param panel whether a person can see and touch this program's own screen
/// @param autoSetup whether a set-up may begin by itself; if not, only by a tap or `user.activated`
/// @param grace how long saved networks may take to connect after boot, or after the connection was lost
/// @param clockWait how long a freshly connected device waits for its clock before it says that it is ready
public record SetupRules(boolean panel, boolean autoSetup, Duration grace, Duration clockWait) {
    /// The time that the Python plugin gives saved networks.
    public static final Duration DEFAULT_GRACE = Duration.ofSeconds(45);

    /// The bound on the clock.
    public static final Duration DEFAULT_CLOCK_WAIT = Duration.ofSeconds(3);
}
