package wifisetup.network.bus;

import java.util.List;
import java.util.Optional;
import wifisetup.network.Failure;
import wifisetup.network.Network;
import wifisetup.network.SavedNetwork;

/// What somebody who asked is told.
sealed interface Answer {
    /// What is in the air.
    record Scanned(List<Network> networks) implements Answer {
        /// Keeps its own copy of the networks.
        public Scanned {
            networks = List.copyOf(networks);
        }
    }

    /// Of what a profile is kept.
    record Saved(List<SavedNetwork> networks) implements Answer {
        /// Keeps its own copy of the networks.
        public Saved {
            networks = List.copyOf(networks);
        }
    }

    /// It is done.
    ///
    /// @param name the network, if it was done to one
    record Done(Deed deed, Optional<NetworkName> name) implements Answer {
        Done(Deed deed, NetworkName name) {
            this(deed, Optional.of(name));
        }
    }

    /// It could not be done.
    ///
    /// @param name the network, unless the request did not name any
    record Failed(Deed deed, Optional<NetworkName> name, Failure failure) implements Answer {}

    /// The device is on that Wi-Fi network.
    record IsConnected(NetworkName name) implements Answer {}

    /// The device is on no Wi-Fi network.
    record IsNotConnected() implements Answer {}

    /// How the network stands.
    record State(NetworkState state) implements Answer {}

    /// That backend runs the radio.
    record BackendInUse(String backend) implements Answer {}

    /// The backend in use stays.
    ///
    /// @param backend the one that was asked for
    record BackendRefused(String backend, BackendSwitch.Refused why) implements Answer {}

    /// What tells that `request` failed like that.
    static Answer failed(NetworkRequest request, Failure failure) {
        return switch (request) {
            case NetworkRequest.Scan _ -> new Failed(Deed.SCAN, Optional.empty(), failure);
            case NetworkRequest.GetSaved _ -> new Failed(Deed.SAVED, Optional.empty(), failure);
            case NetworkRequest.CheckConnectivity _ -> new Failed(Deed.CHECK, Optional.empty(), failure);
            case NetworkRequest.Join join -> new Failed(Deed.CONNECTION, Optional.of(join.name()), failure);
            case NetworkRequest.Disconnect(var name) -> new Failed(Deed.DISCONNECTION, Optional.of(name), failure);
            case NetworkRequest.Forget(var name) -> new Failed(Deed.FORGETTING, Optional.of(name), failure);
            case NetworkRequest.ChangeSettings change -> new Failed(Deed.CHANGE, Optional.of(change.name()), failure);
            case NetworkRequest.TurnOn _ -> new Failed(Deed.TURNING_ON, Optional.empty(), failure);
            case NetworkRequest.SetBackend(var backend) ->
                new BackendRefused(backend, new BackendSwitch.Refused(FailureText.of(failure), List.of()));
            case NetworkRequest.Question _ -> new IsNotConnected();
        };
    }
}
