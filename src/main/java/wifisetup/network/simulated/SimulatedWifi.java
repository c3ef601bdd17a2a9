package wifisetup.network.simulated;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
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

/// The port to a simulated [Radio]. Closing it ends its own join, and its own trial, and leaves the radio as it is.
public final class SimulatedWifi implements Wifi {
    private final Radio radio;
    private final Herald herald = new Herald();

    /// A port to that radio.
    public SimulatedWifi(Radio radio) {
        this.radio = radio;
    }

    @Override
    public void observe(Consumer<? super NetworkStatus> observer) {
        radio.observe(herald, observer);
    }

    @Override
    public List<Network> networks() throws WifiException {
        return radio.networks();
    }

    @Override
    public List<Network> scan(List<Ssid> hidden) throws WifiException, InterruptedException {
        await(radio.scan(hidden));
        return radio.networks();
    }

    @Override
    public JoinOutcome join(JoinRequest request, Cancellation cancellation, Consumer<? super JoinStage> progress)
            throws InterruptedException {
        if (cancellation.isCancelled()) {
            return new Failure.Cancelled();
        }
        var attempt = radio.begin(request, herald, progress);
        cancellation.onCancel(() -> radio.cancel(attempt));
        try {
            return await(attempt.outcome());
        } catch (InterruptedException interrupted) {
            radio.cancel(attempt);
            throw interrupted;
        }
    }

    @Override
    public boolean canReturn() {
        return radio.canReturn();
    }

    @Override
    public TrialOutcome joinOnTrial(
            JoinRequest request,
            Duration limit,
            Cancellation cancellation,
            Consumer<? super JoinStage> progress,
            Consumer<? super Checkpoint.End> end)
            throws InterruptedException {
        if (cancellation.isCancelled()) {
            return new TrialOutcome.Failed(new Failure.Cancelled());
        }
        var begun = radio.beginTrial(request, limit, herald, progress, end);
        if (begun.isEmpty()) {
            return new TrialOutcome.Busy();
        }
        var trial = begun.get();
        cancellation.onCancel(() -> radio.cancel(trial.attempt()));
        try {
            return switch (await(trial.attempt().outcome())) {
                case Joined joined -> new TrialOutcome.OnTrial(joined, new SimulatedCheckpoint(radio, trial));
                case Failure failure -> new TrialOutcome.Failed(failure);
            };
        } catch (InterruptedException interrupted) {
            radio.cancel(trial.attempt());
            throw interrupted;
        }
    }

    @Override
    public void disconnect(Ssid ssid) throws WifiException {
        radio.disconnect(ssid);
    }

    @Override
    public void change(ProfileId profile, NetworkSettings settings) throws WifiException {
        radio.change(profile, settings);
    }

    @Override
    public void setCountry(Country country) throws WifiException {
        radio.setCountry(country);
    }

    @Override
    public Optional<String> connectivityPage() {
        return Optional.empty();
    }

    @Override
    public Connectivity checkConnectivity() throws WifiException {
        return radio.checkConnectivity();
    }

    @Override
    public List<SavedNetwork> saved() throws WifiException {
        return radio.saved();
    }

    @Override
    public int forget(Ssid ssid) throws WifiException {
        return radio.forget(ssid);
    }

    @Override
    public void turnOn() throws WifiException {
        radio.turnOn();
    }

    @Override
    public void close() {
        radio.leave(herald);
        herald.close();
    }

    static <T> T await(Future<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("the simulation itself failed", impossible.getCause());
        }
    }
}
