package wifisetup;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import wifisetup.loop.Timer;
import wifisetup.network.Adapter;
import wifisetup.network.NetworkStatus;
import wifisetup.network.Wifi;
import wifisetup.network.dbus.NetworkManagerWifi;
import wifisetup.network.iw.Iw;
import wifisetup.network.simulated.Air;
import wifisetup.network.simulated.Pace;
import wifisetup.network.simulated.Radio;
import wifisetup.network.simulated.SimulatedWifi;

/// Chooses whoever runs the radio.
final class Backends {
    private static final System.Logger LOG = System.getLogger(Backends.class.getName());

    /// How long NetworkManager may take to say something, before it is taken to be there and slow.
    private static final Duration FIRST_WORD = Duration.ofSeconds(3);

    private Backends() {}

    /// A backend and what it is called in the log.
    record Chosen(Wifi wifi, String name, boolean simulated) {}

    static Chosen open(Settings.Backend wanted, Timer timer) throws StartException {
        return switch (wanted) {
            case AUTO -> auto(timer);
            case DBUS -> dbus(NetworkManagerWifi.ofSystemBus(new Iw(List.of("iw")), timer));
            case SIMULATED -> simulated(timer);
            case NMCLI ->
                throw new StartException(
                        ExitCode.MACHINE_LACKS,
                        "the backend nmcli is not part of this version; use --backend dbus",
                        null);
        };
    }

    private static Chosen auto(Timer timer) throws StartException {
        var networkManager = NetworkManagerWifi.ofSystemBus(new Iw(List.of("iw")), timer);
        var firstWord = new CompletableFuture<Adapter>();
        networkManager.observe(status -> {
            if (!status.equals(NetworkStatus.UNKNOWN)) {
                firstWord.complete(status.adapter());
            }
        });
        try {
            if (firstWord.get(FIRST_WORD.toMillis(), TimeUnit.MILLISECONDS) instanceof Adapter.Unavailable(var why)) {
                LOG.log(Level.INFO, "no NetworkManager here ({0}): the networks are simulated", why);
                networkManager.close();
                return simulated(timer);
            }
        } catch (TimeoutException slow) {
            LOG.log(Level.INFO, "NetworkManager takes its time: {0}", slow.toString());
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            networkManager.close();
            throw new StartException(ExitCode.FAILED, "interrupted while starting", interrupted);
        }
        return dbus(networkManager);
    }

    private static Chosen dbus(Wifi wifi) {
        return new Chosen(wifi, "dbus", false);
    }

    private static Chosen simulated(Timer timer) {
        return new Chosen(new SimulatedWifi(new Radio(Air.demo(), timer, Pace.REAL)), "simulated", true);
    }
}
