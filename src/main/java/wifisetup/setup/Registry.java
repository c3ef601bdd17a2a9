package wifisetup.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The register of set-up clients: who comes, who goes.
final class Registry {
    /// The most clients: far more than a selection screen shows, far fewer than a runaway program could register.
    static final int MOST_CLIENTS = 64;

    private Registry() {}

    /// Registers, answers again with the same id, or refuses.
    static Turn register(Turn turn, SetupEvent.Register event) {
        var registration = event.registration();
        var flaw = registration.flaw();
        if (flaw.isPresent()) {
            return refuse(turn, event, flaw.get());
        }
        var state = turn.state();
        var present = state.client(registration.name().orElseThrow());
        if (present.isEmpty()) {
            return state.clients().size() < MOST_CLIENTS
                    ? add(turn, registration.accept(event.fresh(), event.builtIn()))
                    : refuse(turn, event, "more than " + MOST_CLIENTS + " clients");
        }
        var old = present.get();
        if (old.builtIn() && !event.builtIn()) {
            remove(turn, old);
            return add(turn, registration.accept(event.fresh(), false));
        }
        if (!old.builtIn() && event.builtIn()) {
            return turn;
        }
        var again = registration.accept(old.id(), old.builtIn());
        return turn.state(state.with(state.clients().stream()
                        .map(client -> client.equals(old) ? again : client)
                        .toList()))
                .announce(new Announcement.Registered(again));
    }

    /// Removes the client that `id` or `name` names; nothing if they name different ones, or none.
    static Turn deregister(Turn turn, Optional<ClientId> id, Optional<String> name) {
        var state = turn.state();
        var byId = id.flatMap(state::client);
        var byName = name.flatMap(state::client);
        boolean contradictory = id.isPresent() && name.isPresent() && !byId.equals(byName);
        return byId.or(() -> byName)
                .filter(_ -> !contradictory)
                .map(client -> remove(turn, client))
                .orElseGet(() -> turn.log("no such client to deregister"));
    }

    /// Lets `client` take over; the client at work stops before.
    static Turn activate(Turn turn, Client client) {
        if (turn.state().active().equals(Optional.of(client))) {
            return turn;
        }
        return deactivate(turn).announce(new Announcement.Activate(client.id())).phase(new Phase.Working(client.id()));
    }

    /// Deactivates the client at work, if there is one.
    static Turn deactivate(Turn turn) {
        return turn.state()
                .active()
                .map(active ->
                        turn.announce(new Announcement.Deactivate(active.id())).phase(new Phase.Idle()))
                .orElse(turn);
    }

    private static Turn add(Turn turn, Client client) {
        var clients = new ArrayList<>(turn.state().clients());
        clients.add(client);
        return turn.state(turn.state().with(List.copyOf(clients))).announce(new Announcement.Registered(client));
    }

    private static Turn remove(Turn turn, Client client) {
        if (turn.state().active().equals(Optional.of(client))) {
            deactivate(turn);
        }
        var state = turn.state();
        return turn.state(state.with(state.clients().stream()
                        .filter(other -> !other.equals(client))
                        .toList()))
                .announce(new Announcement.Deregistered(client));
    }

    private static Turn refuse(Turn turn, SetupEvent.Register event, String error) {
        var name = event.registration().name();
        var spent = turn.state().failures().spend(new FailureBudget.Key(name.orElse(""), error), event.at());
        turn.state(turn.state().with(spent.budget()));
        return spent.allowed() ? turn.announce(new Announcement.RegistrationFailed(error, name)) : turn;
    }
}
