package wifisetup.platform;

import java.time.Duration;

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
///     back all
/// at
///     once: 0 to 1
public record Limits(
        Duration call,
        Duration handshake,
        Duration silence,
        Duration pong,
        Duration retry,
        int mostRetries,
        Duration longestRefusal,
        double jitter) {
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
}
