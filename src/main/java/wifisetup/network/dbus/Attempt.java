package wifisetup.network.dbus;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;
import wifisetup.network.Credentials;
import wifisetup.network.JoinRequest;
import wifisetup.network.Ssid;

/// What NetworkManager was made to do for a join, so that it can be kept or undone.
sealed interface Attempt {
    /// The log of what is not worth a failure.
    System.Logger LOG = System.getLogger(Attempt.class.getName());

    /// The path of the active connection.
    String activation();

    /// Whether a password that somebody typed is tried.
    boolean offersPassword();

    /// Makes it last.
    void keep() throws BusException, InterruptedException;

    /// Leaves nothing of it.
    void undo() throws BusException, InterruptedException;

    /// Begins with a new profile, which lives only as long as its activation until it is kept: what is left behind by
    /// a failure, or by the end of this program, vanishes by itself, and an older profile is not touched.
    static Attempt withNew(ServiceConnection service, Profiles profiles, Radio radio, JoinRequest request)
            throws BusException, InterruptedException {
        var answer = service.root()
                .call(
                        NetworkManagerApi.MANAGER,
                        "AddAndActivateConnection2",
                        "a{sa{sv}}ooa{sv}",
                        Draft.of(request, ProfileSettings.NONE, false).sections(),
                        new DBusPath(radio.device().path()),
                        new DBusPath(NetworkManagerApi.NO_OBJECT),
                        Map.of("persist", new Variant<>("volatile")));
        return new New(
                profiles,
                request.ssid(),
                answer.get(0).toString(),
                answer.get(1).toString(),
                request.credentials() instanceof Credentials.Passphrase);
    }

    /// Begins with a profile that is there, and stays whatever happens.
    static Attempt withStored(ServiceConnection service, Profiles profiles, Radio radio, Profile profile)
            throws BusException, InterruptedException {
        List<Object> answer = service.root()
                .call(
                        NetworkManagerApi.MANAGER,
                        "ActivateConnection",
                        "ooo",
                        new DBusPath(profile.path()),
                        new DBusPath(radio.device().path()),
                        new DBusPath(NetworkManagerApi.NO_OBJECT));
        return new Stored(service, answer.getFirst().toString());
    }

    /// With a profile of its own.
    record New(Profiles profiles, Ssid ssid, String profile, String activation, boolean offersPassword)
            implements Attempt {
        @Override
        public void keep() throws BusException, InterruptedException {
            profiles.keep(profile);
            for (Profile older : profiles.of(ssid)) {
                if (!older.path().equals(profile)) {
                    deleteOlder(older);
                }
            }
        }

        /// One that cannot be deleted (by an administrator's will, say) is no reason to leave the network again.
        private void deleteOlder(Profile older) throws InterruptedException {
            try {
                profiles.delete(older.path());
            } catch (BusException refused) {
                LOG.log(Level.WARNING, "an older profile of the network stays: {0}", refused.getMessage());
            }
        }

        @Override
        public void undo() throws BusException, InterruptedException {
            profiles.delete(profile);
        }
    }

    /// With somebody's profile.
    record Stored(ServiceConnection service, String activation) implements Attempt {
        @Override
        public boolean offersPassword() {
            return false;
        }

        @Override
        public void keep() {
            // It is kept already.
        }

        @Override
        public void undo() throws BusException, InterruptedException {
            try {
                service.root().call(NetworkManagerApi.MANAGER, "DeactivateConnection", "o", new DBusPath(activation));
            } catch (BusException failure) {
                // It is over by itself in most cases (ConnectionNotActive).
                if (!failure.error().endsWith(".ConnectionNotActive") && !failure.isAboutAVanishedObject()) {
                    throw failure;
                }
            }
        }
    }
}
