package wifisetup.network.dbus;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import wifisetup.dbus.BusException;
import wifisetup.dbus.BusObject;
import wifisetup.dbus.Signal;
import wifisetup.loop.Timer;
import wifisetup.network.dbus.api.NetworkManagerApi;

/// What a radio was connected by, to tell whether it is so again.
///
/// @param device the radio
/// @param profile the UUID of the profile, or the empty text: it was not connected
record FormerConnection(BusObject device, String profile) {
    private static final System.Logger LOG = System.getLogger(FormerConnection.class.getName());

    /// NetworkManager is back in 2 s, in a busy neighbourhood in 10.
    private static final Duration RETURNING = Duration.ofSeconds(20);

    /// The connection that `radio` has now.
    static FormerConnection of(Radio radio) throws BusException, InterruptedException {
        return new FormerConnection(radio.device(), activeProfile(radio.device()));
    }

    /// Does what leads back to it, and waits until the radio is connected by it, or it is clear that this takes
    /// long.
    void awaitAfter(ServiceConnection service, Timer timer, Return way) throws BusException, InterruptedException {
        BlockingQueue<Boolean> mayBeBack = new LinkedBlockingQueue<>();
        try (var _ = service.subscribe(signal -> {
            if (concerns(signal)) {
                mayBeBack.add(true);
            }
        })) {
            way.begin();
            var limit = timer.after(RETURNING, () -> mayBeBack.add(false));
            try {
                while (!isBack()) {
                    if (!mayBeBack.take()) {
                        LOG.log(Level.INFO, "the device is not back on its former network within {0}", RETURNING);
                        return;
                    }
                }
            } finally {
                limit.cancel();
            }
        }
    }

    /// Leads back.
    interface Return {
        void begin() throws BusException, InterruptedException;
    }

    private boolean concerns(Signal signal) {
        return signal.path().equals(device.path()) && signal.is(NetworkManagerApi.DEVICE, "StateChanged");
    }

    private boolean isBack() throws BusException, InterruptedException {
        var state = device.properties(NetworkManagerApi.DEVICE).number("State");
        return profile.isEmpty()
                ? state <= NetworkManagerApi.DISCONNECTED
                : state == NetworkManagerApi.CONNECTED && activeProfile(device).equals(profile);
    }

    private static String activeProfile(BusObject device) throws BusException, InterruptedException {
        var active = device.properties(NetworkManagerApi.DEVICE).text("ActiveConnection");
        if (active.isEmpty() || active.equals(NetworkManagerApi.NO_OBJECT)) {
            return "";
        }
        try {
            return device.at(active).properties(NetworkManagerApi.ACTIVE).text("Uuid");
        } catch (BusException failure) {
            if (failure.isAboutAVanishedObject()) {
                return "";
            }
            throw failure;
        }
    }
}
