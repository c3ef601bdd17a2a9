package wifisetup.network.dbus;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import wifisetup.loop.Cancellation;
import wifisetup.network.Checkpoint;
import wifisetup.network.Connectivity;
import wifisetup.network.Country;
import wifisetup.network.Failure;
import wifisetup.network.JoinOutcome;
import wifisetup.network.JoinRequest;
import wifisetup.network.JoinStage;
import wifisetup.network.Joined;
import wifisetup.network.Network;
import wifisetup.network.NetworkSettings;
import wifisetup.network.NetworkStatus;
import wifisetup.network.ProfileId;
import wifisetup.network.SavedNetwork;
import wifisetup.network.Ssid;
import wifisetup.network.TrialOutcome;
import wifisetup.network.Wifi;
import wifisetup.network.WifiException;

/// A [Wifi] that logs how long each thing took: the figures that the lab is there to tell.
public final class StopwatchedWifi implements Wifi {
    private static final System.Logger LOG = System.getLogger("lab");

    private final Wifi wifi;

    /// The stopwatch on `wifi`.
    public StopwatchedWifi(Wifi wifi) {
        this.wifi = wifi;
    }

    @Override
    public void observe(Consumer<? super NetworkStatus> observer) {
        wifi.observe(observer);
    }

    @Override
    public List<Network> networks() throws WifiException {
        return wifi.networks();
    }

    @Override
    public List<Network> scan(List<Ssid> hidden) throws WifiException, InterruptedException {
        long since = System.nanoTime();
        var networks = wifi.scan(hidden);
        log("scan", networks.size() + " networks", since);
        return networks;
    }

    @Override
    public JoinOutcome join(JoinRequest request, Cancellation cancellation, Consumer<? super JoinStage> progress)
            throws InterruptedException {
        long since = System.nanoTime();
        var cancelled = new AtomicLong();
        cancellation.onCancel(() -> cancelled.set(System.nanoTime()));
        var outcome = wifi.join(request, cancellation, progress);
        var what = "join " + request.ssid() + " " + request.id().security() + (request.hidden() ? " hidden" : "");
        log(what, word(outcome), since);
        if (cancelled.get() != 0) {
            log("  of that, since the wish to cancel", word(outcome), cancelled.get());
        }
        return outcome;
    }

    @Override
    public List<SavedNetwork> saved() throws WifiException {
        return wifi.saved();
    }

    @Override
    public int forget(Ssid ssid) throws WifiException {
        long since = System.nanoTime();
        int forgotten = wifi.forget(ssid);
        log("forget " + ssid, forgotten + " profiles", since);
        return forgotten;
    }

    @Override
    public boolean canReturn() throws WifiException {
        return wifi.canReturn();
    }

    @Override
    public TrialOutcome joinOnTrial(
            JoinRequest request,
            Duration limit,
            Cancellation cancellation,
            Consumer<? super JoinStage> progress,
            Consumer<? super Checkpoint.End> end)
            throws InterruptedException {
        return wifi.joinOnTrial(request, limit, cancellation, progress, end);
    }

    @Override
    public void disconnect(Ssid ssid) throws WifiException {
        long since = System.nanoTime();
        wifi.disconnect(ssid);
        log("disconnect " + ssid, "done", since);
    }

    @Override
    public void change(ProfileId profile, NetworkSettings settings) throws WifiException {
        wifi.change(profile, settings);
    }

    @Override
    public void turnOn() throws WifiException {
        wifi.turnOn();
    }

    @Override
    public void setCountry(Country country) throws WifiException {
        wifi.setCountry(country);
    }

    @Override
    public Optional<String> connectivityPage() throws WifiException {
        return wifi.connectivityPage();
    }

    @Override
    public Connectivity checkConnectivity() throws WifiException {
        return wifi.checkConnectivity();
    }

    @Override
    public void close() {
        wifi.close();
    }

    private static String word(JoinOutcome outcome) {
        return switch (outcome) {
            case Joined _ -> "joined";
            case Failure failure -> failure.reason();
        };
    }

    private static void log(String what, String result, long since) {
        double seconds = (System.nanoTime() - since) / 1e9;
        LOG.log(Level.INFO, String.format(Locale.ROOT, "%-45s %-18s %6.2f s", what, result, seconds));
    }
}
