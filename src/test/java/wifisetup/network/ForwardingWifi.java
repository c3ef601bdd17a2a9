package wifisetup.network;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import wifisetup.loop.Cancellation;

/// Hands everything on; a test overrides what is to go another way.
public class ForwardingWifi implements Wifi {
    private final Wifi real;

    public ForwardingWifi(Wifi real) {
        this.real = real;
    }

    @Override
    public void observe(Consumer<? super NetworkStatus> observer) {
        real.observe(observer);
    }

    @Override
    public List<Network> networks() throws WifiException {
        return real.networks();
    }

    @Override
    public List<Network> scan(List<Ssid> hidden) throws WifiException, InterruptedException {
        return real.scan(hidden);
    }

    @Override
    public JoinOutcome join(JoinRequest request, Cancellation cancellation, Consumer<? super JoinStage> progress)
            throws InterruptedException {
        return real.join(request, cancellation, progress);
    }

    @Override
    public boolean canReturn() throws WifiException {
        return real.canReturn();
    }

    @Override
    public TrialOutcome joinOnTrial(
            JoinRequest request,
            Duration limit,
            Cancellation cancellation,
            Consumer<? super JoinStage> progress,
            Consumer<? super Checkpoint.End> end)
            throws InterruptedException {
        return real.joinOnTrial(request, limit, cancellation, progress, end);
    }

    @Override
    public void disconnect(Ssid ssid) throws WifiException {
        real.disconnect(ssid);
    }

    @Override
    public List<SavedNetwork> saved() throws WifiException {
        return real.saved();
    }

    @Override
    public void change(ProfileId profile, NetworkSettings settings) throws WifiException {
        real.change(profile, settings);
    }

    @Override
    public int forget(Ssid ssid) throws WifiException {
        return real.forget(ssid);
    }

    @Override
    public void turnOn() throws WifiException {
        real.turnOn();
    }

    @Override
    public void setCountry(Country country) throws WifiException {
        real.setCountry(country);
    }

    @Override
    public Optional<String> connectivityPage() throws WifiException {
        return real.connectivityPage();
    }

    @Override
    public Connectivity checkConnectivity() throws WifiException {
        return real.checkConnectivity();
    }

    @Override
    public void close() {
        real.close();
    }
}
