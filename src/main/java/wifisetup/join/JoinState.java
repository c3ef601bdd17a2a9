package wifisetup.join;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import wifisetup.network.Failure;
import wifisetup.network.Network;
import wifisetup.network.NetworkId;
import wifisetup.network.NetworkSettings;
import wifisetup.network.NetworkStatus;
import wifisetup.network.ProfileId;
import wifisetup.network.SavedNetwork;

/// Where the set-up on the panel is.
///
/// @param place what the person is at
/// @param networks the list, as last heard
/// @param saved the saved networks, as last heard
/// @param listing how fresh the list is
/// @param status the connection, as last heard
/// @param drafts what was typed and has not yet served
/// @param trouble why what the person asked for last, beside a join, was not done, if it was not
/// @param attempt the number of the newest join; what an older one answers is dropped
public record JoinState(
        Place place,
        List<Network> networks,
        List<SavedNetwork> saved,
        Listing listing,
        NetworkStatus status,
        Drafts drafts,
        Optional<Failure> trouble,
        long attempt) {
    /// What holds at the start: nobody at work, nothing heard.
    public static final JoinState INITIAL = new JoinState(
            new Place.Closed(),
            List.of(),
            List.of(),
            new Listing.Never(),
            NetworkStatus.UNKNOWN,
            Drafts.NONE,
            Optional.empty(),
            0);

    /// Keeps its own copies.
    public JoinState {
        networks = List.copyOf(networks);
        saved = List.copyOf(saved);
    }

    /// The row of that network, if it is in the list.
    public Optional<Network> network(NetworkId id) {
        return networks.stream().filter(network -> network.id().equals(id)).findFirst();
    }

    /// The row of that saved network, if it is in reach: of its name the one that is most likely meant.
    public Optional<Network> inReach(SavedNetwork network) {
        return networks.stream()
                .filter(row -> row.ssid().equals(network.ssid()))
                .min(Comparator.comparing((Network row) -> !row.id().equals(network.id()))
                        .thenComparing(row -> !row.saved()));
    }

    /// The saved network of that profile, if it is still kept.
    public Optional<SavedNetwork> profile(ProfileId id) {
        return saved.stream().filter(network -> network.profile().equals(id)).findFirst();
    }

    /// The settings in which an address is set there.
    public NetworkSettings settings(Place.Addressing addressing) {
        return switch (addressing) {
            case Place.Addressing.OfProfile(var network) ->
                profile(network.profile()).orElse(network).settings();
            case Place.Addressing.OfJoin(var failed) ->
                failed.request()
                        .settings()
                        .or(() -> saved.stream()
                                .filter(network -> network.id().equals(addressing.id()))
                                .map(SavedNetwork::settings)
                                .findFirst())
                        .orElse(NetworkSettings.DEFAULT);
        };
    }

    /// Goes there; what was in trouble before is past.
    JoinState at(Place next) {
        return new JoinState(next, networks, saved, listing, status, drafts, Optional.empty(), attempt);
    }

    JoinState listed(List<Network> heard, Listing freshness) {
        return new JoinState(place, heard, saved, freshness, status, drafts, trouble, attempt);
    }

    JoinState keeping(List<SavedNetwork> heard) {
        return new JoinState(place, networks, heard, listing, status, drafts, trouble, attempt);
    }

    JoinState knowing(NetworkStatus heard) {
        return new JoinState(place, networks, saved, listing, heard, drafts, trouble, attempt);
    }

    JoinState drafted(Drafts next) {
        return new JoinState(place, networks, saved, listing, status, next, trouble, attempt);
    }

    JoinState drafted(NetworkId id, Draft draft) {
        return drafted(drafts.with(id, draft));
    }

    JoinState troubled(Optional<Failure> failure) {
        return new JoinState(place, networks, saved, listing, status, drafts, failure, attempt);
    }

    JoinState nextAttempt() {
        return new JoinState(place, networks, saved, listing, status, drafts, trouble, attempt + 1);
    }
}
