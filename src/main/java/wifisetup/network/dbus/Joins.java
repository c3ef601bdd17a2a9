package wifisetup.network.dbus;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import wifisetup.dbus.BusException;
import wifisetup.loop.Cancellation;
import wifisetup.loop.Timer;
import wifisetup.network.Checkpoint;
import wifisetup.network.Connectivity;
import wifisetup.network.Credentials;
import wifisetup.network.Failure;
import wifisetup.network.JoinOutcome;
import wifisetup.network.JoinRequest;
import wifisetup.network.JoinStage;
import wifisetup.network.Joined;
import wifisetup.network.Link;
import wifisetup.network.Ssid;
import wifisetup.network.TrialOutcome;
import wifisetup.network.WifiException;
import wifisetup.network.dbus.api.NetworkManagerApi;

/// Joins networks, one at a time: a newer join cancels the one under way, one on trial does not.
final class Joins implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Joins.class.getName());

    private final ServiceConnection service;
    private final Radios radios;
    private final Profiles profiles;
    private final Connections connections;
    private final StatusReading reading;
    private final InternetCheck internet;
    private final Timer timer;
    private final Semaphore turn = new Semaphore(1, true);
    private final AtomicReference<@Nullable Cancellation> newest = new AtomicReference<>();
    private final PresentTrial trial = new PresentTrial();
    private final Checkpoints checkpoints;

    Joins(
            ServiceConnection service,
            Radios radios,
            Profiles profiles,
            Connections connections,
            StatusReading reading,
            InternetCheck internet,
            Timer timer) {
        this.service = service;
        this.radios = radios;
        this.profiles = profiles;
        this.connections = connections;
        this.reading = reading;
        this.internet = internet;
        this.timer = timer;
        this.checkpoints = new Checkpoints(service);
    }

    JoinOutcome join(JoinRequest request, Cancellation cancellation, Consumer<? super JoinStage> progress)
            throws InterruptedException {
        var either = either(cancellation);
        var older = newest.getAndSet(either);
        if (older != null) {
            older.cancel();
        }
        return inTurn(either, failure -> failure, () -> {
            var ready = ready(request);
            trial.giveWay();
            checkpoints.destroyAllOf(ready.radio());
            var failure = run(ready, request, either, progress, (attempt, narrowed) -> {
                attempt.keep(narrowed);
                attempt.replaceFormer();
            });
            return failure.isPresent() ? failure.get() : joined(request.ssid(), progress);
        });
    }

    TrialOutcome joinOnTrial(
            JoinRequest request,
            Duration limit,
            Cancellation cancellation,
            Consumer<? super JoinStage> progress,
            Consumer<? super Checkpoint.End> end)
            throws InterruptedException {
        var either = either(cancellation);
        // Whoever is joining a network for good does not lose it to somebody who tries one.
        if (trial.isOpen() || !newest.compareAndSet(null, either)) {
            return new TrialOutcome.Busy();
        }
        return inTurn(either, TrialOutcome.Failed::new, () -> {
            var ready = ready(request);
            var result = new TrialJoin(service, timer, limit, how -> {
                        trial.forgetEnded();
                        end.accept(how);
                    })
                    .run(ready.radio(), either, arrival -> run(ready, request, either, progress, arrival));
            return switch (result) {
                case TrialJoin.Result.Ended(var outcome) -> outcome;
                case TrialJoin.Result.Open(var opened) -> {
                    trial.begin(opened);
                    yield new TrialOutcome.OnTrial(joined(request.ssid(), progress), opened);
                }
            };
        });
    }

    /// Whether a trial could begin now.
    boolean canReturn() throws BusException, WifiException, InterruptedException {
        return newest.get() == null
                && !trial.isOpen()
                && !radios.ready().isAccessPoint();
    }

    /// Lets the device return from a network on trial.
    @Override
    public void close() {
        trial.close();
    }

    /// Waits for the end of the join under way, lets `work` be the one, and gives what comes of it, or of its
    /// refusal.
    private <T> T inTurn(Cancellation cancellation, Function<Failure, T> refused, Work<T> work)
            throws InterruptedException {
        try {
            turn.acquire();
            try {
                return cancellation.isCancelled() ? refused.apply(new Failure.Cancelled()) : work.begin();
            } finally {
                turn.release();
            }
        } catch (BusException failure) {
            return refused.apply(Failures.of(failure, NetworkManagerApi.MAY_CONTROL));
        } catch (WifiException failure) {
            return refused.apply(failure.failure());
        } finally {
            // It knows the join, which knows the password.
            newest.compareAndSet(cancellation, null);
        }
    }

    /// One that happens when `cancellation` does, or alone.
    private static Cancellation either(Cancellation cancellation) {
        var either = new Cancellation();
        cancellation.onCancel(either::cancel);
        return either;
    }

    private Ready ready(JoinRequest request) throws BusException, WifiException, InterruptedException {
        var hopeless = request.flaw();
        if (hopeless.isPresent()) {
            throw new WifiException(hopeless.get());
        }
        var radio = radios.ready();
        var obstacle = SupplicantInterface.obstacle(service, radio, request.id().security());
        if (obstacle.isPresent()) {
            throw new WifiException(new Failure.Unsupported(obstacle.get()));
        }
        var known = profiles.newestFor(request.id(), radio);
        if (known.isEmpty()
                && request.credentials() instanceof Credentials.Saved
                && !request.id().security().isOpen()) {
            throw new WifiException(new Failure.PasswordRequired());
        }
        return new Ready(radio, known);
    }

    private Optional<Failure> run(
            Ready ready,
            JoinRequest request,
            Cancellation cancellation,
            Consumer<? super JoinStage> progress,
            Join.Arrival arrival)
            throws InterruptedException {
        var join = new Join(service, radios, profiles, connections, timer, request, progress, arrival);
        cancellation.onCancel(join::cancel);
        return join.run(ready.radio(), ready.known());
    }

    /// The device is on the network and the profile is kept: whatever cannot be told now does not change that.
    private Joined joined(Ssid ssid, Consumer<? super JoinStage> progress) throws InterruptedException {
        progress.accept(JoinStage.CHECKING_INTERNET);
        var nothingKnown = new Link.Up(ssid, List.of(), Optional.empty());
        try {
            var link = reading.link(radios.ready());
            return new Joined(link instanceof Link.Up up ? up : nothingKnown, internet.look());
        } catch (BusException | WifiException failure) {
            LOG.log(Level.DEBUG, "joined, and no more can be told: {0}", failure.getMessage());
            return new Joined(nothingKnown, Connectivity.UNKNOWN);
        }
    }

    /// What a join begins with.
    ///
    /// @param known the profile that is kept for that network, if there is one
    private record Ready(Radio radio, Optional<Profile> known) {}

    private interface Work<T> {
        T begin() throws BusException, WifiException, InterruptedException;
    }
}
