package wifisetup.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import wifisetup.loop.Cancellation;
import wifisetup.loop.ManualTimer;
import wifisetup.loop.SystemTimer;
import wifisetup.network.simulated.Air;
import wifisetup.network.simulated.Pace;
import wifisetup.network.simulated.Radio;
import wifisetup.network.simulated.SimulatedWifi;
import wifisetup.secret.Secret;

class SwitchableWifiTest {
    private final SystemTimer timer = new SystemTimer();
    private final Radio second = new Radio(Air.lab(), timer, Pace.all(Duration.ofMillis(1)));

    @AfterEach
    void close() {
        timer.close();
    }

    @Test
    void observersGoOnWithTheNextOneAndSeeThatItStarts() throws Exception {
        var statuses = new Statuses();
        try (var wifi = new SwitchableWifi(quick())) {
            wifi.observe(statuses);
            await(statuses.when(status -> status.adapter() instanceof Adapter.Ready));

            second.wired(true);
            wifi.switchTo(new SimulatedWifi(second));
            await(statuses.when(NetworkStatus::wired));
            second.wired(false);
            await(statuses.when(status -> !status.wired()));

            assertThat(statuses.shown())
                    .extracting(NetworkStatus::adapter)
                    .containsSubsequence(
                            statuses.shown().getLast().adapter(),
                            new Adapter.Starting(),
                            statuses.shown().getLast().adapter());
        }
    }

    @Test
    void aJoinByTheFormerOneEndsAsCancelled() throws Exception {
        var standing = new ManualTimer();
        var first = new Radio(Air.lab(), standing, Pace.all(Duration.ofSeconds(1)));
        try (var wifi = new SwitchableWifi(new SimulatedWifi(first))) {
            var stages = new Stages();
            var outcome = CompletableFuture.supplyAsync(() -> join(wifi, stages), Thread::startVirtualThread);
            await(stages.reached(JoinStage.PREPARING));

            wifi.switchTo(new SimulatedWifi(second));

            assertThat(await(outcome)).isEqualTo(new Failure.Cancelled());
            assertThat(join(wifi, new Stages())).isInstanceOf(Joined.class);
        }
    }

    @Test
    void whatTheFormerOneStillSaysIsNotShown() throws Exception {
        var first = new Radio(Air.lab(), timer, Pace.all(Duration.ofMillis(1)));
        var statuses = new Statuses();
        try (var wifi = new SwitchableWifi(new ForwardingWifi(new SimulatedWifi(first)) {
            @Override
            public void close() {
                // It goes on talking.
            }
        })) {
            wifi.observe(statuses);
            wifi.switchTo(new SimulatedWifi(second));
            await(statuses.when(status -> status.adapter() instanceof Adapter.Ready));
            first.adapter(new Adapter.Missing());
            second.wired(true);
            await(statuses.when(NetworkStatus::wired));

            assertThat(statuses.shown()).extracting(NetworkStatus::adapter).doesNotContain(new Adapter.Missing());
        }
    }

    @Test
    void everyOneIsClosedOnceAndAlsoOneThatComesTooLate() throws Exception {
        var closed = new AtomicInteger();
        var wifi = new SwitchableWifi(counting(closed));
        wifi.switchTo(counting(closed));
        assertThat(closed).hasValue(1);

        wifi.close();
        assertThat(closed).hasValue(2);
        wifi.close();
        assertThat(closed).hasValue(2);

        wifi.switchTo(counting(closed));
        assertThat(closed).hasValue(3);
    }

    @Test
    void theNextOneAnswers() throws Exception {
        second.remember(LabNetwork.HOME.id(), new Secret("correct-horse"));
        try (var wifi = new SwitchableWifi(quick())) {
            assertThat(wifi.saved()).isEmpty();

            wifi.switchTo(new SimulatedWifi(second));

            assertThat(wifi.saved()).hasSize(1);
            assertThat(wifi.scan(List.of())).isNotEmpty();
            assertThat(wifi.forget(LabNetwork.HOME.ssid())).isEqualTo(1);
        }
    }

    private Wifi quick() {
        return new SimulatedWifi(new Radio(Air.lab(), timer, Pace.all(Duration.ofMillis(1))));
    }

    private Wifi counting(AtomicInteger closed) {
        return new ForwardingWifi(quick()) {
            @Override
            public void close() {
                closed.incrementAndGet();
                super.close();
            }
        };
    }

    private static JoinOutcome join(Wifi wifi, Stages stages) {
        try {
            return wifi.join(LabNetwork.HOME.request(), new Cancellation(), stages);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static <T> T await(CompletableFuture<T> future) throws Exception {
        return future.get(20, TimeUnit.SECONDS);
    }
}
