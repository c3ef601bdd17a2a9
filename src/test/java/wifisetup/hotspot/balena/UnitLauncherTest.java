package wifisetup.hotspot.balena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.connections.BusAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wifisetup.dbus.PrivateBus;
import wifisetup.loop.SystemTimer;
import wifisetup.network.Failure;
import wifisetup.network.Ssid;
import wifisetup.secret.Secret;

/// The program by a unit of systemd: a fake one, on a bus of our own.
@SuppressWarnings("NullAway.Init") // before each test, and by JUnit
class UnitLauncherTest {
    private static final Ssid OURS = Ssid.of("OVOS");
    private static final PortalValues VALUES = new PortalValues(Map.of("PORTAL_SSID", new Secret("OVOS")));
    private static final String UNIT = "wifi-setup-hotspot.service";

    @TempDir
    private Path directory;

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final SystemTimer timer = new SystemTimer();
    private PrivateBus bus;
    private FakeSystemd systemd;
    private UnitLauncher launcher;
    private Path pipe;

    @BeforeEach
    void begin() throws Exception {
        bus = new PrivateBus();
        systemd = new FakeSystemd(bus.address(), directory.resolve("hotspot"));
        pipe = directory.resolve("output");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        launcher = new UnitLauncher(BusAddress.of(bus.address()), directory, pipe, timer);
    }

    @AfterEach
    void end() throws Exception {
        systemd.close();
        bus.close();
        timer.close();
    }

    @Test
    void theUnitGetsTheValuesInAFileOfThisUsersAloneThatIsDeletedAtOnce() throws Exception {
        try (var _ = launcher.launch(VALUES, OURS, new Ear())) {
            assertThat(systemd.handed()).isEqualTo("rw-------\nPORTAL_SSID=OVOS\n");
            assertThat(directory.toFile().list()).containsExactly("output");
        }
        assertThat(systemd.calls()).containsExactly("start " + UNIT, "stop " + UNIT);
    }

    @Test
    void allThatItPrintsIsHeardAndThenItsEnd() throws Exception {
        try (var _ = launcher.launch(VALUES, OURS, new Ear())) {
            Files.writeString(pipe, "Starting access point...\nhalf a line", StandardOpenOption.WRITE);
            systemd.ends(1, 12);

            assertThat(next()).isEqualTo("Starting access point...");
            assertThat(next()).isEqualTo("half a line");
            assertThat(next()).isEqualTo("exited 12");
        }
        assertThat(systemd.calls()).containsExactly("start " + UNIT);
    }

    @Test
    void aUnitThatEndsBeforeItSaysAnythingIsOver() throws Exception {
        try (var _ = launcher.launch(VALUES, OURS, new Ear())) {
            systemd.ends(2, 9);

            assertThat(next()).isEqualTo("exited 137");
        }
    }

    @Test
    void otherUnitsMayComeAndGoWhileItIsLookedFor() throws Exception {
        systemd.isBusy();

        try (var _ = launcher.launch(VALUES, OURS, new Ear())) {
            systemd.ends(1, 0);

            assertThat(next()).isEqualTo("exited 0");
        }
    }

    @Test
    void aStopIsSystemdsBusiness() throws Exception {
        try (var run = launcher.launch(VALUES, OURS, new Ear())) {
            Files.writeString(pipe, "x\n", StandardOpenOption.WRITE);
            run.interrupt();

            assertThat(next()).isEqualTo("x");
            assertThat(next()).isEqualTo("exited 0");
        }
        assertThat(systemd.calls()).containsExactly("start " + UNIT, "stop " + UNIT);
    }

    @Test
    void anInterruptedThreadStopsItToo() throws Exception {
        var run = launcher.launch(VALUES, OURS, new Ear());

        Thread.currentThread().interrupt();
        run.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(systemd.calls()).containsExactly("start " + UNIT, "stop " + UNIT);
    }

    @Test
    void aStartThatIsInterruptedIsTakenBack() throws Exception {
        systemd.starts("");
        var ended = new CompletableFuture<Throwable>();
        var thread = Thread.ofPlatform().start(() -> {
            try (var run = launcher.launch(VALUES, OURS, new Ear())) {
                ended.completeExceptionally(new AssertionError("it runs: " + run));
            } catch (LaunchException | InterruptedException failure) {
                ended.complete(failure);
            }
        });
        while (systemd.calls().isEmpty()) {
            Thread.onSpinWait();
        }
        thread.interrupt();

        assertThat(ended.get(20, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        assertThat(systemd.calls()).containsExactly("start " + UNIT, "stop " + UNIT);
    }

    @Test
    void aUnitThatCannotBeRunSaysWhy() throws Exception {
        systemd.starts("failed");

        assertThatThrownBy(() -> launcher.launch(VALUES, OURS, new Ear()))
                .isInstanceOfSatisfying(
                        LaunchException.class,
                        refused -> assertThat(refused.failure())
                                .isEqualTo(new Failure.Other(
                                        "wifi-connect: systemd could not read its settings (exit code 243)")));
        assertThat(directory.resolve("hotspot")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "org.freedesktop.DBus.Error.AccessDenied, denied",
        "org.freedesktop.DBus.Error.InteractiveAuthorizationRequired, denied",
        "org.freedesktop.systemd1.NoSuchUnit, backend_unavailable",
        "org.freedesktop.systemd1.LoadFailed, backend_unavailable",
        "org.freedesktop.systemd1.UnitMasked, failed"
    })
    void aRefusalHasItsKind(String error, String reason) throws Exception {
        systemd.refuse(error);

        assertThatThrownBy(() -> launcher.launch(VALUES, OURS, new Ear()))
                .isInstanceOfSatisfying(
                        LaunchException.class,
                        refused -> assertThat(refused.failure().reason()).isEqualTo(reason));
    }

    @Test
    void withoutSystemdItIsUnavailable() throws Exception {
        systemd.close();

        assertThatThrownBy(() -> launcher.launch(VALUES, OURS, new Ear()))
                .isInstanceOfSatisfying(
                        LaunchException.class,
                        refused -> assertThat(refused.failure()).isInstanceOf(Failure.BackendUnavailable.class));
    }

    @Test
    void aBusThatIsLostIsSaid() throws Exception {
        try (var _ = launcher.launch(VALUES, OURS, new Ear())) {
            bus.close();

            assertThat(next()).startsWith("lost ");
        }
    }

    @Test
    void theUnitOfAKioskThatDiedIsStopped() throws Exception {
        systemd.runs();

        assertThat(launcher.endOrphan()).isEmpty();
        assertThat(launcher.endOrphan()).isEmpty();

        assertThat(systemd.calls()).containsExactly("stop " + UNIT);
    }

    private String next() throws InterruptedException {
        return String.valueOf(heard.poll(20, TimeUnit.SECONDS));
    }

    private final class Ear implements Launcher.Ear {
        @Override
        public void said(String line) {
            heard.add(line);
        }

        @Override
        public void exited(int code) {
            heard.add("exited " + code);
        }

        @Override
        public void lost(Failure failure) {
            heard.add("lost " + failure);
        }
    }
}
