package wifisetup.hotspot;

import java.time.Duration;

/// What a maker decides about the hand-off.
///
/// @param panel whether a person can see and touch this program's own screen: then a failure leads back to the choice,
///     else it leads to another attempt
/// @param attempts how many sessions may fail before the hand-off gives up, without a panel; at least 1
/// @param pause between two attempts
public record HandoffRules(boolean panel, int attempts, Duration pause) {
    /// As many attempts as the Python client makes.
    public static final int DEFAULT_ATTEMPTS = 5;

    /// Long enough for NetworkManager to settle.
    public static final Duration DEFAULT_PAUSE = Duration.ofSeconds(5);

    /// The rules for a device with a panel, or without one.
    public static HandoffRules with(boolean panel) {
        return new HandoffRules(panel, DEFAULT_ATTEMPTS, DEFAULT_PAUSE);
    }
}
