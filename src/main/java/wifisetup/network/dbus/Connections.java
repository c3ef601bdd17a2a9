package wifisetup.network.dbus;

import java.lang.System.Logger.Level;
import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.UInt64;
import wifisetup.dbus.BusException;
import wifisetup.network.Failure;
import wifisetup.network.Link;
import wifisetup.network.NetworkSettings;
import wifisetup.network.ProfileId;
import wifisetup.network.Ssid;
import wifisetup.network.WifiException;
import wifisetup.network.dbus.api.NetworkManagerApi;

/// Ends connections, and lets them take up what has changed in their profiles.
final class Connections {
    private static final System.Logger LOG = System.getLogger(Connections.class.getName());

    private final ServiceConnection service;
    private final Radios radios;
    private final Profiles profiles;
    private final StatusReading reading;

    Connections(ServiceConnection service, Radios radios, Profiles profiles, StatusReading reading) {
        this.service = service;
        this.radios = radios;
        this.profiles = profiles;
        this.reading = reading;
    }

    void end(Ssid ssid) throws BusException, WifiException, InterruptedException {
        var radio = radios.ready();
        if (!(reading.link(radio) instanceof Link.Up up) || !up.ssid().equals(ssid)) {
            throw new WifiException(new Failure.NotKnown());
        }
        service.root()
                .call(NetworkManagerApi.MANAGER, "DeactivateConnection", "o", new DBusPath(radio.activeConnection()));
    }

    void change(ProfileId id, NetworkSettings settings) throws BusException, WifiException, InterruptedException {
        var profile = profiles.kept().stream()
                .filter(known -> known.uuid().equals(id.uuid()))
                .findAny()
                .orElseThrow(() -> new WifiException(new Failure.NotKnown()));
        profiles.write(profile.path(), profile.settings().with(settings), NetworkManagerApi.TO_DISK);
        var radio = radios.find().filter(Radio::isConnected);
        if (concernsTheConnection(profile.decided(), settings) && radio.isPresent() && isBy(profile, radio.get())) {
            takeUp(profile, radio.get());
        }
    }

    /// What decides when to connect changes nothing about a connection.
    private static boolean concernsTheConnection(NetworkSettings before, NetworkSettings after) {
        return !before.withAutoconnect(after.autoconnect())
                .withPriority(after.priority())
                .equals(after);
    }

    private boolean isBy(Profile profile, Radio radio) throws BusException, InterruptedException {
        var active = radio.device().at(radio.activeConnection()).properties(NetworkManagerApi.ACTIVE);
        return active.text("Connection").equals(profile.path());
    }

    private void takeUp(Profile profile, Radio radio) throws BusException, InterruptedException {
        try {
            radio.device()
                    .call(NetworkManagerApi.DEVICE, "Reapply", "a{sa{sv}}tu", Map.of(), new UInt64(0), new UInt32(0));
        } catch (BusException refused) {
            // A hardware address, for one, cannot change under a connection: begin it anew.
            LOG.log(Level.DEBUG, "the connection begins anew: {0}", refused.getMessage());
            service.root()
                    .call(
                            NetworkManagerApi.MANAGER,
                            "ActivateConnection",
                            "ooo",
                            new DBusPath(profile.path()),
                            new DBusPath(radio.device().path()),
                            new DBusPath(NetworkManagerApi.NO_OBJECT));
        }
    }
}
