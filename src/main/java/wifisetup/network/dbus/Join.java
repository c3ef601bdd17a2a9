package wifisetup.network.dbus;

import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import wifisetup.dbus.BusException;
import wifisetup.dbus.Signal;
import wifisetup.loop.Timer;
import wifisetup.network.Failure;
import wifisetup.network.JoinRequest;
import wifisetup.network.JoinStage;
import wifisetup.network.dbus.api.NetworkManagerApi;
import wifisetup.network.dbus.course.Act;
import wifisetup.network.dbus.course.JoinCourse;
import wifisetup.network.dbus.course.Limit;
import wifisetup.network.dbus.course.Sign;

/// One join, from the wish to the device on the network, or nothing left of the attempt. It runs on the caller's
/// thread, which waits for signs in one queue.
final class Join {
    private static final System.Logger LOG = System.getLogger(Join.class.getName());

    private final ServiceConnection service;
    private final Radios radios;
    private final Profiles profiles;
    private final Connections connections;
    private final Timer timer;
    private final JoinRequest request;
    private final Consumer<? super JoinStage> progress;
    private final Arrival arrival;
    private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();
    private final List<Timer.Scheduled> limits = new ArrayList<>();

    Join(
            ServiceConnection service,
            Radios radios,
            Profiles profiles,
            Connections connections,
            Timer timer,
            JoinRequest request,
            Consumer<? super JoinStage> progress,
            Arrival arrival) {
        this.service = service;
        this.radios = radios;
        this.profiles = profiles;
        this.connections = connections;
        this.timer = timer;
        this.request = request;
        this.progress = progress;
        this.arrival = arrival;
    }

    /// What is done once the device is on the network.
    @FunctionalInterface
    interface Arrival {
        /// Does it, on the thread of the join.
        ///
        /// @param older whether the profile is to remember that the network admits by WPA2 alone
        /// @throws BusException if it cannot be done; then the attempt is undone
        void reached(Attempt attempt, boolean older) throws BusException, InterruptedException;
    }

    /// Asks it to stop, from any thread.
    void cancel() {
        heard.add(new Sign.Cancel());
    }

    /// Carries it out.
    ///
    /// @param known the profile that is kept for that network, if there is one
    /// @return why it failed, or nothing
    Optional<Failure> run(Radio radio, Optional<Profile> known) throws InterruptedException {
        // Heard from before the call on: its effects may come before its answer.
        try (var _ = service.subscribe(heard::add)) {
            progress.accept(JoinStage.PREPARING);
            allow(Limit.ATTEMPT);
            var supplicant = SupplicantInterface.find(service, radio.name());
            var ground = new Attempt.Ground(service, profiles, connections, timer, radio);
            var attempt = Attempt.begin(ground, request, known);
            boolean older = known.filter(profile -> profile.settings().admitsOlderAlone())
                    .isPresent();
            return watch(
                    attempt,
                    radio,
                    new SignReader(radio, attempt.activation(), supplicant),
                    new JoinCourse(request.id().security(), attempt.offersSecret(), older));
        } catch (BusException refused) {
            return Optional.of(Failures.of(refused, NetworkManagerApi.MAY_CONTROL));
        } finally {
            limits.forEach(Timer.Scheduled::cancel);
        }
    }

    private Optional<Failure> watch(Attempt attempt, Radio radio, SignReader reader, JoinCourse course)
            throws InterruptedException {
        var state = JoinCourse.State.INITIAL;
        var signs = new ArrayDeque<Sign>();
        try {
            while (true) {
                while (signs.isEmpty()) {
                    signs.addAll(signs(reader, heard.take()));
                }
                var step = course.next(state, signs.remove());
                state = step.state();
                for (Act act : step.effects()) {
                    switch (act) {
                        case Act.Tell(var stage) -> progress.accept(stage);
                        case Act.Allow(var limit) -> allow(limit);
                        // Answered before the next sign: that one says that all is over.
                        case Act.LookAround(var last) -> signs.addFirst(look(radio, last));
                        case Act.UseOlder() -> signs.addFirst(new Sign.Narrowed(useOlder(state)));
                        case Act.Keep(var older) -> {
                            return keep(attempt, older);
                        }
                        case Act.Undo(var failure) -> {
                            end(attempt, failure);
                            return Optional.of(precise(failure));
                        }
                    }
                }
            }
        } catch (InterruptedException interrupted) {
            end(attempt, new Failure.Cancelled());
            throw interrupted;
        }
    }

    private static List<Sign> signs(SignReader reader, Object event) {
        return switch (event) {
            case Sign sign -> List.of(sign);
            case Signal signal -> reader.read(signal);
            default -> throw new IllegalStateException("neither sign nor signal: " + event);
        };
    }

    private Optional<Failure> keep(Attempt attempt, boolean older) throws InterruptedException {
        try {
            arrival.reached(attempt, older);
            return Optional.empty();
        } catch (BusException refused) {
            end(attempt, new Failure.Cancelled());
            return Optional.of(Failures.of(refused, NetworkManagerApi.MAY_MODIFY));
        }
    }

    private void end(Attempt attempt, Failure failure) throws InterruptedException {
        try {
            if (failure instanceof Failure.Cancelled) {
                attempt.stop();
            } else {
                attempt.undo();
            }
        } catch (BusException refused) {
            if (refused.isAboutAMissingService()) {
                LOG.log(Level.DEBUG, "the failed join went with NetworkManager: {0}", refused.getMessage());
                attempt.undoOnReturn();
            } else {
                LOG.log(Level.WARNING, "the failed join could not be undone: {0}", refused.getMessage());
            }
        }
    }

    private boolean useOlder(JoinCourse.State state) throws InterruptedException {
        return state.refusals() == 0
                ? OlderSecurity.use(service, state.block())
                : OlderSecurity.tryAgain(service, state.block());
    }

    /// An adapter that cannot be asked says nothing about the network.
    private Sign look(Radio radio, boolean last) throws InterruptedException {
        try {
            return new Sign.Looked(AccessPoint.isInTheAir(request.ssid(), radio.accessPoints()), last);
        } catch (BusException failure) {
            LOG.log(Level.DEBUG, "could not look around", failure);
            return last ? new Sign.Blind(String.valueOf(failure.getMessage())) : new Sign.Looked(true, false);
        }
    }

    private Failure precise(Failure failure) throws InterruptedException {
        if (!(failure instanceof Failure.RfKill)) {
            return failure;
        }
        try {
            return new Failure.RfKill(radios.block());
        } catch (BusException gone) {
            LOG.log(Level.DEBUG, "could not tell which switch is off", gone);
            return failure;
        }
    }

    private void allow(Limit limit) {
        limits.add(timer.after(limit.duration(), () -> heard.add(new Sign.TimeUp(limit))));
    }
}
