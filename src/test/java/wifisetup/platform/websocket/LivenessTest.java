package wifisetup.platform.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import wifisetup.loop.ManualTimer;
import wifisetup.platform.Limits;

/// Each time that a wait is cancelled here, that is too late: as if the timer's thread had begun with it already.
class LivenessTest {
    private final ManualTimer timer = new ManualTimer();
    private final AtomicInteger pings = new AtomicInteger();
    private final AtomicInteger ends = new AtomicInteger();
    private final Liveness liveness = new Liveness(
            (delay, action) -> {
                timer.after(delay, action);
                return () -> {};
            },
            Limits.DEFAULT,
            pings::incrementAndGet,
            ends::incrementAndGet);

    @Test
    void whoSpeaksAtTheLastMomentIsNotAsked() {
        liveness.heard();
        timer.advance(Limits.DEFAULT.silence().minusMillis(1));
        liveness.heard();

        timer.advance(Duration.ofMillis(1));

        assertThat(pings).hasValue(0);
    }

    @Test
    void whoSpeaksAsOftenAsIsAskedIsNeverGivenUp() {
        for (int i = 0; i < 10; i++) {
            liveness.heard();
            timer.advance(Limits.DEFAULT.silence());
        }
        assertThat(pings).hasValue(10);
        liveness.heard();
        timer.advance(Limits.DEFAULT.silence().minusMillis(1));

        assertThat(ends).hasValue(0);
    }

    @Test
    void whoDoesNotAnswerIsGivenUpOnce() {
        liveness.heard();
        timer.advance(Limits.DEFAULT.silence());

        timer.advance(Limits.DEFAULT.pong());
        liveness.heard();
        timer.advance(Duration.ofHours(1));

        assertThat(ends).hasValue(1);
        assertThat(pings).hasValue(1);
    }

    @Test
    void nobodyIsAskedAfterTheEnd() {
        liveness.heard();
        liveness.end();
        timer.advance(Duration.ofHours(1));

        assertThat(pings).hasValue(0);
        assertThat(ends).hasValue(0);
    }
}
