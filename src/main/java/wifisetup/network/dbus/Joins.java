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

/// Joins networks, one at a time: a newer join cancels the one under way.
final class Joins {
    private static final System.Logger LOG = System.getLogger(Joins.class.getName());

    private final ServiceConnection service;
    private final Radios radios;
    private final Profiles profiles;
    private final StatusReading reading;
    private final InternetCheck internet;
    private final Timer timer;
    private final Semaphore turn = new Semaphore(1, true);
    private final AtomicReference<@Nullable Cancellation> newest = new AtomicReference<>();
    private final AtomicReference<@Nullable OpenTrial> trial = new AtomicReference<>();

    Joins(
            ServiceConnection service,
            Radios radios,
            Profiles profiles,
            StatusReading reading,
            InternetCheck internet,
            Timer timer) {
        this.service = service;
        this.radios = radios;
        this.profiles = profiles;
        this.reading = reading;
        this.internet = internet;
        this.timer = timer;
    }

    JoinOutcome join(JoinRequest request, Cancellation cancellation, Consumer<? super JoinStage> progress)
            throws InterruptedException {
        var either = either(cancellation);
        return inTurn(either, failure -> failure, () -> {
            var ready = ready(request);
            endTrial();
            var failure = run(ready, request, either, progress, (attempt, older) -> {
                attempt.keep(older);
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
        if (isOnTrial()) {
            return new TrialOutcome.Busy();
        }
        var either = either(cancellation);
        return inTurn(either, TrialOutcome.Failed::new, () -> {
            var ready = ready(request);
            var result = new TrialJoin(service, timer, limit, how -> {
                        forgetEndedTrial();
                        end.accept(how);
                    })
                    .run(ready.radio(), either, arrival -> run(ready, request, either, progress, arrival));
            return switch (result) {
                case TrialJoin.Result.Ended(var outcome) -> outcome;
                case TrialJoin.Result.Open(var opened) -> {
                    trial.set(opened);
                    forgetEndedTrial();
                    yield new TrialOutcome.OnTrial(joined(request.ssid(), progress), opened);
                }
            };
        });
    }

    /// Ends the join under way, lets `work` be the one, and gives what comes of it, or of its refusal.
    private <T> T inTurn(Cancellation cancellation, Function<Failure, T> refused, Work<T> work)
            throws InterruptedException {
        var older = newest.getAndSet(cancellation);
        if (older != null) {
            older.cancel();
        }
        turn.acquire();
        try {
            return cancellation.isCancelled() ? refused.apply(new Failure.Cancelled()) : work.begin();
        } catch (BusException failure) {
            return refused.apply(Failures.of(failure, NetworkManagerApi.MAY_CONTROL));
        } catch (WifiException failure) {
            return refused.apply(failure.failure());
        } finally {
            // It knows the join, which knows the password.
            newest.compareAndSet(cancellation, null);
            turn.release();
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
        var join = new Join(service, radios, profiles, timer, request, progress, arrival);
        cancellation.onCancel(join::cancel);
        return join.run(ready.radio(), ready.known());
    }

    private void endTrial() throws BusException, InterruptedException {
        var former = trial.getAndSet(null);
        if (former != null) {
            former.giveWay();
        }
    }

    private boolean isOnTrial() {
        var present = trial.get();
        return present != null && present.isPending();
    }

    /// It knows the join, which knows the password.
    private void forgetEndedTrial() {
        trial.updateAndGet(present -> present != null && present.isPending() ? present : null);
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
