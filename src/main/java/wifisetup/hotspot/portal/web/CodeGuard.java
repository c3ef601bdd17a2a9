package wifisetup.hotspot.portal.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import wifisetup.secret.Secret;

/// Sees to it that nobody tries all codes. There are 10,000 of them and addresses cost nothing, so all phones share the
/// tries. Any thread.
final class CodeGuard {
    /// As many wrong codes as may be tried without waiting.
    static final int FREE_TRIES = 5;

    /// The first pause; it doubles with each further wrong code.
    static final Duration FIRST_PAUSE = Duration.ofSeconds(30);

    /// The longest pause.
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    /// What a try comes to.
    sealed interface Verdict {
        /// The code on the screen.
        record Right() implements Verdict {}

        /// Another one.
        record Wrong() implements Verdict {}

        /// Not looked at: too many were wrong.
        record Paused(Duration rest) implements Verdict {}
    }

    private final InstantSource clock;
    private int wrong;
    private Instant pausedUntil = Instant.MIN;

    CodeGuard(InstantSource clock) {
        this.clock = clock;
    }

    /// Tries a code.
    synchronized Verdict check(Secret code, Secret typed) {
        var now = clock.instant();
        if (now.isBefore(pausedUntil)) {
            return new Verdict.Paused(Duration.between(now, pausedUntil));
        }
        if (code.equals(typed)) {
            wrong = 0;
            return new Verdict.Right();
        }
        wrong++;
        if (wrong >= FREE_TRIES) {
            pausedUntil = now.plus(pause(wrong - FREE_TRIES));
        }
        return new Verdict.Wrong();
    }

    private static Duration pause(int doublings) {
        var pause = FIRST_PAUSE;
        for (int i = 0; i < doublings && pause.compareTo(LONGEST_PAUSE) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
