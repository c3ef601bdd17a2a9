package wifisetup.network.dbus;

import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;
import wifisetup.dbus.BusException;
import wifisetup.network.dbus.api.NetworkManagerApi;
import wifisetup.network.dbus.api.SupplicantApi;

/// WPA2 alone, on networks that offer WPA3 too.
///
/// Some chips and access points fail with WPA3 although the password is right. NetworkManager offers WPA3 to the
/// supplicant whatever a profile says, so the supplicant is told itself, each time it is given such a network; a
/// profile that was found to need it remembers that, and this sees to it when the device connects by itself.
final class OlderSecurity implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(OlderSecurity.class.getName());

    private final ServiceConnection service;
    private final Radios radios;
    private final Profiles profiles;
    private final ExecutorService thread;
    private final ServiceConnection.Subscription subscription;

    /// One that looks and tells on `thread`.
    OlderSecurity(ServiceConnection service, Radios radios, Profiles profiles, ExecutorService thread) {
        this.service = service;
        this.radios = radios;
        this.profiles = profiles;
        this.thread = thread;
        this.subscription = service.subscribe(signal -> {
            if (signal.is(SupplicantApi.INTERFACE, "NetworkAdded")) {
                onThread(() -> added(signal.text(0)));
            }
        });
    }

    /// Tells the supplicant to use WPA2 alone for a network. The password stays where it is.
    ///
    /// @param block the supplicant's object for the network
    /// @return whether it could be told
    static boolean use(ServiceConnection service, String block) throws InterruptedException {
        try {
            service.bus()
                    .object(SupplicantApi.SERVICE, block)
                    .set(
                            SupplicantApi.NETWORK,
                            "Properties",
                            new Variant<>(Map.of("key_mgmt", new Variant<>(SupplicantApi.WPA2_ALONE)), "a{sv}"));
            return true;
        } catch (BusException failure) {
            LOG.log(Level.WARNING, "the supplicant could not be told to use WPA2 alone: {0}", failure.getMessage());
            return false;
        }
    }

    /// As [#use], for a network that the supplicant has been refused by: it tries again at once, where it would
    /// wait for 10 s and more.
    static boolean tryAgain(ServiceConnection service, String block) throws InterruptedException {
        if (!use(service, block)) {
            return false;
        }
        try {
            var iface = block.substring(0, block.indexOf("/Networks/"));
            service.bus()
                    .object(SupplicantApi.SERVICE, iface)
                    .call(SupplicantApi.INTERFACE, "SelectNetwork", "o", new DBusPath(block));
        } catch (BusException failure) {
            LOG.log(Level.DEBUG, "the supplicant takes its time: {0}", failure.getMessage());
        }
        return true;
    }

    @Override
    public void close() {
        subscription.close();
    }

    private void added(String block) {
        try {
            var radio = radios.find().filter(Radio::isConnected);
            if (radio.isEmpty()) {
                return;
            }
            var active = radio.get().device().at(radio.get().activeConnection()).properties(NetworkManagerApi.ACTIVE);
            if (profiles.read(active.text("Connection"))
                    .filter(profile -> profile.settings().admitsOlderAlone())
                    .isPresent()) {
                use(service, block);
            }
        } catch (BusException failure) {
            LOG.log(Level.DEBUG, "what the supplicant was given is gone: {0}", failure.getMessage());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void onThread(Runnable task) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException afterClose) {
            LOG.log(Level.TRACE, "closed");
        }
    }
}
