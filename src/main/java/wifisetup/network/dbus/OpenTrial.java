package wifisetup.network.dbus;

import java.lang.System.Logger.Level;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import wifisetup.dbus.BusException;
import wifisetup.dbus.Signal;
import wifisetup.network.Checkpoint;
import wifisetup.network.Failure;
import wifisetup.network.WifiException;
import wifisetup.network.dbus.api.NetworkManagerApi;

/// A network on trial: its profile lives only as long as its activation, and NetworkManager means to go back to
/// the checkpoint. A NetworkManager that ends loses the checkpoint, but that profile too (measured with version
/// 1.42).
final class OpenTrial implements Checkpoint {
    private static final System.Logger LOG = System.getLogger(OpenTrial.class.getName());

    private final Checkpoints checkpoints;
    private final String checkpoint;
    private final Attempt attempt;
    private final boolean older;
    private final Way back;
    private final Consumer<? super End> told;
    private final ServiceConnection.Subscription subscription;
    private final ReentrantLock turn = new ReentrantLock();
    private @Nullable End ended;

    /// @param older whether the profile is to remember that the network admits by WPA2 alone
    /// @param told how it ends
    OpenTrial(
            ServiceConnection service,
            Checkpoints checkpoints,
            String checkpoint,
            Attempt attempt,
            boolean older,
            Way back,
            Consumer<? super End> told) {
        this.checkpoints = checkpoints;
        this.checkpoint = checkpoint;
        this.attempt = attempt;
        this.older = older;
        this.back = back;
        this.told = told;
        this.subscription = service.subscribe(this::hear);
    }

    /// The way back to the checkpoint, to its end.
    interface Way {
        void go() throws BusException, InterruptedException;
    }

    @Override
    public void keep() throws WifiException, InterruptedException {
        turn.lockInterruptibly();
        try {
            if (isKept()) {
                return;
            }
            // First saved, then kept from being rolled back, then alone: whatever ends this in between, the device is
            // on a network of which it has the profile.
            attempt.keep(older);
            checkpoints.destroy(checkpoint);
            end(End.KEPT);
            attempt.replaceFormer();
        } catch (BusException refused) {
            if (ended == End.KEPT) {
                LOG.log(Level.WARNING, "a former profile of the network stays: {0}", refused.getMessage());
            } else {
                throw new WifiException(why(refused), refused);
            }
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void rollBack() throws WifiException, InterruptedException {
        turn.lockInterruptibly();
        try {
            if (ended == null) {
                back.go();
                attempt.undo();
                end(End.RETURNED);
            }
        } catch (BusException refused) {
            if (isThere(refused)) {
                throw new WifiException(Failures.of(refused, NetworkManagerApi.MAY_ROLL_BACK), refused);
            }
            end(End.RETURNED);
        } finally {
            turn.unlock();
        }
    }

    /// Ends it, because another network is to be joined for good.
    void giveWay() throws BusException, InterruptedException {
        turn.lockInterruptibly();
        try {
            if (ended == null) {
                checkpoints.destroy(checkpoint);
                attempt.undo();
                end(End.REPLACED);
            }
        } catch (BusException refused) {
            if (isThere(refused)) {
                throw refused;
            }
            end(End.RETURNED);
        } finally {
            turn.unlock();
        }
    }

    /// Looks whether NetworkManager still means to go back.
    ///
    /// @throws BusException if it does not
    void requireCheckpoint() throws BusException, InterruptedException {
        if (!checkpoints.has(checkpoint)) {
            subscription.close();
            throw new BusException(NetworkManagerApi.SERVICE + ".Failed", "the time is over");
        }
    }

    /// Whether the device may still go back, or is about to.
    boolean isPending() {
        if (!turn.tryLock()) {
            return true;
        }
        try {
            return ended == null;
        } finally {
            turn.unlock();
        }
    }

    /// On the thread that reads the bus.
    private void hear(Signal signal) {
        boolean forgotten = signal.path().equals(NetworkManagerApi.ROOT)
                && signal.changes(NetworkManagerApi.MANAGER)
                && signal.changed().has("Checkpoints")
                && !Checkpoints.isAmong(signal.changed(), checkpoint);
        if (forgotten || isEndOfService(signal)) {
            Thread.ofVirtual().name("network-trial").start(this::goneByItself);
        }
    }

    private static boolean isEndOfService(Signal signal) {
        return signal.is("org.freedesktop.DBus", "NameOwnerChanged")
                && signal.text(0).equals(NetworkManagerApi.SERVICE)
                && signal.text(2).isEmpty();
    }

    private void goneByItself() {
        turn.lock();
        try {
            if (ended == null) {
                end(End.RETURNED);
                attempt.undo();
            }
        } catch (BusException refused) {
            LOG.log(Level.DEBUG, "nothing of the trial could be undone: {0}", refused.getMessage());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            turn.unlock();
        }
    }

    private void end(End how) {
        ended = how;
        subscription.close();
        Thread.ofVirtual().name("network-trial-end").start(() -> told.accept(how));
    }

    private boolean isKept() throws WifiException {
        return switch (ended) {
            case null -> false;
            case KEPT -> true;
            case RETURNED -> throw new WifiException(new Failure.TimedOut());
            case REPLACED -> throw new WifiException(new Failure.Cancelled());
        };
    }

    private Failure why(BusException refused) throws InterruptedException {
        return isThere(refused) ? Failures.of(refused, NetworkManagerApi.MAY_ROLL_BACK) : new Failure.TimedOut();
    }

    /// Whether the checkpoint is there in spite of `refused`; one that cannot be asked for counts as there.
    private boolean isThere(BusException refused) throws InterruptedException {
        try {
            return refused.isAboutAMissingService() || checkpoints.has(checkpoint);
        } catch (BusException gone) {
            LOG.log(Level.DEBUG, "could not ask for the checkpoint: {0}", gone.getMessage());
            return true;
        }
    }
}
