package wifisetup;

import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import wifisetup.loop.SystemTimer;

class ClosedTimerTest {
    @Test
    void aClosedTimerForgetsWhatItIsAskedFor() {
        var timer = new SystemTimer();
        timer.close();

        assertThatNoException()
                .isThrownBy(() -> timer.after(Duration.ZERO, () -> {}).cancel());
    }
}
