package wifisetup.device;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import wifisetup.network.Credentials;
import wifisetup.network.Failure;
import wifisetup.network.IpSettings;
import wifisetup.network.JoinRequest;
import wifisetup.network.Network;
import wifisetup.network.NetworkId;
import wifisetup.network.NetworkSettings;
import wifisetup.network.SavedNetwork;
import wifisetup.network.Security;
import wifisetup.network.Wifi;
import wifisetup.network.WifiException;

/// Turns a change of the network, as a manager words it, into a join: what the manager leaves open is taken
/// from what is saved and from the air.
final class ChangeRequest {
    private final Wifi wifi;

    ChangeRequest(Wifi wifi) {
        this.wifi = wifi;
    }

    /// The join that makes this change.
    ///
    /// @throws WifiException with [Failure.NotKnown] if the address is to change, and the device is on no Wi-Fi
    JoinRequest of(NetworkChange change) throws WifiException {
        var saved = wifi.saved();
        return switch (change) {
            case NetworkChange.Wifi there ->
                new JoinRequest(
                        id(there),
                        there.credentials(),
                        there.hidden(),
                        Optional.of(settings(saved, id(there), there.ipv4())));
            case NetworkChange.Address(var ipv4) -> {
                var present = wifi.networks().stream()
                        .filter(Network::connected)
                        .findFirst()
                        .orElseThrow(() -> new WifiException(new Failure.NotKnown()));
                yield new JoinRequest(
                        present.id(),
                        present.security().isOpen() ? new Credentials.None() : new Credentials.Saved(),
                        false,
                        Optional.of(settings(saved, present.id(), ipv4)));
            }
        };
    }

    /// The row of the list that is meant: of that name, with that kind of security or one that shares its
    /// passwords.
    private NetworkId id(NetworkChange.Wifi there) throws WifiException {
        return wifi.networks().stream()
                .filter(row -> row.ssid().equals(there.ssid()))
                .filter(row -> there.security().map(row.security()::isAlike).orElse(true))
                .max(Comparator.comparingInt(Network::strength))
                .map(Network::id)
                .orElseGet(() -> new NetworkId(there.ssid(), there.security().orElseGet(() -> guess(there))));
    }

    private static Security guess(NetworkChange.Wifi there) {
        return there.credentials() instanceof Credentials.None ? Security.OPEN : Security.WPA2;
    }

    /// What is saved of that network: a profile of just its kind, else one of a kind that shares its passwords,
    /// as a profile for WPA2 serves an access point in transition mode.
    private static NetworkSettings settings(List<SavedNetwork> saved, NetworkId id, IpSettings ipv4) {
        return saved.stream()
                .filter(network -> network.ssid().equals(id.ssid())
                        && network.id().security().isAlike(id.security()))
                .max(Comparator.comparing(network -> network.id().equals(id)))
                .map(SavedNetwork::settings)
                .orElse(NetworkSettings.DEFAULT)
                .withIpv4(ipv4);
    }
}
