package wifisetup.platform;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {
    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void aPauseIsShortenedByAPartOfItself(double jitter) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limits(Duration.ofSeconds(1), 20, jitter))
                .withMessageContaining("jitter");
    }

    @Test
    void timesArePositiveAndHaveAnEnd() {
        assertThatIllegalArgumentException().isThrownBy(() -> limits(Duration.ZERO, 20, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> limits(Duration.ofSeconds(-1), 20, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> limits(ChronoUnit.FOREVER.getDuration(), 20, 0));
    }

    @Test
    void pausesGrowOnceAtLeast() {
        assertThatIllegalArgumentException().isThrownBy(() -> limits(Duration.ofSeconds(1), 0, 0));
    }

    private static Limits limits(Duration time, int mostRetries, double jitter) {
        return new Limits(time, time, time, time, time, mostRetries, time, jitter);
    }
}
