package wifisetup.join;

import java.time.Instant;
import java.util.Optional;
import wifisetup.network.Failure;
import wifisetup.network.JoinRequest;
import wifisetup.network.JoinStage;
import wifisetup.network.Joined;
import wifisetup.network.NetworkId;
import wifisetup.network.ProfileId;
import wifisetup.network.SavedNetwork;
import wifisetup.network.Ssid;

/// What the person is at, in the set-up on the panel.
public sealed interface Place {
    /// Nobody is at work here.
    record Closed() implements Place {}

    /// Looking at the list.
    record Choosing() implements Place {}

    /// Typing the name of a network that is not in the list.
    record Naming() implements Place {}

    /// Typing a password or an account.
    ///
    /// @param hidden whether the network keeps its name to itself
    record Asking(NetworkId id, boolean hidden, Cause cause) implements Place {}

    /// Waiting for a join.
    ///
    /// @param since when it began, once that is known
    /// @param cancelling whether the person has asked to stop, and the radio has not yet
    record Joining(JoinRequest request, JoinStage stage, Optional<Instant> since, boolean cancelling)
            implements Place {}

    /// On the network.
    record Done(JoinRequest request, Joined joined) implements Place {}

    /// Not on the network.
    record Failed(JoinRequest request, Failure failure) implements Place {}

    /// Looking at the saved networks.
    record Saved() implements Place {}

    /// Looking at one of them.
    record Profile(ProfileId profile) implements Place {}

    /// Setting the device's address on a network.
    sealed interface Addressing extends Place {
        /// Which network.
        NetworkId id();

        /// For a saved network.
        record OfProfile(SavedNetwork network) implements Addressing {
            @Override
            public NetworkId id() {
                return network.id();
            }
        }

        /// For a join that failed for want of an address.
        record OfJoin(Failed failed) implements Addressing {
            @Override
            public NetworkId id() {
                return failed.request().id();
            }
        }
    }

    /// Signing in, where a sign-in page stands between the network and the internet.
    ///
    /// @param network the network, if it is by radio
    /// @param result the result from which the person came here, if not from the home page
    /// @param address the sign-in page's address, once that is known
    /// @param checking whether the internet is being looked for
    record SigningIn(Optional<Ssid> network, Optional<Done> result, Optional<String> address, boolean checking)
            implements Place {}
}
