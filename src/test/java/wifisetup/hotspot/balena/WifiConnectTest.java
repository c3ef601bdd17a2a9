package wifisetup.hotspot.balena;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet4Address;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wifisetup.hotspot.Access;
import wifisetup.hotspot.HotspotEnd;
import wifisetup.hotspot.HotspotRequest;
import wifisetup.hotspot.HotspotState;
import wifisetup.hotspot.HotspotState.Visit;
import wifisetup.loop.Cancellation;
import wifisetup.loop.ManualTimer;
import wifisetup.network.Connectivity;
import wifisetup.network.Failure;
import wifisetup.network.JoinStage;
import wifisetup.network.Joined;
import wifisetup.network.Ssid;
import wifisetup.network.WifiException;
import wifisetup.network.hosted.AccessPoint;
import wifisetup.network.hosted.AccessPointNews;
import wifisetup.network.hosted.AccessPointOffer;
import wifisetup.secret.Secret;

/// Sessions with real processes: a stand-in for the program, which a test drives line by line.
class WifiConnectTest {
    private static final Ssid OURS = Ssid.of("OVOS");
    private static final Ssid HOME = Ssid.of("HomeNet");
    private static final URI PAGE = URI.create("http://192.168.42.1/");
    private static final String[] OPENED = {
        "say Access points: [\"HomeNet\", \"CafeOpen\"]",
        "say Starting access point...",
        "say Access point 'OVOS' created",
        "say Starting HTTP server on 192.168.42.1:80"
    };

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    private Path directory;

    private final CopyOnWriteArrayList<String> deeds = new CopyOnWriteArrayList<>();
    private final Air air = new Air(deeds);
    private final ManualTimer timer = new ManualTimer();
    private final Told told = new Told();
    private final Cancellation cancellation = new Cancellation();
    private Optional<Thread> session = Optional.empty();

    @SuppressWarnings("NullAway.Init") // before each test
    private StandIn program;

    @BeforeEach
    void install() throws Exception {
        program = StandIn.in(directory);
    }

    @AfterEach
    void leaveNothingBehind() throws Exception {
        session.ifPresent(Thread::interrupt);
        if (session.isPresent()) {
            session.get().join(Duration.ofSeconds(20));
            assertThat(ProcessTable.OF_THIS_MACHINE.session(pid())).isEmpty();
        }
    }

    @Test
    void aJoinThatNetworkManagerConfirmsIsTheEnd() throws Exception {
        var end = begin();
        program.does(OPENED);
        told.await(HotspotState.Open.class, open -> open.page().equals(PAGE));
        program.does("say User connected to the captive portal");
        told.await(HotspotState.Open.class, open -> open.visit() == Visit.CHOOSING);
        program.does(
                "say Stopping access point 'OVOS'...",
                "say Access point 'OVOS' stopped",
                "say Connecting to access point 'HomeNet'...");
        told.await(HotspotState.Connecting.class, connecting -> connecting.stage() == JoinStage.PREPARING);
        air.becomes(Air.joining(HOME));
        told.await(HotspotState.Connecting.class, connecting -> connecting.stage() == JoinStage.AUTHENTICATING);
        air.becomes(Air.on(HOME, Connectivity.FULL));
        program.does("say Internet connectivity established", "exit 0");

        assertThat(end.get(20, TimeUnit.SECONDS))
                .isEqualTo(new HotspotEnd.Connected(new Joined(Air.up(HOME), Connectivity.FULL)));
        assertThat(deeds).containsExactly("leftovers OVOS", "copy", "leftovers OVOS");
    }

    @Test
    void theProgramIsToldByItsEnvironmentAlone() throws Exception {
        var end = begin();
        program.does(OPENED);
        told.await(HotspotState.Open.class, _ -> true);

        assertThat(program.environment())
                .containsEntry("PORTAL_SSID", "OVOS")
                .containsEntry("PORTAL_PASSPHRASE", "correct-horse")
                .containsEntry("PORTAL_GATEWAY", "192.168.42.1")
                .containsEntry("PORTAL_DHCP_RANGE", "192.168.42.2,192.168.42.254")
                .containsEntry("PORTAL_LISTENING_PORT", "80")
                .containsEntry("ACTIVITY_TIMEOUT", "600")
                .doesNotContainKeys("RUST_LOG", "UI_DIRECTORY", "PORTAL_INTERFACE");
        assertThat(program.read("arguments")).isEmpty();
        var ids = program.read("ids").split(" +", -1);
        assertThat(ids[1]).as("process group").isEqualTo(ids[0]);
        assertThat(ids[2]).as("session").isEqualTo(ids[0]);

        cancellation.cancel();
        assertThat(end.get(20, TimeUnit.SECONDS)).isEqualTo(new HotspotEnd.Cancelled());
    }

    @Test
    void aWrongPasswordIsToldWhenTheAccessPointIsBackAndWhatWasDeletedIsPutBackBefore() throws Exception {
        var end = begin();
        program.does(OPENED);
        program.does(
                "say Stopping access point 'OVOS'...",
                "say Access point 'OVOS' stopped",
                "say Connecting to access point 'HomeNet'...",
                "say [wifi_connect::network:WARN] Connection to access point not activated 'HomeNet': Deactivated",
                "say Starting access point...",
                "say Access point 'OVOS' created");
        var open = told.await(HotspotState.Open.class, state -> state.last().isPresent());
        assertThat(open.last()).contains(new HotspotState.FailedJoin(HOME, new Failure.WrongPassword()));
        assertThat(deeds).contains("put back");

        program.does("exit 0");
        assertThat(end.get(20, TimeUnit.SECONDS)).isEqualTo(new HotspotEnd.TimedOut());
        assertThat(deeds).containsExactly("leftovers OVOS", "copy", "put back", "leftovers OVOS", "put back");
    }

    @Test
    void aProgramThatHearsNoSignalIsKilledWithAllThatItStarted() throws Exception {
        var end = begin();
        program.does("deaf", "child");
        program.does(OPENED);
        told.await(HotspotState.Open.class, _ -> true);
        var child = program.child();

        cancellation.cancel();
        assertThat(end).isNotDone();
        untilTheTimerWaits();
        timer.advance(WifiConnectCourse.STOP);

        assertThat(end.get(20, TimeUnit.SECONDS)).isEqualTo(new HotspotEnd.Cancelled());
        child.onExit().get(20, TimeUnit.SECONDS);
        assertThat(deeds).endsWith("leftovers OVOS", "put back");
    }

    @Test
    void aProgramThatDiesLeavesNoProcessAndNoHalfAJoin() throws Exception {
        var end = begin();
        program.does("child");
        program.does(OPENED);
        told.await(HotspotState.Open.class, _ -> true);
        var child = program.child();
        program.does("say Stopping access point 'OVOS'...", "say Connecting to access point 'HomeNet'...", "die KILL");

        assertThat(end.get(20, TimeUnit.SECONDS))
                .isEqualTo(new HotspotEnd.Failed(new Failure.Other("wifi-connect: signal 9 ended it (exit code 137)")));
        child.onExit().get(20, TimeUnit.SECONDS);
        assertThat(deeds).endsWith("leftovers OVOS", "forget HomeNet", "put back");
        assertThat(directory.resolve("state/wifi-connect.run")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void aProgramThatPanicsAtAnyStepIsAFailure(int step) throws Exception {
        var end = begin();
        for (int i = 0; i < step; i++) {
            program.does(OPENED[i]);
        }
        program.does("say thread 'main' panicked at 'oh', src/main.rs:1:1", "exit 101");

        assertThat(end.get(20, TimeUnit.SECONDS))
                .isEqualTo(new HotspotEnd.Failed(new Failure.Other("wifi-connect: it crashed (exit code 101)")));
        assertThat(deeds).endsWith("leftovers OVOS", "put back");
    }

    @Test
    void theProgramsOwnLastWordsAreTheDetail() throws Exception {
        var end = begin();
        program.does(
                "raw \\033[1;31mError: Cannot start HTTP server on '192.168.42.1:80': in use\\033[0m\\n",
                "say   caused by: Address already in use (os error 98)",
                "exit 17");

        assertThat(end.get(20, TimeUnit.SECONDS))
                .isEqualTo(new HotspotEnd.Failed(new Failure.Other("wifi-connect: the page could not be served"
                        + " (exit code 17): Cannot start HTTP server on '192.168.42.1:80': in use;"
                        + " Address already in use (os error 98)")));
    }

    @Test
    void hundredMegabytesOfOutputAndOddBytesDoNoHarm() throws Exception {
        var end = begin();
        program.does("raw \\377\\376\\000\\r\\n", "flood 100", "raw \\n");
        program.does(OPENED);
        told.await(HotspotState.Open.class, _ -> true);
        program.does("flurry 100000", "part Error: half a line", "exit 1");

        assertThat(end.get(60, TimeUnit.SECONDS))
                .isEqualTo(
                        new HotspotEnd.Failed(new Failure.Other("wifi-connect: it failed (exit code 1): half a line")));
    }

    @Test
    void aWireThatComesUpEndsIt() throws Exception {
        var end = begin();
        program.does(OPENED);
        told.await(HotspotState.Open.class, _ -> true);

        air.becomes(Air.wired());

        assertThat(end.get(20, TimeUnit.SECONDS)).isEqualTo(new HotspotEnd.Wired());
    }

    @Test
    void whatAKioskThatDiedHasLeftIsEndedFirst() throws Exception {
        var other = Files.createDirectory(directory.resolve("other"));
        var orphan = StandIn.in(other);
        var launcher = launcher(orphan);
        var _ = launcher.launch(
                PortalValues.of(settings(), access(Ssid.of("Old"))),
                Ssid.of("Old"),
                new Session(new WifiConnectCourse(PAGE, false, Set.of()), new NoCare(), timer, told));
        orphan.does("deaf", "child", "mark ready");
        orphan.does("part ");
        awaitFile(other.resolve("ready"));
        var child = orphan.child();
        var leader = ProcessHandle.of(Long.parseLong(orphan.read("ids").split(" ", 2)[0]))
                .orElseThrow();

        var hotspot = hotspot(launcher(program));
        var ended = run(() -> {
            hotspot.endOrphan();
            return true;
        });
        assertThat(ended.get(30, TimeUnit.SECONDS)).isTrue();

        leader.onExit().get(20, TimeUnit.SECONDS);
        child.onExit().get(20, TimeUnit.SECONDS);
        assertThat(deeds).containsExactly("leftovers Old");
        session = Optional.empty();
    }

    @Test
    void aLaterProcessOfTheSameNumberIsLeftAlone() throws Exception {
        var bystander = new ProcessBuilder("sleep", "600").start();
        try {
            var table = ProcessTable.OF_THIS_MACHINE;
            long start = table.find(bystander.pid()).orElseThrow().start();
            for (long remembered : new long[] {start, start - 1}) {
                new RunRecord(
                                table.boot(),
                                bystander.pid(),
                                remembered,
                                program.program().toString(),
                                OURS)
                        .write(directory.resolve("state/wifi-connect.run"));
                assertThat(launcher(program).endOrphan()).contains(OURS);
                assertThat(bystander.isAlive()).isTrue();
            }
        } finally {
            bystander.destroyForcibly();
        }
    }

    @Test
    void aProgramThatIsNotThereIsAFailure() throws Exception {
        Files.delete(program.program());

        assertThat(begin().get(20, TimeUnit.SECONDS))
                .isEqualTo(new HotspotEnd.Failed(
                        new Failure.BackendUnavailable("wifi-connect: it is not there (exit code 127)")));
        session = Optional.empty();
    }

    @Test
    void whereNoCopyCanBeMadeASessionRunsWithout() throws Exception {
        var hotspot = new WifiConnect(
                settings(),
                launcher(program),
                air,
                new DeletedAccessPoints(),
                () -> {
                    throw new WifiException(new Failure.Denied("secrets"));
                },
                timer);
        var end = run(() -> hotspot.run(HotspotRequest.of(access(OURS)), cancellation, told));
        program.does(OPENED);
        program.does("exit 0");

        assertThat(end.get(20, TimeUnit.SECONDS)).isEqualTo(new HotspotEnd.TimedOut());
    }

    @Test
    void aDamagedMemoryOfWhatRanEndsNothing() throws Exception {
        var record = directory.resolve("state/wifi-connect.run");
        Files.createDirectories(record.getParent());
        for (String damaged : List.of("", "boot\n1\n1\n/x\nzz", "boot\n-\n1\n/x\n00", "\0\0\0\n", "a\nb\nc\nd\ne\nf")) {
            Files.writeString(record, damaged);

            assertThat(launcher(program).endOrphan()).isEmpty();
            assertThat(record).doesNotExist();
        }
    }

    @Test
    void whatRanBeforeTheMachineWasStartedAnewIsNotLookedForButItsAccessPointIs() throws Exception {
        long start = ProcessTable.OF_THIS_MACHINE
                .find(ProcessHandle.current().pid())
                .orElseThrow()
                .start();
        new RunRecord("an earlier one", ProcessHandle.current().pid(), start, "java", OURS)
                .write(directory.resolve("state/wifi-connect.run"));

        assertThat(launcher(program).endOrphan()).contains(OURS);
    }

    @Test
    void aSessionWhoseThreadIsInterruptedLeavesNothing() throws Exception {
        var _ = begin();
        program.does("deaf");
        program.does(OPENED);
        told.await(HotspotState.Open.class, _ -> true);

        session.orElseThrow().interrupt();
        session.orElseThrow().join(Duration.ofSeconds(20));

        assertThat(deeds).endsWith("leftovers OVOS", "put back");
    }

    @Test
    void whoClearsUpAtTheStartNeverTakesASessionForAnOrphan() throws Exception {
        var launcher = new StagedLauncher(_ -> {});
        var hotspot = hotspot(launcher);
        var end = run(() -> hotspot.run(HotspotRequest.of(access(OURS)), cancellation, told));
        var ear = launcher.launched.get(20, TimeUnit.SECONDS);
        session = Optional.empty();

        var cleared = run(() -> {
            hotspot.endOrphan();
            return true;
        });
        untilItWaits(session.orElseThrow());
        session = Optional.empty();
        ear.exited(0);

        assertThat(end.get(20, TimeUnit.SECONDS)).isEqualTo(new HotspotEnd.TimedOut());
        assertThat(cleared.get(20, TimeUnit.SECONDS)).isTrue();
        assertThat(deeds).containsSubsequence("launch", "close", "orphan").containsOnlyOnce("launch");
    }

    @Test
    void anInterruptWhileTheProgramEndsLeavesNothingEither() throws Exception {
        var launcher = new StagedLauncher(Thread::interrupt);
        var end = run(() -> hotspot(launcher).run(HotspotRequest.of(access(OURS)), cancellation, told));
        var ear = launcher.launched.get(20, TimeUnit.SECONDS);
        session = Optional.empty();

        ear.exited(0);

        assertThat(end.get(20, TimeUnit.SECONDS)).isEqualTo(new HotspotEnd.TimedOut());
        assertThat(deeds).endsWith("close", "leftovers OVOS", "put back");
    }

    private CompletableFuture<HotspotEnd> begin() {
        var hotspot = hotspot(launcher(program));
        return run(() -> hotspot.run(HotspotRequest.of(access(OURS)), cancellation, told));
    }

    private <T> CompletableFuture<T> run(Callable<T> work) {
        var result = new CompletableFuture<T>();
        var thread = new Thread(() -> {
            try {
                result.complete(work.call());
            } catch (Exception failure) {
                result.completeExceptionally(failure);
            }
        });
        session = Optional.of(thread);
        thread.start();
        return result;
    }

    private WifiConnect hotspot(Launcher launcher) {
        return new WifiConnect(
                settings(),
                launcher,
                air,
                new DeletedAccessPoints(),
                () -> {
                    deeds.add("copy");
                    return () -> {
                        askedInPeace();
                        deeds.add("put back");
                        return 1;
                    };
                },
                timer);
    }

    private RootLauncher launcher(StandIn standIn) {
        return new RootLauncher(
                standIn.program(),
                Optional.empty(),
                directory.resolve("state/wifi-connect.run"),
                StandardCharsets.UTF_8,
                ProcessTable.OF_THIS_MACHINE,
                timer);
    }

    private WifiConnectSettings settings() {
        return new WifiConnectSettings(
                "wifi-connect",
                Optional.empty(),
                Inet4Address.ofLiteral("192.168.42.1"),
                80,
                Duration.ofMinutes(10),
                Optional.empty(),
                directory.resolve("state"),
                directory);
    }

    private static Access access(Ssid ssid) {
        return new Access(ssid, new Secret("correct-horse"), Optional.empty());
    }

    private long pid() throws Exception {
        return Long.parseLong(program.read("ids").split(" ", 2)[0]);
    }

    /// The session's thread answers the cancellation in its own time.
    private void untilTheTimerWaits() {
        while (timer.waiting() == 0) {
            Thread.onSpinWait();
        }
    }

    /// As the bus does, whose calls an interrupt ends.
    private static void askedInPeace() throws WifiException {
        if (Thread.currentThread().isInterrupted()) {
            throw new WifiException(new Failure.Cancelled());
        }
    }

    private static void untilItWaits(Thread thread) {
        while (thread.getState() != Thread.State.WAITING && thread.isAlive()) {
            Thread.onSpinWait();
        }
    }

    private static void awaitFile(Path file) {
        while (!Files.exists(file)) {
            Thread.onSpinWait();
        }
    }

    /// Starts nothing, and tells of it.
    private final class StagedLauncher implements Launcher {
        private final CompletableFuture<Ear> launched = new CompletableFuture<>();
        private final Consumer<Thread> closing;

        /// @param closing told which thread closes the run
        StagedLauncher(Consumer<Thread> closing) {
            this.closing = closing;
        }

        @Override
        public Optional<Ssid> endOrphan() {
            deeds.add("orphan");
            return Optional.empty();
        }

        @Override
        public Run launch(PortalValues values, Ssid ssid, Ear ear) {
            deeds.add("launch");
            launched.complete(ear);
            return new Run() {
                @Override
                public void interrupt() {}

                @Override
                public void kill() {}

                @Override
                public void close() {
                    closing.accept(Thread.currentThread());
                    deeds.add("close");
                }
            };
        }
    }

    private static final class NoCare implements Session.Care {
        @Override
        public void putBack() {}

        @Override
        public Sign lookForInternet() {
            return new Sign.Looked(Connectivity.UNKNOWN);
        }
    }

    private final class DeletedAccessPoints implements AccessPoint {
        @Override
        public Opened open(AccessPointOffer offer, Consumer<? super AccessPointNews> news) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void deleteLeftovers(Ssid ssid) throws WifiException {
            askedInPeace();
            deeds.add("leftovers " + ssid);
        }
    }
}
