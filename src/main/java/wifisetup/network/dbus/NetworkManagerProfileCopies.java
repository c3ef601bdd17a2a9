package wifisetup.network.dbus;

import java.util.OptionalLong;
import org.freedesktop.dbus.utils.AddressBuilder;
import wifisetup.loop.Timer;
import wifisetup.network.WifiException;
import wifisetup.network.hosted.ProfileCopies;

/// Copies of NetworkManager's saved profiles, by a connection to the bus of their own.
public final class NetworkManagerProfileCopies implements ProfileCopies, AutoCloseable {
    private final OwnedConnection connection;
    private final SavedProfiles profiles;

    private NetworkManagerProfileCopies(OwnedConnection connection) {
        this.connection = connection;
        this.profiles = new SavedProfiles(connection.service(), new Profiles(connection.service()));
    }

    /// Those of the NetworkManager of this machine, on the system bus.
    public static NetworkManagerProfileCopies ofSystemBus(Timer timer) {
        return new NetworkManagerProfileCopies(
                new OwnedConnection(AddressBuilder.getSystemConnection(), OptionalLong.empty(), timer));
    }

    @Override
    public Copy take() throws WifiException {
        return profiles.take();
    }

    @Override
    public void close() {
        connection.close();
    }
}
