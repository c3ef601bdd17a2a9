package wifisetup.network.dbus;

import java.lang.System.Logger.Level;
import java.util.Optional;
import wifisetup.dbus.BusException;
import wifisetup.network.Obstacle;
import wifisetup.network.Security;
import wifisetup.network.dbus.api.SupplicantApi;

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

    /// Why a network of that kind cannot be joined from here, if so.
    static Optional<Obstacle> obstacle(ServiceConnection service, Radio radio, Security security)
            throws InterruptedException {
        return switch (security) {
            case WEP -> canWep(service, radio) ? Optional.empty() : Optional.of(Obstacle.WEP);
            case ENTERPRISE_192 -> Optional.of(Obstacle.SUITE_B);
            case OPEN, OWE, WPA2, WPA2_WPA3, WPA3, ENTERPRISE -> Optional.empty();
        };
    }

    /// Current supplicants are built without WEP; one that has it says so among its ciphers.
    private static boolean canWep(ServiceConnection service, Radio radio) throws InterruptedException {
        try {
            var capabilities = service.bus()
                    .object(SupplicantApi.SERVICE, find(service, radio.name()))
                    .properties(SupplicantApi.INTERFACE)
                    .section("Capabilities");
            return capabilities.list("Group").contains("wep40");
        } catch (BusException | IllegalArgumentException failure) {
            LOG.log(Level.DEBUG, "the supplicant does not say what it can: {0}", failure.getMessage());
            return false;
        }
    }
}
