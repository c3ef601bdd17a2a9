package wifisetup.network.dbus;

import java.util.Optional;
import wifisetup.dbus.BusException;
import wifisetup.dbus.BusObject;
import wifisetup.loop.Timer;
import wifisetup.network.Credentials;
import wifisetup.network.JoinRequest;

/// What NetworkManager was made to do for a join, so that it can be kept or undone.
sealed interface Attempt permits NewProfile, StoredProfile {
    /// The path of the active connection.
    String activation();

    /// Whether a password or an account that somebody typed is tried.
    boolean offersSecret();

    /// Makes it last. A profile that was there before stays beside it.
    ///
    /// @param older whether the profile is to remember that the network admits by WPA2 alone
    void keep(boolean older) throws BusException, InterruptedException;

    /// Deletes what the kept profile takes the place of.
    void replaceFormer() throws BusException, InterruptedException;

    /// Leaves nothing of it, after a failure. A profile that was there before is NetworkManager's own business
    /// again: it goes on trying, and connects when it can.
    void undo() throws BusException, InterruptedException;

    /// Leaves nothing of it although NetworkManager has ended: what the next one finds of it is undone as soon as
    /// that is there.
    void undoOnReturn();

    /// Leaves nothing of it, because somebody wants it stopped.
    void stop() throws BusException, InterruptedException;

    /// What an attempt works on.
    record Ground(ServiceConnection service, Profiles profiles, Connections connections, Timer timer, Radio radio) {
        BusObject root() throws BusException, InterruptedException {
            return service.root();
        }
    }

    /// Begins what `request` asks for.
    ///
    /// @param known the profile that is kept for that network, if there is one
    static Attempt begin(Ground ground, JoinRequest request, Optional<Profile> known)
            throws BusException, InterruptedException {
        return request.credentials() instanceof Credentials.Saved && known.isPresent()
                ? StoredProfile.begin(ground, known.get(), request.settings())
                : NewProfile.begin(ground, request, known.map(Profile::settings).orElse(ProfileSettings.NONE));
    }
}
