package wifisetup.network.dbus;

import java.time.Duration;
import java.util.List;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.UInt32;
import wifisetup.dbus.BusException;
import wifisetup.dbus.PropertyMap;
import wifisetup.network.dbus.api.NetworkManagerApi;

/// NetworkManager's checkpoints (version 1.4 and newer): what it goes back to by itself, whoever asked for that.
final class Checkpoints {
    private final ServiceConnection service;

    Checkpoints(ServiceConnection service) {
        this.service = service;
    }

    /// Remembers how `radio` is connected. A profile that is made from now on is deleted when NetworkManager
    /// goes back.
    ///
    /// @param limit after which it does
    /// @return the object that stands for it
    String create(Radio radio, Duration limit) throws BusException, InterruptedException {
        return call(
                        "CheckpointCreate",
                        "aouu",
                        List.of(new DBusPath(radio.device().path())),
                        new UInt32(limit.toSeconds()),
                        new UInt32(NetworkManagerApi.DELETE_NEW_CONNECTIONS))
                .getFirst()
                .toString();
    }

    /// Whether NetworkManager still means to go back to it.
    boolean has(String checkpoint) throws BusException, InterruptedException {
        return isAmong(service.root().properties(NetworkManagerApi.MANAGER), checkpoint);
    }

    /// Whether it is among those of NetworkManager's own properties.
    static boolean isAmong(PropertyMap manager, String checkpoint) {
        return manager.list("Checkpoints").stream()
                .anyMatch(path -> path.toString().equals(checkpoint));
    }

    /// Whether `refusal` says that a checkpoint of that radio is there already.
    static boolean isTaken(BusException refusal) {
        return refusal.error().equals(NetworkManagerApi.SERVICE + ".InvalidArguments");
    }

    /// Forgets it: nothing is gone back to.
    void destroy(String checkpoint) throws BusException, InterruptedException {
        call("CheckpointDestroy", "o", new DBusPath(checkpoint));
    }

    /// Goes back to it now; that it is on the way is all that is known when this returns.
    void rollBack(String checkpoint) throws BusException, InterruptedException {
        call("CheckpointRollback", "o", new DBusPath(checkpoint));
    }

    private List<Object> call(String method, String signature, Object... arguments)
            throws BusException, InterruptedException {
        return service.root().call(NetworkManagerApi.MANAGER, method, signature, arguments);
    }
}
