package wifisetup.device.platform;

import java.util.List;
import java.util.Optional;
import wifisetup.network.Link;
import wifisetup.network.Network;
import wifisetup.network.NetworkStatus;
import wifisetup.network.SavedNetwork;
import wifisetup.network.Ssid;

/// Whether a network may be forgotten from afar: never the only link, for nobody out there could give it back. Pure.
final class WayBack {
    private WayBack() {}

    /// Why that network may not be forgotten, if so.
    ///
    /// @param inReach the networks in the air
    static Optional<String> objection(
            Ssid ssid, NetworkStatus status, List<SavedNetwork> saved, List<Network> inReach) {
        boolean inUse = status.link() instanceof Link.Up up && up.ssid().equals(ssid);
        if (!inUse || status.wired()) {
            return Optional.empty();
        }
        boolean another = saved.stream()
                .filter(network -> network.autoconnect() && !network.ssid().equals(ssid))
                .anyMatch(network -> inReach.stream()
                        .anyMatch(near -> near.ssid().equals(network.ssid())
                                && near.obstacle().isEmpty()));
        return another ? Optional.empty() : Optional.of("it is the only link: there would be no way back");
    }
}
