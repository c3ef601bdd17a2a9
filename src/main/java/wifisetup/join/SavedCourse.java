package wifisetup.join;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import wifisetup.loop.Step;
import wifisetup.network.Credentials;
import wifisetup.network.JoinRequest;
import wifisetup.network.NetworkSettings;
import wifisetup.network.ProfileId;
import wifisetup.network.SavedNetwork;

/// The course among the saved networks, and to the address of one. A change is shown at once and told to the system
/// after; whatever is heard then is what counts.
final class SavedCourse {
    private SavedCourse() {}

    static Step<JoinState, JoinEffect> next(JoinState state, JoinEvent.OfSaved event) {
        return switch (event) {
            case JoinEvent.OfSaved.SavedWanted _ ->
                state.place() instanceof Place.Choosing ? Moves.showSaved(state) : Moves.stay(state);
            case JoinEvent.OfSaved.SavedHeard(var networks) -> heard(state.keeping(networks));
            case JoinEvent.OfSaved.ProfilePicked(var profile) ->
                state.place() instanceof Place.Saved && state.profile(profile).isPresent()
                        ? Step.to(state.at(new Place.Profile(profile)))
                        : Moves.stay(state);
            case JoinEvent.OfSaved.ConnectWanted _ -> withProfile(state, SavedCourse::connect);
            case JoinEvent.OfSaved.PasswordChanged _ -> withProfile(state, SavedCourse::passwordChanged);
            case JoinEvent.OfSaved.Changed(var settings) ->
                withProfile(state, (now, network) -> change(now, Map.of(network.profile(), settings)));
            case JoinEvent.OfSaved.FirstWanted _ -> withProfile(state, SavedCourse::first);
            case JoinEvent.OfSaved.AddressWanted _ ->
                state.place() instanceof Place.Failed failed
                        ? Step.to(state.at(new Place.Addressing.OfJoin(failed)))
                        : withProfile(
                                state, (now, network) -> Step.to(now.at(new Place.Addressing.OfProfile(network))));
            case JoinEvent.OfSaved.AddressTyped(var addresses) ->
                state.place() instanceof Place.Addressing place
                        ? addressed(state.drafted(place.id(), new Draft.Address(addresses)), place, addresses)
                        : Moves.stay(state);
        };
    }

    /// Back from the address to where it was wanted.
    static Step<JoinState, JoinEffect> back(JoinState state, Place.Addressing place) {
        return Step.to(state.at(
                switch (place) {
                    case Place.Addressing.OfProfile(var network) -> new Place.Profile(network.profile());
                    case Place.Addressing.OfJoin(var failed) -> failed;
                }));
    }

    private static Step<JoinState, JoinEffect> withProfile(
            JoinState state, BiFunction<JoinState, SavedNetwork, Step<JoinState, JoinEffect>> then) {
        return state.place() instanceof Place.Profile(var id)
                ? state.profile(id).map(network -> then.apply(state, network)).orElseGet(() -> Moves.stay(state))
                : Moves.stay(state);
    }

    private static Step<JoinState, JoinEffect> heard(JoinState state) {
        var drafts = state.drafts();
        for (SavedNetwork network : state.saved()) {
            if (drafts.address(network.id()).equals(Optional.of(AddressEntry.of(network.settings())))) {
                drafts = drafts.withoutAddress(network.id());
            }
        }
        var known = state.drafted(drafts);
        boolean gone = state.place() instanceof Place.Profile(var id)
                && state.profile(id).isEmpty();
        return Step.to(gone ? known.at(new Place.Saved()) : known);
    }

    private static Step<JoinState, JoinEffect> connect(JoinState state, SavedNetwork network) {
        var id = state.inReach(network).map(row -> row.id()).orElse(network.id());
        return Moves.join(state, new JoinRequest(id, new Credentials.Saved(), network.hidden()));
    }

    private static Step<JoinState, JoinEffect> passwordChanged(JoinState state, SavedNetwork network) {
        var id = state.inReach(network).map(row -> row.id()).orElse(network.id());
        return id.security().isOpen()
                ? Moves.stay(state)
                : Moves.ask(state, id, network.hidden(), new Cause.Changed(network.profile()));
    }

    private static Step<JoinState, JoinEffect> addressed(
            JoinState state, Place.Addressing place, AddressEntry addresses) {
        if (addresses.flawed().isPresent()) {
            return Moves.stay(state);
        }
        var settings = addresses.in(state.settings(place));
        return switch (place) {
            case Place.Addressing.OfProfile(var network) ->
                change(state.at(new Place.Profile(network.profile())), Map.of(network.profile(), settings));
            case Place.Addressing.OfJoin(var failed) ->
                Moves.join(state, failed.request().with(settings));
        };
    }

    /// Puts a network above all others; those that are as high as can be make room.
    private static Step<JoinState, JoinEffect> first(JoinState state, SavedNetwork network) {
        var changes = new HashMap<ProfileId, NetworkSettings>();
        int highest = -NetworkSettings.MAX_PRIORITY;
        for (SavedNetwork other : others(state, network)) {
            int priority = Math.min(other.settings().priority(), NetworkSettings.MAX_PRIORITY - 1);
            highest = Math.max(highest, priority);
            if (priority < other.settings().priority()) {
                changes.put(other.profile(), other.settings().withPriority(priority));
            }
        }
        changes.put(network.profile(), network.settings().withPriority(highest + 1));
        return change(state, changes);
    }

    private static List<SavedNetwork> others(JoinState state, SavedNetwork network) {
        return state.saved().stream()
                .filter(other -> !other.profile().equals(network.profile()))
                .toList();
    }

    private static Step<JoinState, JoinEffect> change(JoinState state, Map<ProfileId, NetworkSettings> changes) {
        var saved = state.saved().stream()
                .map(network -> Optional.ofNullable(changes.get(network.profile()))
                        .map(settings -> with(network, settings))
                        .orElse(network))
                .sorted((one, other) -> Integer.compare(
                        other.settings().priority(), one.settings().priority()))
                .toList();
        return Step.to(state.keeping(saved).troubled(Optional.empty()), new JoinEffect.Change(changes));
    }

    private static SavedNetwork with(SavedNetwork network, NetworkSettings settings) {
        return new SavedNetwork(
                network.profile(), network.id(), network.name(), network.hidden(), settings, network.lastUsed());
    }
}
