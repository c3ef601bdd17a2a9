package wifisetup.network.dbus;

import java.util.List;
import java.util.Optional;
import org.freedesktop.dbus.DBusPath;
import wifisetup.dbus.BusException;
import wifisetup.network.NetworkSettings;
import wifisetup.network.dbus.api.NetworkManagerApi;

/// An attempt with a profile that is there, and stays whatever happens. What has to change for it changes in
/// memory alone until it is kept.
///
/// @param altered what the profile was changed to, if it was
record StoredProfile(Attempt.Ground ground, Profile profile, Optional<ProfileSettings> altered, String activation)
        implements Attempt {

    /// Begins.
    ///
    /// @param wanted what the profile is to hold, if something else than now
    static StoredProfile begin(Ground ground, Profile profile, Optional<NetworkSettings> wanted)
            throws BusException, InterruptedException {
        var altered = wanted.map(profile.settings()::with).filter(settings -> !settings.equals(profile.settings()));
        if (altered.isPresent()) {
            ground.profiles().write(profile.path(), altered.get(), NetworkManagerApi.IN_MEMORY);
        }
        try {
            List<Object> answer = ground.root()
                    .call(
                            NetworkManagerApi.MANAGER,
                            "ActivateConnection",
                            "ooo",
                            new DBusPath(profile.path()),
                            new DBusPath(ground.radio().device().path()),
                            new DBusPath(NetworkManagerApi.NO_OBJECT));
            return new StoredProfile(ground, profile, altered, answer.getFirst().toString());
        } catch (BusException failure) {
            if (altered.isPresent()) {
                restore(ground, profile);
            }
            throw failure;
        }
    }

    @Override
    public boolean offersSecret() {
        return false;
    }

    @Override
    public void keep(boolean older) throws BusException, InterruptedException {
        if (altered.isPresent() || older != profile.settings().admitsOlderAlone()) {
            ground.profiles().keep(profile.path(), older);
        }
    }

    @Override
    public void replaceFormer() {
        // It is the one that was there.
    }

    /// Ending the activation would tell NetworkManager never to go there by itself again.
    @Override
    public void undo() throws BusException, InterruptedException {
        if (altered.isPresent()) {
            restore(ground, profile);
        }
    }

    @Override
    public void stop() throws BusException, InterruptedException {
        try {
            ground.root().call(NetworkManagerApi.MANAGER, "DeactivateConnection", "o", new DBusPath(activation));
        } catch (BusException failure) {
            // It is over by itself in most cases (ConnectionNotActive).
            if (!failure.error().endsWith(".ConnectionNotActive") && !failure.isAboutAVanishedObject()) {
                throw failure;
            }
        } finally {
            undo();
        }
    }

    /// Puts back what was decided before, and nothing that others have changed meanwhile.
    private static void restore(Ground ground, Profile profile) throws BusException, InterruptedException {
        var now = ground.profiles().read(profile.path());
        if (now.isPresent()) {
            ground.profiles()
                    .write(profile.path(), now.get().settings().with(profile.decided()), NetworkManagerApi.TO_DISK);
        }
    }
}
