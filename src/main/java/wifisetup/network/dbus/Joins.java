package wifisetup.network.dbus;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import wifisetup.dbus.BusException;
import wifisetup.loop.Cancellation;
import wifisetup.loop.Timer;
import wifisetup.network.Connectivity;
import wifisetup.network.Credentials;
import wifisetup.network.Failure;
import wifisetup.network.JoinOutcome;
import wifisetup.network.JoinRequest;
import wifisetup.network.JoinStage;
import wifisetup.network.Joined;
import wifisetup.network.Link;
import wifisetup.network.Ssid;
import wifisetup.network.WifiException;

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
        var replaced = new Cancellation();
        var older = newest.getAndSet(replaced);
        if (older != null) {
            older.cancel();
        }
        turn.acquire();
        try {
            if (cancellation.isCancelled() || replaced.isCancelled()) {
                return new Failure.Cancelled();
            }
            var join = new Join(service, radios, profiles, timer, request, progress);
            cancellation.onCancel(join::cancel);
            replaced.onCancel(join::cancel);
            return carryOut(join, request, progress);
        } finally {
            // It knows the join, which knows the password.
            newest.compareAndSet(replaced, null);
            turn.release();
        }
    }

    private JoinOutcome carryOut(Join join, JoinRequest request, Consumer<? super JoinStage> progress)
            throws InterruptedException {
        try {
            var hopeless = request.flaw();
            if (hopeless.isPresent()) {
                return hopeless.get();
            }
            var radio = radios.ready();
            var obstacle =
                    SupplicantInterface.obstacle(service, radio, request.id().security());
            if (obstacle.isPresent()) {
                return new Failure.Unsupported(obstacle.get());
            }
            var known = profiles.newestFor(request.id(), radio);
            if (known.isEmpty()
                    && request.credentials() instanceof Credentials.Saved
                    && !request.id().security().isOpen()) {
                return new Failure.PasswordRequired();
            }
            var failure = join.run(radio, known);
            return failure.isPresent() ? failure.get() : joined(request.ssid(), progress);
        } catch (BusException failure) {
            return Failures.of(failure, NetworkManagerApi.MAY_CONTROL);
        } catch (WifiException failure) {
            return failure.failure();
        }
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
}
