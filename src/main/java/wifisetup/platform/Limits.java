package wifisetup.platform;

import java.time.Duration;
import java.util.List;

/// How long the connector waits for what.
///
/// @param call for the answer to a call, unless the caller says otherwise
/// @param handshake until the platform has said whether it lets us in
/// @param silence until a platform that says nothing is asked whether it is there
/// @param pong for the answer to that
/// @param retry the pause after the first failed attempt; after the n-th it is n times that
/// @param mostRetries from which n on the pause does not grow
/// @param longestRefusal the longest pause between attempts with credentials that were refused: it doubles up
///     to there
/// @param jitter by how much of itself a pause is shortened at most, at random, so that a fleet does not come
///     back all at once: 0 to 1
public record Limits(
        Duration call,
        Duration handshake,
        Duration silence,
        Duration pong,
        Duration retry,
        int mostRetries,
        Duration longestRefusal,
        double jitter) {
    private static final Duration LONGEST = Duration.ofDays(36_525);

    /// What holds if nobody says otherwise.
    public static final Limits DEFAULT = new Limits(
            Duration.ofSeconds(10),
            Duration.ofSeconds(15),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofSeconds(15),
            20,
            Duration.ofHours(1),
            0.25);

    /// Each time is positive, a century at most.
    ///
    /// @throws IllegalArgumentException if a value is out of its range
    public Limits {
        for (var time : List.of(call, handshake, silence, pong, retry, longestRefusal)) {
            if (!time.isPositive() || time.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(
                        "limits: expected times above 0 up to " + LONGEST + ", found " + time);
            }
        }
        if (mostRetries < 1) {
            throw new IllegalArgumentException("limits: expected 1 or more retries, found " + mostRetries);
        }
        if (!(jitter >= 0 && jitter <= 1)) {
            throw new IllegalArgumentException("limits: expected a jitter from 0 to 1, found " + jitter);
        }
    }
}
