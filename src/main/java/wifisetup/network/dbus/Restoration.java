package wifisetup.network.dbus;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import wifisetup.dbus.BusException;
import wifisetup.dbus.Signal;
import wifisetup.loop.Timer;
import wifisetup.network.ProfileId;
import wifisetup.network.WifiException;
import wifisetup.network.dbus.api.NetworkManagerApi;

/// Puts a profile back as it was before a change in NetworkManager's memory, once NetworkManager is there again.
final class Restoration {
    private static final System.Logger LOG = System.getLogger(Restoration.class.getName());

    /// NetworkManager has its name a good while before its profiles (measured with version 1.42).
    private static final int TRIES = 30;

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Connections connections;
    private final Timer timer;
    private final Profile former;

    private Restoration(Connections connections, Timer timer, Profile former) {
        this.connections = connections;
        this.timer = timer;
        this.former = former;
    }

    /// Waits for NetworkManager, on no thread, and puts the profile back on one of its own. A connection by it takes
    /// that up.
    ///
    /// @param former the profile as it was
    static void begin(Attempt.Ground ground, Profile former) {
        var restoration = new Restoration(ground.connections(), ground.timer(), former);
        var there = new CompletableFuture<Void>();
        var subscription = ground.service().subscribe(signal -> {
            if (isBeginningOfService(signal)) {
                there.complete(null);
            }
        });
        var _ = there.thenRun(() -> {
            subscription.close();
            restoration.tryTo(TRIES);
        });
        if (ground.service().isOwned(NetworkManagerApi.SERVICE)) {
            there.complete(null);
        }
    }

    private static boolean isBeginningOfService(Signal signal) {
        return signal.is("org.freedesktop.DBus", "NameOwnerChanged")
                && signal.text(0).equals(NetworkManagerApi.SERVICE)
                && !signal.text(2).isEmpty();
    }

    private void tryTo(int tries) {
        Thread.ofVirtual().name("network-restoration").start(() -> putBack(tries));
    }

    private void putBack(int tries) {
        try {
            connections.change(new ProfileId(former.uuid()), former.decided());
        } catch (BusException | WifiException refused) {
            if (tries > 1) {
                LOG.log(Level.DEBUG, "NetworkManager does not know the profile yet: {0}", refused.getMessage());
                var _ = timer.after(PAUSE, () -> tryTo(tries - 1));
            } else {
                LOG.log(Level.WARNING, "what was only tried may stay in a profile: {0}", refused.getMessage());
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }
}
