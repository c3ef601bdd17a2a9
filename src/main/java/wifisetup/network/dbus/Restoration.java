package wifisetup.network.dbus;

import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import wifisetup.dbus.BusException;
import wifisetup.dbus.Signal;
import wifisetup.network.ProfileId;
import wifisetup.network.WifiException;
import wifisetup.network.dbus.api.NetworkManagerApi;

/// Puts a profile back as it was before a change in NetworkManager's memory, once NetworkManager is there again.
final class Restoration {
    private static final System.Logger LOG = System.getLogger(Restoration.class.getName());

    private Restoration() {}

    /// Waits for NetworkManager, on no thread, and puts the profile back on one of its own. A connection by it takes
    /// that up.
    ///
    /// @param former the profile as it was
    static void begin(ServiceConnection service, Connections connections, Profile former) {
        var there = new CompletableFuture<Void>();
        var subscription = service.subscribe(signal -> {
            if (isBeginningOfService(signal)) {
                there.complete(null);
            }
        });
        var _ = there.thenRunAsync(
                () -> {
                    subscription.close();
                    putBack(connections, former);
                },
                Thread::startVirtualThread);
        if (service.isOwned(NetworkManagerApi.SERVICE)) {
            there.complete(null);
        }
    }

    private static boolean isBeginningOfService(Signal signal) {
        return signal.is("org.freedesktop.DBus", "NameOwnerChanged")
                && signal.text(0).equals(NetworkManagerApi.SERVICE)
                && !signal.text(2).isEmpty();
    }

    private static void putBack(Connections connections, Profile former) {
        try {
            connections.change(new ProfileId(former.uuid()), former.decided());
        } catch (BusException | WifiException refused) {
            LOG.log(Level.WARNING, "an address that was only tried may stay: {0}", refused.getMessage());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }
}
