package wifisetup.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SystemTimerTest {
    @Test
    void anActionRunsAfterItsDelayAndACancelledOneDoesNot() throws Exception {
        try (var timer = new SystemTimer()) {
            var cancelledRan = new AtomicBoolean();
            var ran = new CompletableFuture<Long>();
            long asked = System.nanoTime();
            timer.after(Duration.ofMillis(10), () -> cancelledRan.set(true)).cancel();

            timer.after(Duration.ofMillis(20), () -> ran.complete(System.nanoTime()));

            assertThat(ran.get(20, TimeUnit.SECONDS) - asked)
                    .isGreaterThanOrEqualTo(Duration.ofMillis(20).toNanos());
            assertThat(cancelledRan).isFalse();
        }
    }

    @Test
    void whatIsToWaitForEverWaits() {
        try (var timer = new SystemTimer()) {
            var ran = new AtomicBoolean();

            timer.after(ChronoUnit.FOREVER.getDuration(), () -> ran.set(true)).cancel();

            assertThat(ran).isFalse();
        }
    }
}
