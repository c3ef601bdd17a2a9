package wifisetup.setup;

import java.util.List;
import java.util.Optional;
import wifisetup.network.NetworkStatus;

/// Where the device's set-up is.
///
/// @param clients the registered clients, in the order in which they came
/// @param memory what is kept through a restart
/// @param network the connection, as last heard
/// @param announced what the bus was told about being online
/// @param standing whether this registry speaks, or another one does
/// @param failures how many refusals may still be announced
/// @param timers the number of the newest timer
/// @param otherScreen whether another program has a screen, for a device without a panel
/// @param tryout whether a network is being tried for somebody who manages the device
public record SetupState(
        List<Client> clients,
        Phase phase,
        Memory memory,
        NetworkStatus network,
        Online announced,
        Standing standing,
        FailureBudget failures,
        long timers,
        OtherScreen otherScreen,
        Tryout tryout) {
    /// Keeps its own copy of the clients.
    public SetupState {
        clients = List.copyOf(clients);
    }

    /// A registry without clients that remembers `memory`.
    public static SetupState initial(Memory memory) {
        return initial(memory, Standing.SERVING, new OtherScreen.Absent());
    }

    /// A registry without clients that remembers `memory`, in that standing, which knows that much of
    /// other screens.
    public static SetupState initial(Memory memory, Standing standing, OtherScreen otherScreen) {
        return new SetupState(
                List.of(),
                new Phase.Idle(),
                memory,
                NetworkStatus.UNKNOWN,
                new Online.No(),
                standing,
                FailureBudget.FULL,
                0,
                otherScreen,
                Tryout.NONE);
    }

    /// The client of that id.
    public Optional<Client> client(ClientId id) {
        return clients.stream().filter(client -> client.id().equals(id)).findFirst();
    }

    /// The client of that name.
    public Optional<Client> client(String name) {
        return clients.stream().filter(client -> client.name().equals(name)).findFirst();
    }

    /// The client at work.
    public Optional<Client> active() {
        return phase instanceof Phase.Working(var id) ? client(id) : Optional.empty();
    }

    /// Whether a set-up is under way.
    public boolean inSetup() {
        return switch (phase) {
            case Phase.Idle _, Phase.Grace _ -> false;
            case Phase.Selecting _, Phase.Working _ -> true;
        };
    }

    SetupState with(List<Client> registered) {
        return new SetupState(
                registered, phase, memory, network, announced, standing, failures, timers, otherScreen, tryout);
    }

    SetupState with(Phase next) {
        return new SetupState(
                clients, next, memory, network, announced, standing, failures, timers, otherScreen, tryout);
    }

    SetupState with(Memory remembered) {
        return new SetupState(
                clients, phase, remembered, network, announced, standing, failures, timers, otherScreen, tryout);
    }

    SetupState with(NetworkStatus heard) {
        return new SetupState(
                clients, phase, memory, heard, announced, standing, failures, timers, otherScreen, tryout);
    }

    SetupState with(Online told) {
        return new SetupState(clients, phase, memory, network, told, standing, failures, timers, otherScreen, tryout);
    }

    SetupState with(Standing place) {
        return new SetupState(clients, phase, memory, network, announced, place, failures, timers, otherScreen, tryout);
    }

    SetupState with(FailureBudget left) {
        return new SetupState(clients, phase, memory, network, announced, standing, left, timers, otherScreen, tryout);
    }

    SetupState with(OtherScreen heard) {
        return new SetupState(clients, phase, memory, network, announced, standing, failures, timers, heard, tryout);
    }

    SetupState with(Tryout seen) {
        return new SetupState(
                clients, phase, memory, network, announced, standing, failures, timers, otherScreen, seen);
    }

    SetupState nextTimer() {
        return new SetupState(
                clients, phase, memory, network, announced, standing, failures, timers + 1, otherScreen, tryout);
    }
}
