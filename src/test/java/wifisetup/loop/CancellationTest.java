package wifisetup.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CancellationTest {
    private final Cancellation cancellation = new Cancellation();
    private final AtomicInteger told = new AtomicInteger();

    @Test
    void whoWaitsIsToldOnceHoweverOftenSomebodyAsks() {
        cancellation.onCancel(told::incrementAndGet);
        assertThat(cancellation.isCancelled()).isFalse();
        assertThat(told).hasValue(0);

        cancellation.cancel();
        cancellation.cancel();

        assertThat(cancellation.isCancelled()).isTrue();
        assertThat(told).hasValue(1);
    }

    @Test
    void whoComesLateIsToldAtOnce() {
        cancellation.cancel();

        cancellation.onCancel(told::incrementAndGet);

        assertThat(told).hasValue(1);
    }
}
