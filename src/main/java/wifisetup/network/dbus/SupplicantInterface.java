package wifisetup.network.dbus;

import java.lang.System.Logger.Level;

/// wpa_supplicant's object for the adapter. It tells of a refused WPA3 password 20 s before NetworkManager does.
final class SupplicantInterface {
    private static final System.Logger LOG = System.getLogger(SupplicantInterface.class.getName());

    private SupplicantInterface() {}

    /// The object's path, or the empty text: the supplicant may be another one, or not for this user. Then
    /// NetworkManager's own signals have to do.
    static String find(ServiceConnection service, String interfaceName) throws InterruptedException {
        try {
            return service.bus()
                    .object(SupplicantApi.SERVICE, SupplicantApi.ROOT)
                    .call(SupplicantApi.SERVICE, "GetInterface", "s", interfaceName)
                    .getFirst()
                    .toString();
        } catch (BusException failure) {
            LOG.log(Level.DEBUG, "no sight of wpa_supplicant: {0}", failure.getMessage());
            return "";
        }
    }
}
