package wifisetup.network.bus;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import wifisetup.loop.Cancellation;
import wifisetup.network.Adapter;
import wifisetup.network.Failure;
import wifisetup.network.JoinRequest;
import wifisetup.network.Joined;
import wifisetup.network.Link;
import wifisetup.network.NetworkStatus;
import wifisetup.network.SavedNetwork;
import wifisetup.network.Ssid;
import wifisetup.network.Wifi;
import wifisetup.network.WifiException;
import wifisetup.network.named.NamedJoin;
import wifisetup.network.named.Names;
import wifisetup.network.named.SettingsChange;

/// Does with a [Wifi] what was asked on the bus. Everything here blocks; any thread.
final class RequestPerformer {
    /// How long the status may take to show what was done: a program that asks right after the answer is told the same.
    static final Duration SETTLING = Duration.ofSeconds(5);

    private final Wifi wifi;
    private final LastStatus status;
    private final Names names;
    private final BackendSwitch backends;
    private final Supplier<NetworkState> state;

    /// @param status what `wifi` shows
    /// @param state the same, in the words of the bus
    RequestPerformer(Wifi wifi, LastStatus status, BackendSwitch backends, Supplier<NetworkState> state) {
        this.wifi = wifi;
        this.status = status;
        this.names = new Names(wifi);
        this.backends = backends;
        this.state = state;
    }

    /// Looks, and tells what it saw.
    ///
    /// @throws WifiException if that cannot be told
    Answer look(NetworkRequest.Look look) throws WifiException, InterruptedException {
        return switch (look) {
            case NetworkRequest.Scan _ -> new Answer.Scanned(wifi.scan(List.of()));
            case NetworkRequest.GetSaved _ -> new Answer.Saved(wifi.saved());
            case NetworkRequest.CheckConnectivity _ -> {
                var reach = wifi.checkConnectivity();
                status.await(now -> now.connectivity() == reach, SETTLING);
                yield new Answer.State(state.get());
            }
        };
    }

    /// Performs `change` to its end.
    ///
    /// @param cancellation ends a join early
    /// @throws WifiException if it cannot be done
    Answer perform(NetworkRequest.Change change, Cancellation cancellation) throws WifiException, InterruptedException {
        return switch (change) {
            case NetworkRequest.Join join -> join(join, cancellation);
            case NetworkRequest.Disconnect(var name) -> {
                var ssid = ssid(name);
                wifi.disconnect(ssid);
                status.await(now -> !isOn(now, ssid), SETTLING);
                yield new Answer.Done(Deed.DISCONNECTION, name);
            }
            case NetworkRequest.Forget(var name) -> {
                var ssid = ssid(name);
                if (wifi.forget(ssid) == 0) {
                    throw new WifiException(new Failure.NotKnown());
                }
                status.await(now -> !isOn(now, ssid), SETTLING);
                yield new Answer.Done(Deed.FORGETTING, name);
            }
            case NetworkRequest.ChangeSettings(var name, var changes) -> {
                change(ssid(name), changes);
                yield new Answer.Done(Deed.CHANGE, name);
            }
            case NetworkRequest.TurnOn(var country) -> {
                if (country.isPresent()) {
                    wifi.setCountry(country.get());
                } else {
                    wifi.turnOn();
                }
                status.await(now -> !(now.adapter() instanceof Adapter.Blocked), SETTLING);
                yield new Answer.Done(Deed.TURNING_ON, Optional.empty());
            }
            case NetworkRequest.SetBackend(var backend) ->
                switch (backends.to(backend)) {
                    case BackendSwitch.InUse(var name) -> new Answer.BackendInUse(name);
                    case BackendSwitch.Refused refused -> new Answer.BackendRefused(backend, refused);
                };
        };
    }

    private Answer join(NetworkRequest.Join join, Cancellation cancellation)
            throws WifiException, InterruptedException {
        var request = cancellable(() -> request(join), cancellation);
        return switch (wifi.join(request, cancellation, _ -> {})) {
            case Joined(var link, var reach) -> {
                status.await(now -> isOn(now, link.ssid()) && now.connectivity() == reach, SETTLING);
                yield new Answer.Done(Deed.CONNECTION, join.name());
            }
            case Failure failure -> Answer.failed(join, failure);
        };
    }

    private void change(Ssid ssid, SettingsChange changes) throws WifiException {
        var saved = profiles(ssid);
        if (saved.isEmpty()) {
            throw new WifiException(new Failure.NotKnown());
        }
        for (SavedNetwork network : saved) {
            wifi.change(network.profile(), changes.applyTo(network.settings()));
        }
    }

    private List<SavedNetwork> profiles(Ssid ssid) throws WifiException {
        return wifi.saved().stream()
                .filter(network -> network.ssid().equals(ssid))
                .toList();
    }

    private static boolean isOn(NetworkStatus status, Ssid ssid) {
        return status.link() instanceof Link.Up up && up.ssid().equals(ssid);
    }

    private JoinRequest request(NetworkRequest.Join join) throws WifiException, InterruptedException {
        var ssid = ssid(join.name());
        return switch (join) {
            case NetworkRequest.Connect connect ->
                names.request(
                        new NamedJoin(ssid, connect.hint(), connect.offered(), connect.hidden(), connect.changes()));
            case NetworkRequest.Reconnect _ -> names.again(ssid);
        };
    }

    private Ssid ssid(NetworkName name) throws WifiException {
        return name.ssid().isPresent() ? name.ssid().get() : names.find(name.text());
    }

    /// Looks for a network on a thread of its own, so that nobody who cancels waits for scans.
    private static JoinRequest cancellable(Callable<JoinRequest> search, Cancellation cancellation)
            throws WifiException, InterruptedException {
        var task = new FutureTask<>(search);
        Thread.ofVirtual().name("network-search").start(task);
        cancellation.onCancel(() -> task.cancel(true));
        try {
            return task.get();
        } catch (CancellationException cancelled) {
            throw new WifiException(new Failure.Cancelled(), cancelled);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof WifiException expected) {
                throw expected;
            }
            throw new IllegalStateException("the search itself failed", failed.getCause());
        } finally {
            task.cancel(true);
        }
    }
}
