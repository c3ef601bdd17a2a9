package wifisetup.network;

import java.util.List;
import java.util.Map;
import wifisetup.secret.Secret;

/// Where the set-up on the panel is.
///
/// @param place what the person is at
/// @param networks the list, as last heard
/// @param listing how fresh the list is
/// @param drafts passwords typed and not yet accepted, kept through failure and Back
/// @param attempt the number of the newest scan or join; an answer to an older one is dropped
public record JoinState(
        Place place, List<Network> networks, Listing listing, Map<NetworkId, Secret> drafts, long attempt) {
    /// What holds at the start: nobody at work, nothing heard.
    public static final JoinState INITIAL =
            new JoinState(new Place.Closed(), List.of(), new Listing.Never(), Map.of(), 0);

    /// Keeps its own copies.
    public JoinState {
        networks = List.copyOf(networks);
        drafts = Map.copyOf(drafts);
    }

    /// What was typed for a network so far.
    public Secret draft(NetworkId id) {
        return drafts.getOrDefault(id, Secret.EMPTY);
    }

    JoinState at(Place next) {
        return new JoinState(next, networks, listing, drafts, attempt);
    }

    JoinState listed(List<Network> heard, Listing freshness) {
        return new JoinState(place, heard, freshness, drafts, attempt);
    }

    JoinState drafted(Map<NetworkId, Secret> typed) {
        return new JoinState(place, networks, listing, typed, attempt);
    }

    JoinState nextAttempt() {
        return new JoinState(place, networks, listing, drafts, attempt + 1);
    }
}
