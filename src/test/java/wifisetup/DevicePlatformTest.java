package wifisetup;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wifisetup.device.PlatformLink;
import wifisetup.loop.Loop;
import wifisetup.loop.ManualTimer;
import wifisetup.loop.Step;
import wifisetup.network.simulated.Air;
import wifisetup.network.simulated.Pace;
import wifisetup.network.simulated.Radio;
import wifisetup.network.simulated.SimulatedWifi;
import wifisetup.setup.Memory;
import wifisetup.setup.SetupEffect;
import wifisetup.setup.SetupEvent;
import wifisetup.setup.SetupState;

@Timeout(value = 60, unit = SECONDS)
class DevicePlatformTest {
    @TempDir
    private Path directory;

    @Test
    void aDeviceThatDoesNotKnowWhoItIsIsRegisteredNowhere() throws Exception {
        Files.writeString(directory.resolve("device"), "in the way");
        var settings = Settings.of(Map.of(
                "state", new Settings.Value(directory.toString(), "test"),
                "platform", new Settings.Value("mqtt", "test"),
                "platform.host", new Settings.Value("127.0.0.1", "test")));
        var initial = SetupState.initial(Memory.NEW_DEVICE);
        var timer = new ManualTimer();
        InstantSource clock = InstantSource.system();
        try (var wifi = new SimulatedWifi(new Radio(Air.demo(), timer, Pace.all(Duration.ofMillis(1))));
                var setup = new Loop<SetupState, SetupEvent, SetupEffect>(
                        "setup",
                        (state, _) -> Step.to(state),
                        initial,
                        (_, _) -> {},
                        (_, _) -> new SetupEvent.Started("boot"));
                var device = new DeviceOnLan(settings, true, initial, wifi, timer, clock, new SecureRandom());
                var platform = new DevicePlatform(settings, initial, setup, device, wifi, timer, clock)) {
            var broken = new CompletableFuture<PlatformLink>();
            device.observe(Runnable::run, state -> {
                if (!(state.platform() instanceof PlatformLink.Off)) {
                    broken.complete(state.platform());
                }
            });
            platform.begin();
            assertThat(broken.join()).isEqualTo(new PlatformLink.Broken());
        }
        assertThat(directory.resolve("platform.db")).doesNotExist();
    }
}
