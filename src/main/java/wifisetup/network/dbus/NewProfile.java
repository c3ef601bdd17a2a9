package wifisetup.network.dbus;

import java.lang.System.Logger.Level;
import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;
import wifisetup.dbus.BusException;
import wifisetup.network.Credentials;
import wifisetup.network.JoinRequest;
import wifisetup.network.dbus.api.NetworkManagerApi;

/// An attempt with a profile of its own, which lives only as long as its activation until it is kept: what is
/// left behind by a failure, or by the end of this program, vanishes by itself, and an older profile is not
/// touched.
record NewProfile(Attempt.Ground ground, JoinRequest request, String profile, String activation) implements Attempt {
    private static final System.Logger LOG = System.getLogger(NewProfile.class.getName());

    /// Begins.
    ///
    /// @param before the settings of the profile that is kept now, which the new one takes over
    static NewProfile begin(Ground ground, JoinRequest request, ProfileSettings before)
            throws BusException, InterruptedException {
        var draft = Draft.of(request, before);
        try {
            var answer = ground.root()
                    .call(
                            NetworkManagerApi.MANAGER,
                            "AddAndActivateConnection2",
                            "a{sa{sv}}ooa{sv}",
                            draft.sections(),
                            new DBusPath(ground.radio().device().path()),
                            new DBusPath(NetworkManagerApi.NO_OBJECT),
                            Map.of("persist", new Variant<>("volatile")));
            return new NewProfile(
                    ground, request, answer.get(0).toString(), answer.get(1).toString());
        } catch (BusException failure) {
            if (failure.isAboutAMissingAnswer()) {
                // It may have been done all the same.
                ground.profiles().deleteByUuid(draft.uuid());
            }
            throw failure;
        }
    }

    @Override
    public boolean offersSecret() {
        return request.credentials() instanceof Credentials.Passphrase
                || request.credentials() instanceof Credentials.Account;
    }

    @Override
    public void keep(boolean older) throws BusException, InterruptedException {
        ground.profiles().keep(profile, older);
    }

    @Override
    public void replaceFormer() throws BusException, InterruptedException {
        for (Profile former : ground.profiles().kept()) {
            if (former.isFor(request.id())
                    && former.isUsableBy(ground.radio().name())
                    && !former.path().equals(profile)) {
                deleteFormer(former);
            }
        }
    }

    @Override
    public void undo() throws BusException, InterruptedException {
        ground.profiles().delete(profile);
    }

    @Override
    public void stop() throws BusException, InterruptedException {
        undo();
    }

    /// One that cannot be deleted (by an administrator's will, say) is no reason to leave the network again.
    private void deleteFormer(Profile former) throws InterruptedException {
        try {
            ground.profiles().delete(former.path());
        } catch (BusException refused) {
            LOG.log(Level.WARNING, "a former profile of the network stays: {0}", refused.getMessage());
        }
    }
}
