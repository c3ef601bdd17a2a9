package wifisetup.hotspot.portal.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A bucket of tokens that fills by itself; a request takes one. Any thread.
final class Bucket {
    private final Rates.Rate rate;
    private Instant emptyAt;

    /// A full bucket.
    Bucket(Rates.Rate rate, Instant now) {
        this.rate = rate;
        this.emptyAt = now.minus(rate.interval().multipliedBy(rate.burst()));
    }

    /// Takes a token.
    ///
    /// @return how long until there is one, if there is none
    synchronized Optional<Duration> take(Instant now) {
        var full = now.minus(rate.interval().multipliedBy(rate.burst()));
        // The bucket holds what has come in since it was empty, as far as that fits.
        var since = emptyAt.isBefore(full) ? full : emptyAt;
        var next = since.plus(rate.interval());
        if (next.isAfter(now)) {
            return Optional.of(Duration.between(now, next));
        }
        emptyAt = next;
        return Optional.empty();
    }
}
