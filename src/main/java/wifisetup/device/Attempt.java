package wifisetup.device;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Wrong passwords and signatures from one address.
///
/// @param address where they came from
/// @param count how many, of late
/// @param last when the last one came
/// @param waitingUntil until when no password is taken from there, if so
public record Attempt(InetAddress address, int count, Instant last, Optional<Instant> waitingUntil) {
    /// How long no password is taken from there at `now`; zero if one is.
    public Duration wait(Instant now) {
        var left = waitingUntil.map(until -> Duration.between(now, until)).orElse(Duration.ZERO);
        // A clock that is set back must not turn a wait of minutes into one of years.
        return left.isNegative() || left.compareTo(Attempts.LONGEST_WAIT) > 0 ? Duration.ZERO : left;
    }
}
