package wifisetup.hotspot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import wifisetup.hotspot.portal.CodeGuard.Verdict;
import wifisetup.secret.Secret;

class CodeGuardTest {
    private static final Secret CODE = new Secret("0427");
    private static final Secret OTHER = new Secret("0428");

    private Instant now = Instant.parse("2026-01-01T10:00:00Z");
    private final CodeGuard guard = new CodeGuard(() -> now);

    @Test
    void theCodeOnTheScreenIsRight() {
        assertThat(guard.check(CODE, CODE)).isEqualTo(new Verdict.Right());
        assertThat(guard.check(CODE, Secret.EMPTY)).isEqualTo(new Verdict.Wrong());
    }

    @Test
    void thePauseGrowsWithEachWrongCodeAndEvenTheRightOneWaits() {
        for (int i = 0; i < CodeGuard.FREE_TRIES; i++) {
            assertThat(guard.check(CODE, OTHER)).isEqualTo(new Verdict.Wrong());
        }
        for (int seconds : new int[] {30, 60, 120, 240, 480, 900, 900}) {
            assertThat(guard.check(CODE, CODE)).isEqualTo(new Verdict.Paused(Duration.ofSeconds(seconds)));
            now = now.plusSeconds(seconds);
            assertThat(guard.check(CODE, OTHER)).isEqualTo(new Verdict.Wrong());
        }
    }

    @Test
    void toTryAllCodesTakesMonths() {
        int tried = 0;
        var end = now.plus(Duration.ofDays(1));
        while (now.isBefore(end)) {
            if (guard.check(CODE, OTHER) instanceof Verdict.Paused(var rest)) {
                now = now.plus(rest);
            } else {
                tried++;
            }
        }
        assertThat(tried).isLessThan(110);
    }

    @Test
    void afterTheRightCodeTheTriesBeginAnew() {
        for (int i = 0; i < CodeGuard.FREE_TRIES - 1; i++) {
            guard.check(CODE, OTHER);
        }
        guard.check(CODE, CODE);
        guard.check(CODE, OTHER);
        assertThat(guard.check(CODE, CODE)).isEqualTo(new Verdict.Right());
    }
}
