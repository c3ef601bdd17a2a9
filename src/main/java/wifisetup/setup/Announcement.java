package wifisetup.setup;

import java.util.List;
import java.util.Optional;

/// What a registry tells everybody: each is one message on the bus.
public sealed interface Announcement {
    /// This registry is here; clients register (again).
    record Alive() implements Announcement {}

    /// That client is registered.
    record Registered(Client client) implements Announcement {}

    /// A registration was refused.
    record RegistrationFailed(String error, Optional<String> name) implements Announcement {}

    /// That client is gone.
    record Deregistered(Client client) implements Announcement {}

    /// All clients.
    record Clients(List<Client> clients) implements Announcement {
        /// Keeps its own copy.
        public Clients {
            clients = List.copyOf(clients);
        }
    }

    /// The person at the panel chose that client.
    record Selected(Client client) implements Announcement {}

    /// That client shall be activated.
    record SetActive(Client client) implements Announcement {}

    /// That client takes over.
    record Activate(ClientId id) implements Announcement {}

    /// That client stops.
    record Deactivate(ClientId id) implements Announcement {}

    /// The person at the panel said "Connect later".
    record SkipChosen() implements Announcement {}

    /// The person at the panel said "Never connect".
    record NeverChosen() implements Announcement {}

    /// The person at the panel wants a set-up.
    record SetupWanted() implements Announcement {}

    /// The device stays offline on purpose.
    record FullyOffline() implements Announcement {}

    /// A set-up begins.
    record Launched() implements Announcement {}

    /// How it stands.
    ///
    /// @param mode `idle`, `grace`, `select` or `client`
    record Status(boolean watchdogActive, boolean inSetup, Optional<Client> active, String mode)
            implements Announcement {}

    /// Everybody stops setting up and cleans up.
    record StopSetup() implements Announcement {}

    /// The registry itself failed.
    record SetupFailed(String error) implements Announcement {}

    /// The device is online.
    record InternetConnected() implements Announcement {}

    /// Please set the clock.
    record SyncClock() implements Announcement {}

    /// The set-up is finished.
    record Completed() implements Announcement {}

    /// A shell may dismiss its spinner.
    record ShellOk() implements Announcement {}

    /// The connection is gone.
    record NoInternet() implements Announcement {}

    /// Whether the device is ready to go on.
    record InternetReady(boolean ready) implements Announcement {}

    /// Is there a screen? Answered by [SetupEvent.ScreenReported].
    record ScreenWanted() implements Announcement {}

    /// The selection page of another program's screen: nothing of an older one stays.
    record PageCleared() implements Announcement {}

    /// What the selection page shows.
    record PageFilled(List<Client> clients) implements Announcement {
        /// Keeps its own copy.
        public PageFilled {
            clients = List.copyOf(clients);
        }
    }

    /// The selection page comes up.
    record PageShown() implements Announcement {}

    /// The selection page goes.
    record PageClosed() implements Announcement {}
}
