package wifisetup.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import wifisetup.loop.Cancellation;
import wifisetup.network.Band;
import wifisetup.network.Checkpoint;
import wifisetup.network.Connectivity;
import wifisetup.network.Country;
import wifisetup.network.Failure;
import wifisetup.network.JoinOutcome;
import wifisetup.network.JoinRequest;
import wifisetup.network.JoinStage;
import wifisetup.network.Network;
import wifisetup.network.NetworkId;
import wifisetup.network.NetworkSettings;
import wifisetup.network.NetworkStatus;
import wifisetup.network.ProfileId;
import wifisetup.network.SavedNetwork;
import wifisetup.network.Security;
import wifisetup.network.Ssid;
import wifisetup.network.TrialOutcome;
import wifisetup.network.Wifi;
import wifisetup.network.WifiException;

/// A radio that knows one open network, `Home`, and fails at everything else in the same way.
record RefusingWifi(Failure failure) implements Wifi {
    @Override
    public void observe(Consumer<? super NetworkStatus> observer) {
        // Never a word.
    }

    @Override
    public List<Network> networks() {
        var home = new NetworkId(Ssid.of("Home"), Security.OPEN);
        return List.of(new Network(home, 50, Band.GHZ_5, false, false, Optional.empty()));
    }

    @Override
    public List<Network> scan(List<Ssid> hidden) throws WifiException {
        throw new WifiException(failure);
    }

    @Override
    public JoinOutcome join(JoinRequest request, Cancellation cancellation, Consumer<? super JoinStage> progress) {
        return failure;
    }

    @Override
    public boolean canReturn() {
        return true;
    }

    @Override
    public TrialOutcome joinOnTrial(
            JoinRequest request,
            Duration limit,
            Cancellation cancellation,
            Consumer<? super JoinStage> progress,
            Consumer<? super Checkpoint.End> end) {
        return new TrialOutcome.Failed(failure);
    }

    @Override
    public void disconnect(Ssid ssid) throws WifiException {
        throw new WifiException(failure);
    }

    @Override
    public List<SavedNetwork> saved() {
        return List.of();
    }

    @Override
    public void change(ProfileId profile, NetworkSettings settings) throws WifiException {
        throw new WifiException(failure);
    }

    @Override
    public int forget(Ssid ssid) throws WifiException {
        throw new WifiException(failure);
    }

    @Override
    public void turnOn() throws WifiException {
        throw new WifiException(failure);
    }

    @Override
    public void setCountry(Country country) throws WifiException {
        throw new WifiException(failure);
    }

    @Override
    public Optional<String> connectivityPage() throws WifiException {
        throw new WifiException(failure);
    }

    @Override
    public Connectivity checkConnectivity() throws WifiException {
        throw new WifiException(failure);
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
