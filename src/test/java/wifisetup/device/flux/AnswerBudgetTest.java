package wifisetup.device.flux;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import wifisetup.device.Samples;

class AnswerBudgetTest {
    private final AnswerBudget budget = new AnswerBudget();

    /// How many of 2,000 addresses are answered.
    private long answered(boolean near, Instant now) {
        return IntStream.range(0, 2000)
                .filter(i -> budget.take(InetAddress.ofLiteral("10.0." + i / 256 + "." + i % 256), near, now))
                .count();
    }

    @Test
    void addressesWithoutEndGetNoMoreAnswersThanTheDeviceGivesInAll() {
        assertThat(answered(true, Samples.NOW)).isEqualTo(64);
        assertThat(budget.isExhausted(Samples.NOW)).isTrue();
        assertThat(budget.isExhausted(Samples.NOW.plusSeconds(1))).isFalse();
        assertThat(answered(true, Samples.NOW.plusSeconds(1))).isEqualTo(32);
    }

    @Test
    void allThoseBehindARouterGetAsMuchAsOneOnTheNetwork() {
        assertThat(answered(false, Samples.NOW)).isEqualTo(8);
        assertThat(budget.isExhausted(Samples.NOW)).isFalse();
        assertThat(answered(false, Samples.NOW.plusSeconds(1))).isEqualTo(2);
        assertThat(budget.take(Samples.LAPTOP, true, Samples.NOW.plusSeconds(1)))
                .isTrue();
    }

    @Test
    void aClockThatIsSetBackSilencesNobody() {
        assertThat(answered(true, Samples.NOW)).isEqualTo(64);
        assertThat(answered(true, Samples.NOW.minusSeconds(86_400))).isEqualTo(64);
    }
}
