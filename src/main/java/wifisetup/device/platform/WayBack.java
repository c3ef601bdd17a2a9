package wifisetup.device.platform;

import java.util.List;
import java.util.Optional;
import wifisetup.network.Link;
import wifisetup.network.Network;
import wifisetup.network.NetworkStatus;
import wifisetup.network.SavedNetwork;
import wifisetup.network.Ssid;

/// Whether a network may be forgotten from afar: only where another link is up, or can come up by itself, for
/// nobody out there could give the network back. Pure.
final class WayBack {
    private WayBack() {}

    /// Why that network may not be forgotten, if so. A device that is on no network at this moment may be on its
    /// way to this one.
    ///
    /// @param status the device's links, now
    /// @param inReach the networks in the air, now
    static Optional<String> objection(
            Ssid ssid, NetworkStatus status, List<SavedNetwork> saved, List<Network> inReach) {
        return status.wired() || isOnAnother(ssid, status, inReach) || anotherIsInReach(ssid, saved, inReach)
                ? Optional.empty()
                : Optional.of("it is the only link: there would be no way back");
    }

    /// As both say who were asked: the one may have been overtaken by the other.
    private static boolean isOnAnother(Ssid ssid, NetworkStatus status, List<Network> inReach) {
        return status.link() instanceof Link.Up up
                && !up.ssid().equals(ssid)
                && inReach.stream()
                        .noneMatch(near -> near.connected() && near.ssid().equals(ssid));
    }

    private static boolean anotherIsInReach(Ssid ssid, List<SavedNetwork> saved, List<Network> inReach) {
        return saved.stream()
                .filter(network -> network.autoconnect() && !network.ssid().equals(ssid))
                .anyMatch(network -> inReach.stream().anyMatch(near -> isThatNetwork(near, network)));
    }

    /// The name alone is anybody's: an open `guest` does not stand in for one with a password.
    private static boolean isThatNetwork(Network near, SavedNetwork saved) {
        return near.ssid().equals(saved.ssid())
                && saved.id().security().isAlike(near.security())
                && near.obstacle().isEmpty();
    }
}
