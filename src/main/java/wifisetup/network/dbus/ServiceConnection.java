package wifisetup.network.dbus;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.freedesktop.dbus.connections.BusAddress;
import org.jspecify.annotations.Nullable;
import wifisetup.dbus.Bus;
import wifisetup.dbus.BusException;
import wifisetup.dbus.BusObject;
import wifisetup.dbus.Signal;
import wifisetup.loop.Timer;
import wifisetup.network.dbus.api.NetworkManagerApi;
import wifisetup.network.dbus.api.SupplicantApi;

/// The connection to NetworkManager and wpa_supplicant, made anew with back-off whenever it is lost.
///
/// Subscribers hear the two services' own signals and nobody else's, since anybody on the bus can send one from any
/// path. The end of the connection looks to them as the end of NetworkManager: its name loses its owner.
final class ServiceConnection implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ServiceConnection.class.getName());

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final BusAddress address;
    private final OptionalLong user;
    private final Timer timer;
    private final ExecutorService thread;
    private final List<Consumer<? super Signal>> subscribers = new CopyOnWriteArrayList<>();
    private final Map<String, String> owners = new ConcurrentHashMap<>();
    private final CountDownLatch tried = new CountDownLatch(1);
    private final AtomicReference<@Nullable Bus> bus = new AtomicReference<>();
    private volatile String whyNot = "not connected yet";
    private volatile boolean closed;

    /// Begins to connect.
    ///
    /// @param thread where connecting is done, which may block
    ServiceConnection(BusAddress address, OptionalLong user, Timer timer, ExecutorService thread) {
        this.address = address;
        this.user = user;
        this.timer = timer;
        this.thread = thread;
        onThread(() -> connect(FIRST_PAUSE));
    }

    /// The connection; waits for the first attempt at one.
    Bus bus() throws BusException, InterruptedException {
        tried.await();
        var present = bus.get();
        if (present == null) {
            throw new BusException(BusException.DISCONNECTED, whyNot);
        }
        return present;
    }

    /// NetworkManager's root object.
    BusObject root() throws BusException, InterruptedException {
        return bus().object(NetworkManagerApi.SERVICE, NetworkManagerApi.ROOT);
    }

    /// Whether somebody owns that name now.
    boolean isOwned(String name) {
        return !owners.getOrDefault(name, "").isEmpty();
    }

    /// Why NetworkManager is not there, when it is not.
    String whyMissing() {
        return bus.get() == null ? whyNot : "NetworkManager is not on the system bus";
    }

    /// Gives `subscriber` each signal of the services from now on, on the thread that reads the connection.
    Subscription subscribe(Consumer<? super Signal> subscriber) {
        subscribers.add(subscriber);
        return () -> subscribers.remove(subscriber);
    }

    /// Ends by closing.
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    @Override
    public void close() {
        closed = true;
        var present = bus.get();
        if (present != null) {
            present.close();
        }
    }

    private void connect(Duration pause) {
        if (closed) {
            return;
        }
        try {
            var made = Bus.connect(address, user, new Ear());
            listen(made);
            bus.set(made);
            tried.countDown();
            ownerChanged(NetworkManagerApi.SERVICE, owners.getOrDefault(NetworkManagerApi.SERVICE, ""));
            if (closed) {
                made.close();
            } else if (made.isClosed() && bus.compareAndSet(made, null)) {
                // It was lost before it came to serve; nobody else has noticed.
                throw new BusException(BusException.DISCONNECTED, "the connection was lost at once");
            }
        } catch (BusException failure) {
            if (tried.getCount() > 0) {
                LOG.log(Level.WARNING, "no connection to the system bus yet: {0}", failure.getMessage());
            }
            whyNot = String.valueOf(failure.getMessage());
            tried.countDown();
            ownerChanged(NetworkManagerApi.SERVICE, "");
            var longer = pause.multipliedBy(2);
            var next = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
            var _ = timer.after(pause, () -> onThread(() -> connect(next)));
        } catch (InterruptedException interrupted) {
            tried.countDown();
            Thread.currentThread().interrupt();
        }
    }

    private void listen(Bus made) throws BusException, InterruptedException {
        try {
            // Rules first, then names: what happens in between is heard as a change of owner.
            made.match("type='signal',interface='org.freedesktop.DBus',member='NameOwnerChanged'");
            made.match("type='signal',path_namespace='" + NetworkManagerApi.ROOT + "'");
            made.match("type='signal',path_namespace='" + SupplicantApi.ROOT + "'");
            for (String service : List.of(NetworkManagerApi.SERVICE, SupplicantApi.SERVICE)) {
                owners.put(service, made.owner(service));
            }
        } catch (BusException | InterruptedException failure) {
            made.close();
            throw failure;
        }
    }

    private void onThread(Runnable task) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException afterClose) {
            LOG.log(Level.TRACE, "closed");
        }
    }

    private void ownerChanged(String name, String owner) {
        tell(new Signal(
                "org.freedesktop.DBus",
                "/org/freedesktop/DBus",
                "org.freedesktop.DBus",
                "NameOwnerChanged",
                List.of(name, "", owner)));
    }

    private void tell(Signal signal) {
        subscribers.forEach(subscriber -> subscriber.accept(signal));
    }

    private final class Ear implements Bus.Listener {
        @Override
        public void heard(Signal signal) {
            if (signal.is("org.freedesktop.DBus", "NameOwnerChanged")) {
                // Anybody may send a signal of that name, but only the bus in the bus's own.
                if (isOfTheBus(signal) && owners.replace(signal.text(0), signal.text(2)) != null) {
                    tell(signal);
                }
            } else if (owners.containsValue(signal.sender())) {
                tell(signal);
            }
        }

        private static boolean isOfTheBus(Signal signal) {
            return signal.sender().isEmpty() || signal.sender().equals("org.freedesktop.DBus");
        }

        @Override
        public void lost(Bus lost, IOException cause) {
            if (!bus.compareAndSet(lost, null)) {
                // One that never came to serve: whoever made it knows.
                return;
            }
            LOG.log(Level.WARNING, "the connection to the system bus was lost", cause);
            whyNot = "the connection was lost";
            owners.replaceAll((_, _) -> "");
            ownerChanged(NetworkManagerApi.SERVICE, "");
            onThread(() -> connect(FIRST_PAUSE));
        }
    }
}
