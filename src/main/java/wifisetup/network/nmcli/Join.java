package wifisetup.network.nmcli;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import wifisetup.loop.Timer;
import wifisetup.network.Failure;
import wifisetup.network.JoinRequest;
import wifisetup.network.JoinStage;
import wifisetup.network.WifiException;

/// One join, from the wish to the device on the network, or nothing left of the attempt. It runs on the caller's
/// thread, which waits for signs in one queue.
final class Join {
    private static final System.Logger LOG = System.getLogger(Join.class.getName());

    /// How long a monitor that has just been started is waited for: its lines tell the stages.
    private static final Duration MONITOR = Duration.ofSeconds(5);

    private final Nmcli nmcli;
    private final Radios radios;
    private final Scanner scanner;
    private final Leftovers leftovers;
    private final Monitor monitor;
    private final Timer timer;
    private final JoinRequest request;
    private final Consumer<? super JoinStage> progress;
    private final BlockingQueue<Sign> heard = new LinkedBlockingQueue<>();
    private final List<Timer.Scheduled> limits = new ArrayList<>();

    Join(
            Nmcli nmcli,
            Radios radios,
            Scanner scanner,
            Leftovers leftovers,
            Monitor monitor,
            Timer timer,
            JoinRequest request,
            Consumer<? super JoinStage> progress) {
        this.nmcli = nmcli;
        this.radios = radios;
        this.scanner = scanner;
        this.leftovers = leftovers;
        this.monitor = monitor;
        this.timer = timer;
        this.request = request;
        this.progress = progress;
    }

    /// Asks it to stop, from any thread.
    void cancel() {
        heard.add(new Sign.Cancel());
    }

    /// Carries it out.
    ///
    /// @return why it failed, or nothing
    Optional<Failure> run(Radio radio, Beginning beginning) throws InterruptedException {
        // Heard from before the attempt on: its effects may come before its answer.
        try (var _ = monitor.subscribe(news -> hear(radio, news))) {
            progress.accept(JoinStage.PREPARING);
            allow(Limit.ATTEMPT);
            awaitMonitor();
            var attempt = beginning.begin();
            heard.removeIf(Sign.Device.class::isInstance);
            allow(Limit.SEARCH);
            return watch(attempt, radio);
        } catch (WifiException refused) {
            return Optional.of(refused.failure());
        } finally {
            limits.forEach(Timer.Scheduled::cancel);
        }
    }

    private void hear(Radio radio, Monitor.News news) {
        if (!(news instanceof Monitor.News.Line(var line))) {
            return;
        }
        String prefix = radio.name() + ": ";
        if (line.startsWith(prefix)) {
            heard.add(new Sign.Device(line.substring(prefix.length())));
        } else if (line.equals(Monitor.STOPPED)) {
            heard.add(new Sign.ServiceGone());
        }
    }

    private void awaitMonitor() throws InterruptedException {
        var ready = new CountDownLatch(1);
        monitor.whenHeard(ready::countDown);
        var limit = timer.after(MONITOR, ready::countDown);
        ready.await();
        limit.cancel();
    }

    private Optional<Failure> watch(Attempt attempt, Radio radio) throws InterruptedException {
        var course = new JoinCourse(request.id().security(), !attempt.secrets().isEmpty(), attempt.hasOlderSecurity());
        var state = JoinCourse.State.INITIAL;
        var signs = new ArrayDeque<Sign>();
        var activation = new Activation(attempt, radio);
        try {
            activation.begin(state.attempt());
            while (true) {
                if (signs.isEmpty()) {
                    signs.add(heard.take());
                }
                var step = course.next(state, signs.remove());
                state = step.state();
                for (Act act : step.effects()) {
                    switch (act) {
                        case Act.Tell(var stage) -> progress.accept(stage);
                        case Act.Allow(var limit) -> allow(limit);
                        // Answered before the next sign: that one says that all is over.
                        case Act.LookAround(var last) -> signs.addFirst(new Sign.Looked(isInTheAir(radio, last), last));
                        case Act.TryOlderSecurity _ -> {
                            activation.end();
                            attempt.useOlderSecurity();
                            activation.begin(state.attempt());
                        }
                        case Act.Keep() -> {
                            attempt.keep();
                            return Optional.empty();
                        }
                        case Act.Undo(var failure) -> {
                            activation.end();
                            leftovers.undo(attempt);
                            return Optional.of(precise(failure));
                        }
                    }
                }
            }
        } catch (WifiException refused) {
            leftovers.undo(attempt);
            return Optional.of(refused.failure());
        } catch (InterruptedException interrupted) {
            leftovers.undo(attempt);
            throw interrupted;
        } finally {
            activation.end();
        }
    }

    /// After a failed attempt there is time for a scan: NetworkManager forgets an access point that two have missed.
    private boolean isInTheAir(Radio radio, boolean afresh) throws InterruptedException {
        try {
            return scanner.accessPoints(radio, afresh).stream()
                    .anyMatch(accessPoint -> accessPoint.id().ssid().equals(request.ssid()));
        } catch (WifiException failure) {
            LOG.log(Level.DEBUG, "could not look around", failure);
            return false;
        }
    }

    private Failure precise(Failure failure) throws InterruptedException {
        if (!(failure instanceof Failure.RfKill)) {
            return failure;
        }
        try {
            return radios.general().block().<Failure>map(Failure.RfKill::new).orElse(failure);
        } catch (WifiException gone) {
            LOG.log(Level.DEBUG, "could not tell which switch is off", gone);
            return failure;
        }
    }

    private void allow(Limit limit) {
        limits.add(timer.after(limit.duration(), () -> heard.add(new Sign.TimeUp(limit))));
    }

    /// Makes the profile with which the join is tried, or finds it.
    @FunctionalInterface
    interface Beginning {
        Attempt begin() throws WifiException, InterruptedException;
    }

    /// `nmcli connection up`, under way.
    private final class Activation {
        private final Attempt attempt;
        private final Radio radio;
        private Optional<Run> run = Optional.empty();

        Activation(Attempt attempt, Radio radio) {
            this.attempt = attempt;
            this.radio = radio;
        }

        void begin(int number) throws WifiException {
            var words = new ArrayList<>(
                    List.of("--wait", Long.toString(Limit.ATTEMPT.duration().toSeconds())));
            words.addAll(List.of("connection", "up", "uuid", attempt.uuid(), "ifname", radio.name()));
            if (!attempt.secrets().isEmpty()) {
                words.addAll(List.of("passwd-file", PasswordFile.PATH));
            }
            var begun = nmcli.start(attempt.secrets().bytes(), words.toArray(String[]::new));
            run = Optional.of(begun);
            var _ = begun.answer().thenAccept(answer -> heard.add(new Sign.Ended(number, answer)));
        }

        void end() {
            run.ifPresent(Run::end);
        }
    }
}
