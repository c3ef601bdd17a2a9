package wifisetup.network.dbus;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import wifisetup.dbus.Signal;
import wifisetup.network.Failure;
import wifisetup.network.dbus.api.NetworkManagerApi;
import wifisetup.network.dbus.api.SupplicantApi;

/// Tells from signals how the device's own access point fares. One thread.
final class AccessPointWatch {
    private final String device;
    private final String activation;
    private final String supplicant;
    private final Set<String> stations = new HashSet<>();
    private Failure reason = new Failure.Other("NetworkManager ended the access point");

    /// @param activation the path of its active connection
    /// @param supplicant the path of wpa_supplicant's interface object, or the empty text: then stations are not
    ///     seen
    AccessPointWatch(String device, String activation, String supplicant) {
        this.device = device;
        this.activation = activation;
        this.supplicant = supplicant;
    }

    /// What became of it.
    sealed interface Verdict {
        /// Stations can join.
        record Open() implements Verdict {}

        /// It is not there, or no longer.
        record Closed(Failure failure) implements Verdict {}
    }

    /// What a signal means.
    sealed interface Event {
        /// It opened or closed.
        record Decided(Verdict verdict) implements Event {}

        /// That many stations are on it.
        record Stations(int count) implements Event {}
    }

    /// What `signal` means, mostly nothing.
    List<Event> read(Signal signal) {
        if (signal.path().equals(activation) && signal.is(NetworkManagerApi.ACTIVE, "StateChanged")) {
            return switch (signal.number(0)) {
                case NetworkManagerApi.ACTIVATED -> List.of(new Event.Decided(new Verdict.Open()));
                case NetworkManagerApi.DEACTIVATED -> closed(reason);
                default -> List.of();
            };
        }
        if (signal.path().equals(device) && signal.is(NetworkManagerApi.DEVICE, "StateChanged")) {
            remember(signal.number(0), signal.number(2));
            return List.of();
        }
        if (!supplicant.isEmpty() && signal.path().equals(supplicant)) {
            return station(signal);
        }
        if (signal.is(NetworkManagerApi.MANAGER, "DeviceRemoved")
                && signal.text(0).equals(device)) {
            return closed(new Failure.NoAdapter());
        }
        if (signal.is("org.freedesktop.DBus", "NameOwnerChanged")
                && signal.text(0).equals(NetworkManagerApi.SERVICE)) {
            return closed(new Failure.BackendUnavailable("NetworkManager ended"));
        }
        return List.of();
    }

    private static List<Event> closed(Failure failure) {
        return List.of(new Event.Decided(new Verdict.Closed(failure)));
    }

    private void remember(int state, int why) {
        if (state == NetworkManagerApi.FAILED) {
            reason = switch (why) {
                case NetworkManagerApi.REASON_SHARED_START_FAILED, NetworkManagerApi.REASON_SHARED_FAILED ->
                    new Failure.Other("NetworkManager cannot share addresses: is dnsmasq-base installed?");
                case NetworkManagerApi.REASON_SUPPLICANT_CONFIG_FAILED, NetworkManagerApi.REASON_SUPPLICANT_FAILED ->
                    new Failure.Other("the adapter refuses to be an access point");
                case NetworkManagerApi.REASON_SUPPLICANT_TIMEOUT -> new Failure.TimedOut();
                default -> new Failure.Other("NetworkManager's reason " + why);
            };
        } else if (state == NetworkManagerApi.UNAVAILABLE || state == NetworkManagerApi.UNMANAGED) {
            reason = why == NetworkManagerApi.REASON_REMOVED
                    ? new Failure.NoAdapter()
                    : new Failure.Other("the adapter was taken away, NetworkManager's reason " + why);
        }
    }

    private List<Event> station(Signal signal) {
        boolean came = signal.is(SupplicantApi.INTERFACE, "StaAuthorized") && stations.add(signal.text(0));
        boolean left = signal.is(SupplicantApi.INTERFACE, "StaDeauthorized") && stations.remove(signal.text(0));
        return came || left ? List.of(new Event.Stations(stations.size())) : List.of();
    }
}
