package wifisetup.network.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import wifisetup.loop.Timer;
import wifisetup.network.Adapter;
import wifisetup.network.Connectivity;
import wifisetup.network.Link;
import wifisetup.network.NetworkStatus;
import wifisetup.network.Wire;

@Timeout(20)
class LastStatusTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final NetworkStatus WIRED =
            new NetworkStatus(new Adapter.Missing(), new Link.Down(), Wire.UP, Connectivity.FULL, 0);

    @Test
    void whatIsSoAlreadyIsNotWaitedFor() throws Exception {
        var status = new LastStatus((_, _) -> () -> {});
        status.accept(WIRED);

        status.await(NetworkStatus::wired, LIMIT);

        assertThat(status.get()).isEqualTo(WIRED);
    }

    @Test
    void whatComesIsWaitedFor() throws Exception {
        var waiting = new CompletableFuture<Void>();
        var status = new LastStatus((_, _) -> {
            waiting.complete(null);
            return () -> {};
        });
        var waited = CompletableFuture.runAsync(() -> await(status), Thread::startVirtualThread);
        waiting.get(20, TimeUnit.SECONDS);
        assertThat(waited).isNotDone();

        status.accept(WIRED);

        waited.get(20, TimeUnit.SECONDS);
    }

    @Test
    void whatDoesNotComeIsGivenUp() throws Exception {
        Timer atOnce = (delay, action) -> {
            assertThat(delay).isEqualTo(LIMIT);
            action.run();
            return () -> {};
        };

        await(new LastStatus(atOnce));
    }

    private static void await(LastStatus status) {
        try {
            status.await(NetworkStatus::wired, LIMIT);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
