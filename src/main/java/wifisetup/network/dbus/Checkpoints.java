package wifisetup.network.dbus;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.UInt32;
import wifisetup.dbus.BusException;
import wifisetup.dbus.PropertyMap;
import wifisetup.network.dbus.api.NetworkManagerApi;

/// NetworkManager's checkpoints (version 1.4 and newer): what it goes back to by itself, whoever asked for that.
final class Checkpoints {
    private static final System.Logger LOG = System.getLogger(Checkpoints.class.getName());

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

    /// Forgets what there is of `radio` alone. A program that has died leaves one like that, and whoever joins a
    /// network for good does not want to be taken from it; those of other programs that concern more than the radio
    /// stay. One that cannot be forgotten is no reason not to join.
    void destroyAllOf(Radio radio) throws InterruptedException {
        try {
            for (Object checkpoint :
                    service.root().properties(NetworkManagerApi.MANAGER).list("Checkpoints")) {
                if (concernsAlone(radio, checkpoint.toString())) {
                    LOG.log(Level.INFO, "forgetting a network to go back to that was left: {0}", checkpoint);
                    destroy(checkpoint.toString());
                }
            }
        } catch (BusException refused) {
            LOG.log(Level.WARNING, "NetworkManager may leave the network again: {0}", refused.getMessage());
        }
    }

    private boolean concernsAlone(Radio radio, String checkpoint) throws BusException, InterruptedException {
        var devices = service.root()
                .at(checkpoint)
                .properties(NetworkManagerApi.CHECKPOINT)
                .list("Devices");
        return devices.size() == 1
                && devices.getFirst().toString().equals(radio.device().path());
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
