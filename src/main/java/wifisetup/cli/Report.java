package wifisetup.cli;

import java.util.List;
import java.util.Optional;
import wifisetup.network.Country;
import wifisetup.network.Failure;
import wifisetup.network.Joined;
import wifisetup.network.Network;
import wifisetup.network.NetworkStatus;
import wifisetup.network.SavedNetwork;
import wifisetup.network.Ssid;

/// Says what a command found or did. Lists and states are the answer; what hinders it is told beside it, too.
public interface Report {
    /// What is in the air.
    void networks(List<Network> networks);

    /// What is saved.
    void saved(List<SavedNetwork> networks);

    /// How the device is connected.
    ///
    /// @return whether somebody still reads
    boolean status(NetworkStatus status);

    /// The device is on that network now.
    void joined(Ssid ssid, Joined joined);

    /// The device is no longer on that network.
    void disconnected(Ssid ssid);

    /// That many profiles of that network are gone.
    void forgotten(Ssid ssid, int profiles);

    /// That many profiles of that network hold something else now.
    void changed(Ssid ssid, int profiles);

    /// The radio is on.
    ///
    /// @param country where it is, if that was said
    void turnedOn(Optional<Country> country);

    /// It was not to be.
    void failed(Failure failure);
}
