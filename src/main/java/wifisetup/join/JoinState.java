package wifisetup.join;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wifisetup.network.Network;
import wifisetup.network.NetworkId;
import wifisetup.network.NetworkStatus;
import wifisetup.secret.Secret;

/// Where the set-up on the panel is.
///
/// @param place what the person is at
/// @param networks the list, as last heard
/// @param listing how fresh the list is
/// @param status the connection, as last heard
/// @param drafts passwords typed and not yet accepted, kept through failure and Back
/// @param attempt the number of the newest join; what an older one answers is dropped
public record JoinState(
        Place place,
        List<Network> networks,
        Listing listing,
        NetworkStatus status,
        Map<NetworkId, Secret> drafts,
        long attempt) {
    /// What holds at the start: nobody at work, nothing heard.
    public static final JoinState INITIAL =
            new JoinState(new Place.Closed(), List.of(), new Listing.Never(), NetworkStatus.UNKNOWN, Map.of(), 0);

    /// Keeps its own copies.
    public JoinState {
        networks = List.copyOf(networks);
        drafts = Map.copyOf(drafts);
    }

    /// What was typed for a network so far.
    public Secret draft(NetworkId id) {
        return drafts.getOrDefault(id, Secret.EMPTY);
    }

    /// The row of that network, if it is in the list.
    public Optional<Network> network(NetworkId id) {
        return networks.stream().filter(network -> network.id().equals(id)).findFirst();
    }

    JoinState at(Place next) {
        return new JoinState(next, networks, listing, status, drafts, attempt);
    }

    JoinState listed(List<Network> heard, Listing freshness) {
        return new JoinState(place, heard, freshness, status, drafts, attempt);
    }

    JoinState knowing(NetworkStatus heard) {
        return new JoinState(place, networks, listing, heard, drafts, attempt);
    }

    /// With `text` as the draft for `id`; the empty text is none.
    JoinState drafted(NetworkId id, Secret text) {
        var next = new HashMap<>(drafts);
        if (text.isEmpty()) {
            next.remove(id);
        } else {
            next.put(id, text);
        }
        return new JoinState(place, networks, listing, status, next, attempt);
    }

    JoinState nextAttempt() {
        return new JoinState(place, networks, listing, status, drafts, attempt + 1);
    }
}
