package wifisetup.network.dbus;

import java.lang.System.Logger.Level;
import java.util.Arrays;
import wifisetup.dbus.BusException;
import wifisetup.network.Ssid;
import wifisetup.network.dbus.api.NetworkManagerApi;

/// What a program that has ended has left of its access point.
final class Leftovers {
    private static final System.Logger LOG = System.getLogger(Leftovers.class.getName());

    private final ServiceConnection service;
    private final Profiles profiles;

    Leftovers(ServiceConnection service, Profiles profiles) {
        this.service = service;
        this.profiles = profiles;
    }

    /// Deletes the profiles of access points of that name; one that is open closes.
    void delete(Ssid ssid) throws BusException, InterruptedException {
        for (String path : profiles.paths()) {
            if (isAccessPoint(path, ssid)) {
                LOG.log(Level.INFO, "deleting an access point that was left: {0}", ssid);
                profiles.delete(path);
            }
        }
    }

    private boolean isAccessPoint(String path, Ssid ssid) throws BusException, InterruptedException {
        try {
            var wireless = ProfileSettings.of(service.root()
                            .at(path)
                            .call(NetworkManagerApi.PROFILE, "GetSettings", null)
                            .getFirst())
                    .section(ProfileSettings.WIRELESS);
            return wireless.text("mode").equals("ap") && Arrays.equals(wireless.bytes("ssid"), ssid.bytes());
        } catch (BusException failure) {
            if (failure.isAboutAVanishedObject()) {
                return false;
            }
            throw failure;
        }
    }
}
