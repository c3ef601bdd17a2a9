package wifisetup.device;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import wifisetup.loop.Cancellation;
import wifisetup.loop.ManualTimer;
import wifisetup.loop.SystemTimer;
import wifisetup.network.Checkpoint;
import wifisetup.network.Connectivity;
import wifisetup.network.Credentials;
import wifisetup.network.Failure;
import wifisetup.network.ForwardingWifi;
import wifisetup.network.IpSettings;
import wifisetup.network.JoinRequest;
import wifisetup.network.JoinStage;
import wifisetup.network.Joined;
import wifisetup.network.Link;
import wifisetup.network.NetworkTrials;
import wifisetup.network.Ssid;
import wifisetup.network.TrialOutcome;
import wifisetup.network.WifiException;
import wifisetup.network.simulated.Air;
import wifisetup.network.simulated.Pace;
import wifisetup.network.simulated.Radio;
import wifisetup.network.simulated.SimulatedWifi;
import wifisetup.secret.Secret;

/// A trial by a radio that does what a test says.
@Timeout(value = 60, unit = SECONDS)
class TrialRunTest {
    private static final DeviceEffect.Try ATTEMPT = new DeviceEffect.Try(
            1,
            new NetworkChange.Wifi(
                    Ssid.of("Workshop"),
                    false,
                    Optional.empty(),
                    new Credentials.Passphrase(new Secret("a passphrase")),
                    IpSettings.AUTOMATIC),
            Duration.ofSeconds(60),
            7);

    private static final Joined JOINED =
            new Joined(new Link.Up(Ssid.of("Workshop"), List.of("192.0.2.9"), Optional.empty()), Connectivity.FULL);

    private final ManualTimer timer = new ManualTimer();
    private final BlockingQueue<DeviceEvent> events = new LinkedBlockingQueue<>();

    /// A radio whose trials succeed at once, and whose networks cannot be kept: somebody has joined another.
    private static final class Scripted implements NetworkTrials, Checkpoint {
        private final CompletableFuture<Consumer<? super Checkpoint.End>> end = new CompletableFuture<>();
        private final boolean returns;

        private Scripted(boolean returns) {
            this.returns = returns;
        }

        @Override
        public boolean canReturn() {
            return returns;
        }

        @Override
        public TrialOutcome joinOnTrial(
                JoinRequest request,
                Duration limit,
                Cancellation cancellation,
                Consumer<? super JoinStage> progress,
                Consumer<? super Checkpoint.End> ended) {
            progress.accept(JoinStage.AUTHENTICATING);
            end.complete(ended);
            return new TrialOutcome.OnTrial(JOINED, this);
        }

        @Override
        public void keep() throws WifiException {
            throw new WifiException(new Failure.Cancelled());
        }

        @Override
        public void rollBack() {}
    }

    /// Runs `course` with a trial of that radio.
    private void with(Scripted radio, Course course) throws Exception {
        try (var time = new SystemTimer();
                var air = new SimulatedWifi(new Radio(Air.demo(), time, Pace.all(Duration.ofMillis(1))))) {
            course.run(new TrialRun(radio, air, timer));
        }
    }

    @FunctionalInterface
    private interface Course {
        void run(TrialRun trials) throws Exception;
    }

    private void begun(TrialRun trials) throws InterruptedException {
        assertThat(trials.begin(ATTEMPT, events::add)).isTrue();
        timer.advance(Duration.ofSeconds(1));
        assertThat(events.take()).isEqualTo(new DeviceEvent.TrialAdvanced(1, JoinStage.AUTHENTICATING));
        assertThat(events.take()).isEqualTo(new DeviceEvent.TrialReached(1));
    }

    @Test
    void aTrialThatCouldNotReturnIsNotBegun() throws Exception {
        with(new Scripted(false), trials -> {
            assertThat(trials.begin(ATTEMPT, events::add)).isFalse();
            assertThat(timer.waiting()).isZero();
        });
    }

    @Test
    void whatIsTakenBackWhileTheRadioIsAskedDoesNotBegin() throws Exception {
        try (var time = new SystemTimer();
                var air = new SimulatedWifi(new Radio(Air.demo(), time, Pace.all(Duration.ofMillis(1))))) {
            var trials = new CompletableFuture<TrialRun>();
            var radio = new ForwardingWifi(air) {
                @Override
                public boolean canReturn() {
                    // Whoever goes back waits for the trial's end: the test does not.
                    Thread.currentThread().interrupt();
                    assertThatThrownBy(() -> trials.join().goBack(1)).isInstanceOf(InterruptedException.class);
                    return true;
                }
            };
            trials.complete(new TrialRun(radio, air, timer));
            assertThat(trials.join().begin(ATTEMPT, events::add)).isFalse();
            assertThat(timer.waiting()).isZero();
        }
    }

    @Test
    void whoeverKeepsANetworkThatWasReplacedHearsSo() throws Exception {
        with(new Scripted(true), trials -> {
            begun(trials);
            assertThat(trials.stay(1)).isEqualTo(Checkpoint.End.REPLACED);
        });
    }

    @Test
    void nothingIsRememberedOfATrialThatWasReplaced() throws Exception {
        var radio = new Scripted(true);
        with(radio, trials -> {
            begun(trials);
            radio.end.join().accept(Checkpoint.End.REPLACED);
            assertThat(events.take()).isEqualTo(new DeviceEvent.TrialOver(1));
            // Of one that is known the radio would be asked, and say that it was replaced.
            assertThat(trials.stay(1)).isEqualTo(Checkpoint.End.RETURNED);
        });
    }
}
